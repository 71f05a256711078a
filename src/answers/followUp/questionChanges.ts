// A question with another name or another topic in it: "when did Trump meet Netanyahu" with Pezeshkian is "when did Trump meet
// Pezeshkian", "when were the talks in Muscat" with "in Geneva" is "when were the talks in Geneva".
import type { StoryIndex } from '../../search/storyIndex.ts';

const ASKING = '(?:who|whom|what|when|where|why|how|which)';
const AUXILIARY = '(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should)';
const HEAD = new RegExp(`^${ASKING}(?:['’]s)?(?: (?:many|much|long|often|far))?(?: ${AUXILIARY})?(?=\\s)`, 'i');
const FRAME = new RegExp(
  `^(?:${ASKING}(?:['’]s)?\\s+)?(?:(?:many|much|long|often|far)\\s+)?(?:${AUXILIARY}\\s+)?`,
  'i',
);
const PREPOSITION = /^(?:in|at|with|from|to|between|near|after|before)(?=\s)/i;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu;
/** Words of the longest name that is looked up. */
const MOST_WORDS = 5;

/** "Who met in": a question whose asking word is its subject. */
const SUBJECT = new RegExp(
  `^(?:who|what)\\s+(?!${AUXILIARY}\\b)\\S+\\s+(?:(?:in|at|with|to|on|about)\\s+)?(?=\\S)`,
  'i',
);

/** What a question is about: its words without "when were", "who met in". */
export function contentOf(question: string): string {
  return SUBJECT.test(question) ? question.replace(SUBJECT, '') : question.replace(FRAME, '');
}

/** With `name` instead of the last name of a speaker; undefined where it names none. */
export function withName(index: StoryIndex, question: string, name: string): string | undefined {
  const words = [...question.matchAll(WORD)].map(({ 0: word, index: start }) => ({ start, end: start + word.length }));
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const last = words[at]?.end ?? 0;
    for (let first = Math.max(0, at - MOST_WORDS + 1); first <= at; first += 1) {
      const start = words[first]?.start ?? 0;
      const old = question.slice(start, last).replace(/['’]s$/, '');
      if (!index.story.gazetteer.find(old, index.asOf)) continue;
      return `${question.slice(0, start)}${name}${question.slice(start + old.length)}`;
    }
  }
  return undefined;
}

/** With `topic` instead of what it is about; a topic that begins with a preposition instead of what stands behind the same one. */
export function withTopic(question: string, topic: string): string {
  const preposition = PREPOSITION.exec(topic)?.[0];
  if (preposition === undefined) return `${HEAD.exec(question)?.[0] ?? ''} ${topic}`.trim();
  const at = question.toLowerCase().lastIndexOf(` ${preposition.toLowerCase()} `);
  return `${at === -1 ? question : question.slice(0, at)} ${topic}`;
}
