// findSource(name): statements of somebody without an entry in speakers.yaml, by the words that the article has for them:
// "U.S. officials", "Lena Moss". Statements that another one carries count: they are shown nowhere else under that name.
import type { Statement } from '../../domain.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';

export interface Source {
  /** In the order of the corpus, those under exactly that name first. */
  readonly statements: readonly Statement[];
  /** Names in the article's words that have all the words asked for and others; empty when none was taken in. */
  readonly wider: readonly string[];
}

/**
 * Undefined when no source has all the words, nor, where that is one person alone, those behind a title: "Minister Dorn" is Ada Dorn. `reach` 'exact first': other names are taken in only when nobody is called
 * so; 'all': after the exact ones, for a question, which means everybody whom its words fit.
 */
export function findSource(index: StoryIndex, name: string, reach: Reach): Source | undefined {
  const found = sourceCalled(index, name, reach);
  const untitled = found ? undefined : index.story.gazetteer.untitled(name);
  return untitled === undefined ? found : onlyOne(sourceCalled(index, untitled, reach));
}

/** Who is meant without the title that was asked for is told; where two may be, the title would have told them apart. */
function onlyOne(source: Source | undefined): Source | undefined {
  const names = [...new Set(source?.statements.map(({ speaker }) => speaker.name))];
  return source && names.length === 1 ? { ...source, wider: names } : undefined;
}

type Reach = 'exact first' | 'all';

function sourceCalled(index: StoryIndex, name: string, reach: Reach): Source | undefined {
  const wanted = contentStems(index, name);
  const [first] = wanted;
  if (first === undefined) return undefined;
  const { byStem } = sourcesOf(index);
  const named = (byStem.get(first) ?? []).filter(({ stems }) => wanted.every((stem) => stems.includes(stem)));
  const isExact = ({ stems }: Named): boolean => stems.length === wanted.length;
  const exact = inOrder(named.filter(isExact));
  const wider = reach === 'all' || exact.length === 0 ? inOrder(named.filter((source) => !isExact(source))) : [];
  if (exact.length + wider.length === 0) return undefined;
  return { statements: [...exact, ...wider], wider: [...new Set(wider.map(({ speaker }) => speaker.name))] };
}

/** Everybody without an entry who is called so. */
interface Named {
  readonly stems: readonly string[];
  /** With their places in the corpus. */
  readonly statements: { readonly statement: Statement; readonly at: number }[];
}

function inOrder(named: readonly Named[]): Statement[] {
  return named
    .flatMap(({ statements }) => statements)
    .sort((a, b) => a.at - b.at)
    .map(({ statement }) => statement);
}

/** Names are asked about again and again: who is called what is kept as long as the index is. */
const known = new WeakMap<StoryIndex, { readonly byStem: ReadonlyMap<string, readonly Named[]> }>();

function sourcesOf(index: StoryIndex): { readonly byStem: ReadonlyMap<string, readonly Named[]> } {
  const kept = known.get(index);
  if (kept) return kept;
  const names = new Map<string, Named>();
  const byStem = new Map<string, Named[]>();
  for (const [at, statement] of index.statements().entries()) {
    const { name, speakerId } = statement.speaker;
    if (speakerId !== null) continue;
    let named = names.get(name);
    if (!named) {
      named = { stems: contentStems(index, name), statements: [] };
      names.set(name, named);
      for (const stem of new Set(named.stems)) {
        const others = byStem.get(stem) ?? [];
        others.push(named);
        byStem.set(stem, others);
      }
    }
    named.statements.push({ statement, at });
  }
  known.set(index, { byStem });
  return { byStem };
}

function contentStems(index: StoryIndex, name: string): readonly string[] {
  return index.tokenize(name).flatMap(({ stem, isStop }) => (isStop ? [] : [stem]));
}
