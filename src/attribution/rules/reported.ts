// `[Trump] said Washington will continue talks`, `[Araghchi] told Russia on Wednesday that …`,
// `[The Wall Street Journal], citing U.S. officials, reported Wednesday that …`
// Leaves alone: "The report said little." inside a quotation, "as was said before", a cue with nothing behind it.
import type { Span } from '../../domain.ts';
import { pattern } from '../../patterns.ts';
import { isThing, readClause, readLead, readSettings } from '../content.ts';
import { type Cited, type Draft, draft, isSource, readCues, type SentenceView } from '../draft.ts';
import { AMOUNT, FINITE_CUES, senseOf } from '../lexicon.ts';

const FINITE_NEXT = pattern(String.raw`^\s+(?:${FINITE_CUES})\b`, 'i');

export function readReported(view: SentenceView): Draft[] {
  for (const { cueWord, word, reading } of readCues(view)) {
    // "Local media reports said": a noun before the cue.
    if (FINITE_NEXT.test(view.masked.slice(cueWord.end, view.span.end))) continue;
    const sense = senseOf(word);
    const settings = readSettings(view, cueWord.end, sense);
    const clause = readClause(view, settings.end);
    if (!clause || !isClause(view.masked.slice(clause.start, clause.end))) continue;
    const hasThat = /\bthat\s+$/u.test(view.masked.slice(cueWord.end, settings.end));
    if (!hasThat && isThing(sense, view.masked.slice(clause.start, clause.end))) continue;
    const lead = readLead(view, reading.lead);
    return [
      draft({
        source: reading.source,
        cue: { start: reading.cueStart, end: cueWord.end },
        sense,
        content: [clause],
        addressee: settings.addressee,
        venue: settings.venue ?? lead.venue,
        dateRegions: [...(settings.dateRegion ? [settings.dateRegion] : []), ...reading.between, ...lead.dateRegions],
        impliedDateRegions: readFollowed(view, clause.end),
        cited: reading.cited ?? readCitedBehind(view, clause.end),
        rule: 'reported',
      }),
    ];
  }
  return [];
}

/** `[X] reported that …, citing people familiar with the matter.` */
function readCitedBehind(view: SentenceView, clauseEnd: number): Cited | null {
  const match = /^,\s+(citing|quoting)\s+([^,·]+?)[.,]?$/u.exec(view.masked.slice(clauseEnd, view.span.end));
  if (!match || !isSource(match[2] ?? '')) return null;
  const cueStart = clauseEnd + match[0].indexOf(match[1] ?? '');
  const start = clauseEnd + match[0].indexOf(match[2] ?? '', cueStart - clauseEnd + (match[1] ?? '').length);
  return {
    cue: { start: cueStart, end: cueStart + (match[1] ?? '').length },
    source: { start, end: start + (match[2] ?? '').length },
    sense: 'according',
  };
}

/** `…, shortly after holding a meeting … on Wednesday`: what the saying followed, up to the next comma that opens a clause. */
function readFollowed(view: SentenceView, clauseEnd: number): Span[] {
  const rest = view.masked.slice(clauseEnd, view.span.end);
  const match =
    /^,\s+(?:just |shortly |soon |moments |minutes |hours )?(?:after|before|following)\b.*?(?=,\s+(?:even|while|as|and|but)\b|[.;]?$)/is.exec(
      rest,
    );
  return match ? [{ start: clauseEnd, end: clauseEnd + match[0].length }] : [];
}

const OF_OR_ABOUT = pattern(String.raw`^(?:of(?!\s+course\b)|about(?!\s+${AMOUNT}))\s`, 'i');
const TWO_WORDS = pattern(String.raw`[\p{L}·]\S*\s+(?:[^\p{L}·\s]+\s+)*[^\p{L}·\s]*[\p{L}·]`, 'u');

/** Two words at least, or a quotation; never what was spoken of ("[Varga] said of the port"). */
function isClause(words: string): boolean {
  if (OF_OR_ABOUT.test(words)) return false;
  return words.startsWith('···') || TWO_WORDS.test(words.slice(0, 400));
}
