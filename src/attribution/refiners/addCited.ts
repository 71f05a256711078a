// Whom a statement cites, where its own rule has not read it: `[X] reported Tuesday, citing [Y], that …`, `…, [X] reported, citing [Y].`,
// `Citing [Y], [X] reported that …`. Leaves alone: "Citing the fog, Varga said …" (a reason speaks for nobody).
import type { Span } from '../../domain.ts';
import { type Cited, type Draft, isSource, isUnnamed, type SentenceView, viewAt } from '../draft.ts';

const BEHIND = /^,\s+(citing|quoting)\s+([^,·]{2,120}?)(?=,|\.?$)/u;
const IN_FRONT = /^(citing|quoting)\s+([^,·]{2,120}),\s+/i;

/** `views` are the sentences that the drafts were read in. */
export function addCited(drafts: readonly Draft[], views: readonly SentenceView[]): Draft[] {
  const fronts = new Map<SentenceView, RegExpExecArray | null | undefined>();
  /** Undefined: the sentence cites nobody. Each is looked at once. */
  const frontOf = (view: SentenceView): RegExpExecArray | null | undefined => {
    if (!fronts.has(view)) {
      const sentence = view.masked.slice(view.span.start, view.span.end);
      fronts.set(view, /\b(?:citing|quoting)\b/i.test(sentence) ? IN_FRONT.exec(sentence) : undefined);
    }
    return fronts.get(view);
  };
  return drafts.map((draft) => {
    if (draft.cited !== null || draft.source === null) return draft;
    const view = viewAt(views, draft.cue);
    const isFronted = view && frontOf(view);
    if (!view || isFronted === undefined) return draft;
    const places = [draft.cue.end, draft.dateRegions[0]?.end ?? -1, draft.content.at(-1)?.end ?? -1];
    const behind = places.flatMap((at) =>
      at < 0 ? [] : (read(BEHIND, view, { start: at, end: view.span.end }) ?? []),
    );
    const [cited = isFronted ? read(IN_FRONT, view, view.span) : null] = behind;
    const source = isFronted ? behindFront(draft.source, view, isFronted[0].length) : draft.source;
    const isPerson = cited !== null && cited !== undefined && isCited(view, cited.source, draft);
    return { ...draft, source, cited: isPerson ? cited : null };
  });
}

function read(pattern: RegExp, view: SentenceView, { start, end }: Span): Cited | null {
  const match = pattern.exec(view.masked.slice(start, end));
  const [whole = '', word = '', who = ''] = match ?? [];
  if (!match) return null;
  const cueStart = start + whole.indexOf(word);
  const sourceStart = start + whole.indexOf(who, whole.indexOf(word) + word.length);
  return {
    cue: { start: cueStart, end: cueStart + word.length },
    source: { start: sourceStart, end: sourceStart + who.length },
    sense: 'according',
  };
}

/** The one cited must be somebody: people without a name, or any name in what an outlet reports. */
function isCited(view: SentenceView, { start, end }: Span, { sense }: Draft): boolean {
  const who = view.masked.slice(start, end);
  return isSource(who) && (sense === 'reported' || isUnnamed(who));
}

/** A source that has taken in the fronted part: "Citing Sarn officials, The Harbor Gazette". */
function behindFront(source: Span, view: SentenceView, front: number): Span {
  const start = view.span.start + front;
  return source.start === view.span.start && source.end > start ? { start, end: source.end } : source;
}
