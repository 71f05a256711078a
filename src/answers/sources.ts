// findSource(name): statements of somebody without an entry in speakers.yaml, by the words that the article has for them:
// "U.S. officials", "Lena Moss". Statements that another one carries count: they are shown nowhere else under that name.
import type { Statement } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';

export interface Source {
  /** In the order of the corpus, those under exactly that name first. */
  readonly statements: readonly Statement[];
  /** Names in the article's words that have all the words asked for and others; empty when none was taken in. */
  readonly wider: readonly string[];
}

/**
 * Undefined when no source has all the words. `reach` 'exact first': other names are taken in only when nobody is called
 * so; 'all': after the exact ones, for a question, which means everybody whom its words fit.
 */
export function findSource(index: StoryIndex, name: string, reach: 'exact first' | 'all'): Source | undefined {
  const wanted = contentStems(index, name);
  if (wanted.length === 0) return undefined;
  const exact: Statement[] = [];
  const wider: Statement[] = [];
  for (const statement of index.statements()) {
    if (statement.speaker.speakerId !== null) continue;
    const stems = contentStems(index, statement.speaker.name);
    if (!wanted.every((stem) => stems.includes(stem))) continue;
    (stems.length === wanted.length ? exact : wider).push(statement);
  }
  const taken = reach === 'all' || exact.length === 0 ? wider : [];
  if (exact.length + taken.length === 0) return undefined;
  return { statements: [...exact, ...taken], wider: [...new Set(taken.map(({ speaker }) => speaker.name))] };
}

/** Names are asked about again and again: their stems are kept as long as the index is. */
const known = new WeakMap<StoryIndex, Map<string, readonly string[]>>();

function contentStems(index: StoryIndex, name: string): readonly string[] {
  const kept = known.get(index) ?? new Map<string, readonly string[]>();
  known.set(index, kept);
  const stems = kept.get(name) ?? index.tokenize(name).flatMap(({ stem, isStop }) => (isStop ? [] : [stem]));
  kept.set(name, stems);
  return stems;
}
