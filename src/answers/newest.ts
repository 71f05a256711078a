// newestFindings(index): what was said last, for a page that nobody has asked for anything on.
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Finding } from './answer.ts';
import { findingOf, isOutermost } from './findings.ts';

/** At most `most`, the newest first. */
export function newestFindings(index: StoryIndex, most: number): Finding[] {
  const statements = index.statements().filter(isOutermost);
  return [...statements]
    .sort(index.newestFirst)
    .slice(0, most)
    .map((statement) => findingOf(index, statement));
}
