// topicOffers(index): words, and pairs of words, that statements are about, the most frequent first; words of corpus/terms.yaml under the
// first of their group.

import type { Statement } from '../../domain.ts';
import { shareOf } from '../../search/commonWords.ts';
import { articleIdOf, type StoryIndex } from '../../search/storyIndex.ts';
import { isNegation, type Token } from '../../search/tokens.ts';
import { isOutermost } from '../findings.ts';
import { readLimits } from '../reading/limits.ts';
import { timelineOf } from '../timeline.ts';
import { type Choice, counted, type Offers } from './choices.ts';
import { buildLookUp, type LookUp } from './lookUp.ts';
import { readBack } from './readBack.ts';
import { inSlices, SLICE } from './slices.ts';

/** What is in one of so many paragraphs of general English is no topic: "people", "say". Chosen by eye. */
const MOST_COMMON = 2 ** -7;
const MIN_LENGTH = 3;
/** A pair that stands together once is chance. */
const LEAST_PAIRS = 2;
/** Topics that are kept. Chosen by eye. */
const MOST_TOPICS = 20_000;

interface Topic {
  /** How many statements have it. */
  count: number;
  /** As it is printed, and how often. */
  readonly printed: Map<string, number>;
}

interface Row {
  readonly value: string;
  readonly count: number;
  /** Other words by which it is found. */
  readonly others: readonly string[];
}

export function topicOffers(index: StoryIndex): Offers {
  const made = inSlices(() => build(index));
  const known = new Map<string, boolean>();
  const isTopic = (value: string): boolean => {
    const is = known.get(value) ?? isReadAsTopic(index, value);
    known.set(value, is);
    return is;
  };
  return {
    steps: () => made.steps(),
    *offer(typed, { choices }): Generator<Choice> {
      const { rows, lookUp } = made.get();
      const words = index.tokenize(typed).map(({ word }) => word);
      for (const row of lookUp.find(words, choices * 3)) {
        const { value, count } = rows[row] as Row;
        if (isTopic(value)) yield { value, label: `${value} · ${counted(count, 'statement')}` };
      }
    },
  };
}

/** Not a name of somebody who speaks, and no day or outlet, which would limit what is looked for. */
function isReadAsTopic(index: StoryIndex, value: string): boolean {
  const request = readBack(`timeline ${value}`);
  if (request?.kind !== 'timeline' || request.topic !== value) return false;
  return readLimits(index, value).words === value && timelineOf(index, value).name === null;
}

function* build(index: StoryIndex): Generator<void, { rows: readonly Row[]; lookUp: LookUp }> {
  const topics = new Map<string, Topic>();
  const groups = index.story.terms.map(({ words }) => ({
    words,
    sequences: words.map((one) => ` ${stemsOf(index.tokenize(one))} `),
    count: 0,
  }));
  let seen = 0;
  for (const statement of index.statements()) {
    seen += 1;
    if (seen % SLICE === 0) yield;
    if (!isOutermost(statement)) continue;
    const own = new Set<string>();
    const spans = contentOf(index, statement);
    for (const { text, tokens } of spans) {
      for (const [at, token] of tokens.entries()) {
        if (!isTelling(token)) continue;
        const next = tokens[at + 1];
        if (shareOf(token.stem) < MOST_COMMON) add(topics, own, { stems: token.stem, printed: printedAs(text, token) });
        if (next && isTelling(next) && /^[ -]$/.test(text.slice(token.end, next.start)))
          add(topics, own, {
            stems: `${token.stem} ${next.stem}`,
            printed: `${printedAs(text, token)}${text.slice(token.end, next.start)}${printedAs(text, next)}`,
          });
      }
    }
    const stems = spans.map(({ tokens }) => ` ${stemsOf(tokens)} `).join('|');
    for (const group of groups) if (group.sequences.some((one) => stems.includes(one))) group.count += 1;
  }
  const heads = new Map(groups.map((group) => [group.sequences[0]?.trim() ?? '', group]));
  // "United" is a topic of its own only where it stands without "States".
  const inPairs = new Map<string, number>();
  for (const [stems, topic] of topics) {
    if (!stems.includes(' ') || !isPair(topic)) continue;
    for (const stem of stems.split(' ')) inPairs.set(stem, Math.max(inPairs.get(stem) ?? 0, topic.count));
  }
  const rows = [...topics].flatMap(([stems, topic]): Row[] => {
    const { count, printed } = topic;
    const isKept = stems.includes(' ') ? isPair(topic) : count > (inPairs.get(stems) ?? 0);
    if (heads.has(stems) || !isKept) return [];
    const [value = '', ...others] = [...printed].sort((a, b) => b[1] - a[1]).map(([words]) => words);
    return [{ value, count, others }];
  });
  yield;
  for (const { words, count } of heads.values()) {
    const [value = '', ...others] = words;
    if (count > 0) rows.push({ value, count, others });
  }
  rows.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const kept = rows.slice(0, MOST_TOPICS);
  yield;
  const wordsOf = (text: string): string[] => index.tokenize(text).map(({ word }) => word);
  return { rows: kept, lookUp: yield* buildLookUp(kept.map(({ value, others }) => [value, ...others].map(wordsOf))) };
}

/** More than two words side by side by chance: several times, or as a name ("Middle East"). */
function isPair({ count, printed }: Topic): boolean {
  return count >= LEAST_PAIRS || [...printed.keys()].every((words) => /^\p{Lu}\S*[ -]\p{Lu}/u.test(words));
}

function contentOf(
  index: StoryIndex,
  { content }: Statement,
): { readonly text: string; readonly tokens: readonly Token[] }[] {
  return content.flatMap((span) => {
    const passage = index.findPassage(span.passageId);
    if (!passage || index.findArticle(articleIdOf(passage.id))?.status === 'withdrawn') return [];
    return [{ text: passage.text, tokens: index.tokensOf(passage, span) }];
  });
}

function stemsOf(tokens: readonly Token[]): string {
  return tokens.map(({ stem }) => stem).join(' ');
}

function isTelling({ word, isStop }: Token): boolean {
  return !isStop && !isNegation(word) && word.length >= MIN_LENGTH && /^\p{L}+$/u.test(word);
}

/** "Iran" for "Iran's". */
function printedAs(text: string, { start, end }: Token): string {
  return text.slice(start, end).replace(/['’]s?$/u, '');
}

/** Counted once a statement. */
function add(
  topics: Map<string, Topic>,
  own: Set<string>,
  { stems, printed }: { readonly stems: string; readonly printed: string },
): void {
  const topic = topics.get(stems) ?? { count: 0, printed: new Map<string, number>() };
  topics.set(stems, topic);
  topic.printed.set(printed, (topic.printed.get(printed) ?? 0) + 1);
  if (!own.has(stems)) topic.count += 1;
  own.add(stems);
}
