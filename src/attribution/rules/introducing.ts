// `[Halvik] told reporters:` at the end of a paragraph, the words themselves in the next one. The draft has no content yet;
// joinParagraphs gives it the quotation, or drops it. Also "[Halvik] issued the following statement:", "Continued [Halvik]:", whose
// verbs are cues nowhere else. Leaves alone: "The canal: a short history", a colon with its words behind it.

import { pattern } from '../../patterns.ts';
import { readLead, readSettings } from '../content.ts';
import { type Draft, draft, isSource, readCues, type SentenceView } from '../draft.ts';
import { DAY, findSense, INTRODUCING_CUES, senseOf, UNNAMED_NOUNS } from '../lexicon.ts';

/** What may still stand before the colon: "in a letter to the council", at most eight words. */
const REST = /^(?:\s*,?\s*(?:in|on|at|to|of|as|with|before|after|during)(?:\s+[^\s,;:·]+){1,8})?\s*:$/u;

const INTRODUCING = pattern(String.raw`\b(?:${INTRODUCING_CUES})\b`, 'gi');

export function readIntroducing(view: SentenceView): Draft[] {
  const sentence = view.masked.slice(view.span.start, view.span.end);
  if (!view.introducesNext || !sentence.endsWith(':')) return [];
  for (const { cueWord, word, reading } of readCues(view)) {
    const sense = senseOf(word);
    const settings = readSettings(view, cueWord.end, sense);
    // The colon may already be taken as what stands before the content.
    const colon = view.masked.lastIndexOf(':', view.span.end - 1);
    if (settings.end <= colon && !REST.test(view.masked.slice(settings.end, view.span.end))) continue;
    const lead = readLead(view, reading.lead);
    return [
      draft({
        source: reading.source,
        cue: { start: reading.cueStart, end: cueWord.end },
        sense,
        content: [],
        addressee: settings.addressee,
        venue: settings.venue ?? lead.venue,
        dateRegions: [...(settings.dateRegion ? [settings.dateRegion] : []), ...lead.dateRegions],
        isSure: true,
        rule: 'introducing',
      }),
    ];
  }
  const inverted = readInverted(view);
  return inverted.length > 0 ? inverted : readOtherVerb(view);
}

/** What is told of the saying, up to the colon: "the following statement", "to rowdy applause". */
const MANNER = /^[^;:·]{0,120}:$/u;
/** Verbs that tell of a saying only with words of it: "gave the following reasons", not "shared a post by Moss", "made the front page". */
const WEAK = /^(?:gave|gives|made|makes|listed|lists|posted|published|shared)$/i;
const WORDS_OF =
  /^(?!.*\b(?:by|from|saying)\b).*\b(?:following|statements?|remarks?|answers?|comments?|points?|reasons?|qualities|explanations?|repl(?:y|ies)|responses?|messages?|tweets?|assessments?|advice|warnings?|apology|promises?|arguments?)\b/i;
/** "[Varga] answers:": a verb in -s could be a noun, "The town had two answers:". */
const SPEAKER_AT_END = pattern(String.raw`(?:^|\s)(?:\p{Lu}\S*|he|she|it|they|who|${UNNAMED_NOUNS})$`, 'u');
/** Characters before the colon in which the speaker and the verb stand; bounded, so that time stays linear. */
const REACH = 600;
const DAY_FIRST = pattern(String.raw`^(?:${DAY})\s+`, 'i');

/** The last verb before the colon that somebody stands before: "On Monday [Halvik] responded, to rowdy applause:". */
function readOtherVerb(view: SentenceView): Draft[] {
  const { masked, span } = view;
  const near = { ...view, span: { start: Math.max(span.start, span.end - REACH), end: span.end } };
  const found = [...readCues(near, INTRODUCING)].findLast(
    ({ cueWord, word, reading }) =>
      MANNER.test(masked.slice(cueWord.end, span.end)) &&
      (!WEAK.test(word) || WORDS_OF.test(masked.slice(cueWord.end, span.end))) &&
      (!/s$/u.test(word) || SPEAKER_AT_END.test(masked.slice(reading.source.start, reading.source.end))),
  );
  if (!found) return [];
  const { cueWord, word, reading } = found;
  const { start, end } = reading.source;
  const day = DAY_FIRST.exec(masked.slice(start, end))?.[0].length ?? 0;
  const dateRegions = day > 0 ? [{ start, end: start + day }] : [];
  const source = { start: start + day, end };
  return [introducing({ source, cue: { start: reading.cueStart, end: cueWord.end }, dateRegions }, word)];
}

const INVERTED = pattern(String.raw`^(${INTRODUCING_CUES})\s+([^,;:·]{2,80}):$`, 'i');

/** "Continued [Halvik]:" */
function readInverted({ masked, span: { start, end } }: SentenceView): Draft[] {
  const [, verb = '', who = ''] = INVERTED.exec(masked.slice(start, end)) ?? [];
  if (!isSource(who)) return [];
  const source = { start: end - 1 - who.length, end: end - 1 };
  return [introducing({ source, cue: { start, end: start + verb.length }, dateRegions: [] }, verb)];
}

function introducing(parts: Pick<Draft, 'source' | 'cue' | 'dateRegions'>, verb: string): Draft {
  return draft({ ...parts, sense: findSense(verb) ?? 'said', content: [], isSure: true, rule: 'introducing' });
}
