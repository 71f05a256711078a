// elsewhere(matching, filters): where the words are said, when not within what was asked for: on a day that no article states, outside
// one limit, by others; and the note that says which.
import type { Statement } from '../domain.ts';
import type { Hit } from '../search/hit.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Note } from './answer.ts';
import { inProse, relatedSpeakers } from './mentions.ts';
import { type Filters, passes } from './reading/filters.ts';
import { fewerLimits } from './reading/limits.ts';

type StatementHit = Hit<Statement>;

/** Of matches none of which passes: those that miss least, and the note that announces them. */
export function elsewhere(
  index: StoryIndex,
  matching: readonly StatementHit[],
  filters: Filters,
): { others: StatementHit[]; note: Note } {
  const undated = undatedOf(index, matching, filters);
  if (undated.length > 0) {
    return { others: undated, note: { kind: 'undated', statements: undated.length, areShown: true } };
  }
  for (const { limits, note } of fewerLimits(filters)) {
    const others = matching.filter(({ item }) => passes(index, item, { ...filters, ...limits }));
    if (others.length > 0) return { others, note };
  }
  return bySomebodyElse(index, matching, filters);
}

/** How many more there are whose day no article states. */
export function undatedNote(index: StoryIndex, matching: readonly StatementHit[], filters: Filters): Note[] {
  const statements = undatedOf(index, matching, filters).length;
  return statements === 0 ? [] : [{ kind: 'undated', statements, areShown: false }];
}

function undatedOf(index: StoryIndex, matching: readonly StatementHit[], filters: Filters): StatementHit[] {
  return matching.filter(
    ({ item }) =>
      item.saidOn === null && !passes(index, item, filters) && passes(index, item, { ...filters, days: [] }),
  );
}

/** Whoever speaks for the same side first. */
function bySomebodyElse(
  index: StoryIndex,
  matching: readonly StatementHit[],
  filters: Filters,
): { others: StatementHit[]; note: Note } {
  const { by, among, except } = filters;
  const name = by?.name ?? among?.name;
  const note: Note =
    name === undefined
      ? { kind: 'only-by', name: inProse(index, except?.name ?? '') }
      : { kind: 'not-by', name: inProse(index, name) };
  const related = by === null ? [] : relatedSpeakers(index, by).map(({ id }) => id);
  const rank = ({ item }: StatementHit): number => {
    const position = related.indexOf(item.speaker.speakerId ?? '');
    return position === -1 ? related.length : position;
  };
  const inLimits = matching.filter(({ item }) =>
    passes(index, item, { ...filters, by: null, among: null, except: null }),
  );
  const others = (inLimits.length > 0 ? inLimits : [...matching]).sort((a, b) => rank(a) - rank(b));
  return { others, note };
}
