// topicOf(index, spans): under which topic of corpus/terms.yaml words stand: the one that they name most specifically. A longer term tells more
// than a shorter one, a rare one more than one that every second passage has, and a place or government least of all.
import type { Passage, SpeakerId, Statement } from '../../domain.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import { createTerms, type Terms } from '../../search/terms.ts';
import type { Token } from '../../search/tokens.ts';

/** A line of corpus/terms.yaml. */
interface Topic {
  /** "Nuclear weapons". */
  readonly name: string;
  /** Passages that have one of its words. */
  readonly passages: number;
  /** Whose name it is: "Tehran"; null: nobody's. */
  readonly side: SpeakerId | null;
  readonly order: number;
}

interface Topics {
  readonly terms: Terms;
  readonly list: readonly Topic[];
}

const known = new WeakMap<StoryIndex, Topics>();

/** Of what was said. `side`: whose own name is no topic of what they say; null: it names none. */
export function topicOfStatement(index: StoryIndex, statement: Statement, side: string | null): string | null {
  const tokens = statement.content.map((span) => {
    const passage = index.findPassage(span.passageId);
    return passage ? index.tokensOf(passage, span) : [];
  });
  return topicOf(index, tokens, side);
}

export function topicOfPassage(index: StoryIndex, passage: Passage): string | null {
  return topicOf(index, [index.tokensOf(passage)], null);
}

function topicOf(index: StoryIndex, texts: readonly (readonly Token[])[], side: string | null): string | null {
  const { terms, list } = topicsOf(index);
  const found: { readonly topic: Topic; readonly words: number }[] = [];
  for (const tokens of texts) {
    for (let at = 0; at < tokens.length; at += 1) {
      const term = tokens[at]?.isStop === true ? undefined : terms.longestAt(tokens, at);
      const topic = list[Number(term?.name ?? -1)];
      if (!topic || !term || (topic.side !== null && topic.side === side)) continue;
      found.push({ topic, words: term.length });
      // "Nuclear weapons" is not "weapons" as well.
      at += term.length - 1;
    }
  }
  const [best] = found.sort(
    (a, b) =>
      Number(a.topic.side !== null) - Number(b.topic.side !== null) ||
      b.words - a.words ||
      a.topic.passages - b.topic.passages ||
      a.topic.order - b.topic.order,
  );
  return best?.topic.name ?? null;
}

function topicsOf(index: StoryIndex): Topics {
  const kept = known.get(index);
  if (kept) return kept;
  const { terms, gazetteer } = index.story;
  const list = terms.map(({ words }, order): Topic => {
    const [first = ''] = words;
    const having = new Set(words.flatMap((word) => passagesWith(index, word)));
    const named = words
      .map((word) => gazetteer.find(word, index.asOf)?.speaker)
      .find((one) => one?.kind === 'government');
    const name = first.charAt(0).toUpperCase() + first.slice(1);
    return { name, passages: having.size, side: named?.id ?? null, order };
  });
  const groups = terms.map(({ words }, order) => ({ words, name: String(order) }));
  const topics = { terms: createTerms(groups, index.tokenize), list };
  known.set(index, topics);
  return topics;
}

function passagesWith(index: StoryIndex, words: string): readonly Passage[] {
  const stems = index.tokenize(words).flatMap(({ stem, isStop }) => (isStop ? [] : [stem]));
  return stems.length === 0 ? [] : index.passagesHaving(stems);
}
