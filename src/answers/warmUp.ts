// warmUpQuestions(index, count): questions made of a corpus's own words, to be answered before anybody asks. A process that has just started takes up
// to ten times as long for its first questions, because nothing of the program is compiled yet: a platform gives it three seconds.
import type { Passage } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';

/** `count` questions of several kinds, spread over the corpus; none where it is empty. The same for the same corpus. */
export function* warmUpQuestions(index: StoryIndex, count: number): Generator<string> {
  const passages = index.shownPassages();
  for (let n = 0; n < count && passages.length > 0; n += 1) {
    const passage = passages[Math.floor((n * passages.length) / count)] as Passage;
    const words = wordsOf(index, passage, n);
    const speaker = index.statementsIn(passage.id)[0]?.speaker.name ?? 'they';
    yield FORMS[n % FORMS.length]?.(words, speaker) ?? '';
  }
}

const FORMS: readonly ((words: readonly string[], speaker: string) => string)[] = [
  (words) => `who said ${words.join(' ')}`,
  ([first, second], speaker) => `what did ${speaker} say about ${first} and ${second}`,
  (words) => `when was the ${words.join(' ')}`,
  (words) => `who said "${words.join(' ')}"`,
  (words) => `how many ${words.join(' of the ')}`,
  // Mistyped: the first letters of the last word are enough to look for it.
  (words) => `where is ${words.join(' ')}x`,
];

/** Three words that carry meaning, from the middle of the passage on. */
function wordsOf(index: StoryIndex, passage: Passage, n: number): string[] {
  const words = index.tokensOf(passage).flatMap(({ word, isStop }) => (isStop ? [] : [word]));
  const from = (n * 7) % Math.max(1, words.length - 2);
  return words.slice(from, from + 3);
}
