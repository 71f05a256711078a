// `[Teo Varga]: "The canal is open."`, as in interviews and transcripts, and `Keepers agree - [Teo Varga]: "…"`, as in digests;
// `More from [the report]: "…"`, `Here's [Teo Varga] in May: "…"`.
// Leaves alone: `The motto: "We go."`, `Varga's answer: "No."`, and a name that the article tells nothing else of (see complete).

import { pattern } from '../../patterns.ts';
import { type Draft, draft, type SentenceView } from '../draft.ts';
import { TITLE_NOUNS } from '../lexicon.ts';

const WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}.'’-]*)`;
/** Small words of a title: "Former secretary of state Ana Dolen", never "Varga said Monday". */
const SMALL = `(?:of|the|for|and|de|la|van|von|${[...TITLE_NOUNS].join('|')}|state|foreign|prime|vice|deputy|defen[cs]e|affairs|national|ports?)`;
/** Beginning, name with its titles, colon, one quotation or several. */
const NAMED = pattern(
  String.raw`(?:^|\s[-–—]\s?)((?!(?:The|An?|This|His|Her|Its|Their|More|From|Here(?:['’]s)?) )${WORD}(?:\s+(?:al-|(?:${SMALL}\s+){1,4})?${WORD}){0,6}(?<!['’]s?)(?:\s+\([^)·]{1,30}\))?)\s*:\s*(·(?:[·\s]*·)?)[.]?(?:\s*\[[^\]]{1,30}\])?[.]?$`,
  'u',
);

/** What somebody has written or said, as one thing. */
const TEXT =
  'report|statement|post|letter|article|story|book|speech|interview|e-?mail|tweet|study|editorial|memo|filing|transcript|website|survey|poll|column|review|ruling|decision';
/** "More from the report: “…”", "Here's Teo Varga in May 1992: “…”": a name or a text, and perhaps when or where. */
const FROM = pattern(
  String.raw`(?:^|\s[-–—]\s?)(?:(?:[Mm]ore\s+)?[Ff]rom|[Hh]ere(?:['’]s|\s+is))\s+((?:(?:the|this|that|an?|his|her|its|their)\s+|${WORD}(?:\s+${WORD}){0,3}['’]s?\s+)(?:[\p{L}-]+\s+){0,3}(?:${TEXT})|${WORD}(?:\s+(?:and\s+)?${WORD}){0,5})(?:\s+(?:in|on|at)\s[^·:;]{2,60})?\s*:\s*(·(?:[·\s]*·)?)[.]?(?:\s*\[[^\]]{1,30}\])?[.]?$`,
  'u',
);
const IS_TEXT = pattern(`(?:${TEXT})$`, 'i');

export function readNamed(view: SentenceView): Draft[] {
  const { start, end } = view.span;
  const sentence = view.masked.slice(start, end);
  const marks = sentence.indexOf(':');
  if (marks < 0 || marks > 300) return [];
  const named = NAMED.exec(sentence);
  const match = named ?? FROM.exec(sentence);
  const [, who = '', words = ''] = match ?? [];
  if (!match) return [];
  const from = start + match.index + match[0].indexOf(who);
  const colon = view.masked.indexOf(':', from + who.length);
  const said = view.masked.indexOf('·', colon);
  return [
    draft({
      source: { start: from, end: from + who.length },
      cue: { start: colon, end: colon + 1 },
      sense: 'said',
      content: [{ start: said, end: said + words.trimEnd().length }],
      isSure: true,
      // A name must be that of somebody known (complete.ts); a text speaks for itself.
      rule: !named && IS_TEXT.test(who) ? 'from' : 'named',
    }),
  ];
}
