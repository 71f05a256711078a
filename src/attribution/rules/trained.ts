// What the trained reader finds, as drafts: sentences that no written rule reads, such as `"…," marvelled [Varga], who …` or
// `[Varga] went on to explain that …`. Leaves alone: what nobody is named as saying, and cues that are denied ("did not say").
import type { CueSense, Span } from '../../domain.ts';
import { NOTHING, readLead, readSettings } from '../content.ts';
import { type Draft, draft, type SentenceView } from '../draft.ts';
import { findSense } from '../lexicon.ts';
import type { Reader, Reading } from '../reader/reader.ts';

const DENIED = /\b(?:not|never|nobody)\b|n['’]t\b/iu;
/** Nobody, or a pronoun of a clause ("who asked not to be named") that leads to no one by itself. */
const NOBODY = /^(?:neither|nobody|no one|none|nothing)\b|^(?:who|which|that|whom)$/iu;

/** Drafts of a passage, `views` being its sentences. */
export function readTrained(reader: Reader, views: readonly SentenceView[]): Draft[] {
  const [first] = views;
  if (!first) return [];
  const { passage, masked } = first;
  let at = 0;
  const text = withKnownMarks(passage.text, views);
  return reader.read({ text, sentences: passage.sentences }).flatMap((reading): Draft[] => {
    // Readings come in the order of the text, so one pass over the sentences finds each one's.
    while ((views[at]?.span.end ?? Number.POSITIVE_INFINITY) < reading.cue.end) at += 1;
    const view = views[at];
    if (!view || !reading.source || DENIED.test(masked.slice(reading.cue.start, reading.cue.end))) return [];
    const isQuoted = reading.content.some(({ start, end }) => masked.slice(start, end).includes('·'));
    const sense = findSense(reading.cueWord) ?? (isQuoted ? 'other' : undefined);
    const who = passage.text.slice(reading.source.start, reading.source.end);
    const says = passage.text.slice(reading.content[0]?.start, reading.content[0]?.end);
    // "citing" names a source, not what was said; two words ("dismissed the remarks") say nothing that could be quoted.
    const isEmpty = sense === 'rejected' && !isQuoted && says.trim().split(/\s+/u).length < 3;
    if (isEmpty || /^(?:citing|quoting)$/u.test(reading.cueWord)) return [];
    if (sense === undefined || !/\p{L}/u.test(who) || NOBODY.test(who) || NOTHING.test(says)) return [];
    return [
      {
        ...toDraft(view, reading, reading.source, sense),
        rule: isQuoted ? 'trained on quotations' : 'trained on clauses',
      },
    ];
  });
}

/** Pairs of marks that the reader knows. */
const KNOWN_MARKS = /^(?:".*["”]|“.*”|«.*»|(?:``|'').*''|‘‘.*’’)$/su;

/** The text with “ and ” in the place of other pairs of marks: reversed, low and single ones. Same length. */
function withKnownMarks(text: string, views: readonly SentenceView[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, isTerm, isClosed } of views.flatMap(({ quotations }) => quotations)) {
    if (isTerm || !isClosed || KNOWN_MARKS.test(text.slice(start, end))) continue;
    parts.push(text.slice(at, start), '“', text.slice(start + 1, end - 1), '”');
    at = end;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(at);
}

function toDraft(view: SentenceView, reading: Reading, source: Span, sense: CueSense): Draft {
  const cueEnd = reading.cue.end;
  const settings = readSettings(view, cueEnd, sense);
  // Settings reach up to the content; what begins inside it belongs to what was said.
  const isOutside = (span: Span | null): boolean =>
    span !== null && !reading.content.some((part) => part.start < span.end && span.start < part.end);
  const lead: Span = { start: view.span.start, end: source.start };
  const before = lead.end > lead.start && isOutside(lead) ? readLead(view, lead) : { venue: null, dateRegions: [] };
  return draft({
    source,
    cue: reading.cue,
    sense,
    content: reading.content,
    addressee: isOutside(settings.addressee) ? settings.addressee : null,
    venue: settings.venue && isOutside(settings.venue) ? settings.venue : before.venue,
    dateRegions: [
      ...(settings.dateRegion && isOutside(settings.dateRegion) ? [settings.dateRegion] : []),
      ...before.dateRegions,
    ],
    rule: 'trained',
  });
}
