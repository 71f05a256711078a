// What stands between a statement and the pronoun that may take up its source: regions of text outside what was said, and who is
// named there.
import type { Passage, Span, Statement } from '../../domain.ts';
import { lowerBound } from '../bisect.ts';
import type { Cast, Mention } from '../cast/cast.ts';

/** A stretch of a passage; `passage` is its position in the article, from 0. */
export interface Region extends Span {
  readonly passage: number;
}

/** Where a pronoun stands: the passage's position, the pronoun, and what is said with it. */
export interface PronounPlace {
  readonly passages: readonly Passage[];
  readonly index: number;
  readonly source: Span;
  readonly content: readonly Span[];
}

/** From behind the cue of `statement` to the pronoun, without `besides` and without what is said by either. */
export function regionsBetween(
  { statement, passage }: { readonly statement: Statement; readonly passage: number },
  { passages, index, source, content }: PronounPlace,
  besides: readonly (Span & { readonly passageId: string })[],
): Region[] {
  const taken = [...statement.content, ...besides];
  const regions: Region[] = [];
  for (let at = passage; at <= index; at += 1) {
    const here = passages[at];
    if (!here || here.kind === 'caption') continue;
    const start = at === passage ? statement.cue.end : 0;
    const end = at === index ? source.start : here.text.length;
    const out = [...taken.filter(({ passageId }) => passageId === here.id), ...(at === index ? content : [])];
    regions.push(...without({ start, end }, out).map((span) => ({ ...span, passage: at })));
  }
  return regions;
}

/** The sentence before the pronoun's (also in the paragraph above) and its own up to the pronoun, without what is said there. */
export function sentenceBefore({ passages, index, source, content }: PronounPlace): Region[] {
  const here = passages[index];
  if (!here) return [];
  const first = Math.min(source.start, ...content.map(({ start }) => start));
  const own = lowerBound(here.sentences, first + 1) - 1;
  const before = here.sentences[own - 1];
  const parts = without({ start: before?.start ?? 0, end: source.start }, content).map((span) => ({
    ...span,
    passage: index,
  }));
  const above = passages[index - 1];
  const last = above?.kind === 'caption' ? undefined : above?.sentences.at(-1);
  return before === undefined && last ? [{ ...last, passage: index - 1 }, ...parts] : parts;
}

/** Who is named in a region, in the order of the text. */
export function mentionsIn({ passage, start, end }: Region, cast: Cast): Mention[] {
  const all = cast.mentionsIn(passage);
  const found: Mention[] = [];
  for (let at = lowerBound(all, start); at < all.length; at += 1) {
    const mention = all[at];
    if (!mention || mention.end > end) break;
    found.push(mention);
  }
  return found;
}

/** The parts of `whole` outside `taken`. */
function without(whole: Span, taken: readonly Span[]): Span[] {
  const parts: Span[] = [];
  let { start } = whole;
  for (const span of [...taken].sort((a, b) => a.start - b.start)) {
    if (span.end <= start || span.start >= whole.end) continue;
    if (span.start > start) parts.push({ start, end: span.start });
    start = Math.max(start, span.end);
  }
  return start < whole.end ? [...parts, { start, end: whole.end }] : parts;
}
