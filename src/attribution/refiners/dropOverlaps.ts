// Two rules may read one cue. The rule listed first is the more exact one, so it wins; statements with other cues stay,
// also where one lies within the content of the other.
import { overlaps } from '../../domain.ts';
import type { Draft } from '../draft.ts';
import { firstUnit } from './mergeReadings.ts';

/** Keeps the order of the text; of drafts whose cues overlap, or that claim the very same content, the first. */
export function dropOverlaps(drafts: readonly Draft[]): Draft[] {
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const isTaken = kept.some((other) => overlaps(other.cue, draft.cue) || sharesContent(other, draft));
    if (!isTaken) kept.push(draft);
  }
  return kept.sort((a, b) => firstUnit(a) - firstUnit(b));
}

function sharesContent(a: Draft, b: Draft): boolean {
  return a.content.some((one) => b.content.some((two) => one.start === two.start && one.end === two.end));
}
