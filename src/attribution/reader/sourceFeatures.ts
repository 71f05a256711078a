// Who the cue belongs to: the last word of the source, then its first. `at` -1: the text names nobody.
import { idAt, isVerbGap, tagAt } from './cueFeatures.ts';
import { bucket, type Features, mix } from './linear.ts';
import { TAG } from './tags.ts';
import { countBetween, type Words } from './words.ts';

/** The content chosen for a cue, as far as the source depends on it. */
export interface ChosenContent {
  readonly isLeft: boolean;
  readonly isRight: boolean;
  has(word: number): boolean;
}

export function addSourceEnd(words: Words, cue: number, at: number, content: ChosenContent, out: Features): void {
  const sentence = words.sentence[cue] as number;
  const first = words.firstOf[sentence] as number;
  const word = words.id[cue] as number;
  const suffix = words.suffix[cue] as number;
  const sides = (content.isLeft ? 2 : 0) + (content.isRight ? 1 : 0);
  const before = tagAt(words, cue - 1);
  if (at < 0) {
    out.begin(560);
    out.add(0);
    out.add(word);
    out.add(mix(word, before));
    out.add(before);
    out.add(tagAt(words, cue + 1));
    out.add(sides);
    out.add(mix(sides, before));
    out.add(cue === first ? 1 : 0);
    out.add(suffix);
    out.add(mix(suffix, before));
    return;
  }
  let commas = 0;
  let verbs = 0;
  let clauses = 0;
  let isAdjacent = 1;
  let isAcross = 0;
  for (let i = Math.min(at, cue) + 1; i < Math.max(at, cue); i += 1) {
    const t = tagAt(words, i);
    if (t === TAG.COMMA) commas += 1;
    if (!isVerbGap(t)) isAdjacent = 0;
    if (t === TAG.SAY || t === TAG.AUX || t === TAG.ED || t === TAG.MODAL) verbs += 1;
    if (content.has(i)) isAcross = 1;
    if (words.lower[i] === 'who' || words.lower[i] === 'which' || t === TAG.SUB) clauses += 1;
  }
  commas = Math.min(commas, 3);
  verbs = Math.min(verbs, 3);
  const near = bucket(at - cue);
  const tag = tagAt(words, at);
  const id = idAt(words, at);
  const [t1, t2, p] = [tagAt(words, at + 1), tagAt(words, at + 2), tagAt(words, at - 1)];
  const side = at < cue ? 0 : 1;
  const shape = words.shape[at] as number;
  const closes = words.closedBefore[cue] === cue - 1 ? 1 : 0;
  const place = mix(side, isAdjacent);
  out.begin(500);
  out.add(0);
  out.add(mix(tag, near));
  out.add(mix(tag, t1));
  out.add(mix(mix(tag, t1), isAdjacent));
  out.add(mix(side, mix(tag, isAdjacent)));
  out.add(mix(near, word));
  out.add(id);
  out.add(mix(id, side));
  out.add(mix(commas, mix(tag, side)));
  out.add(mix(verbs, mix(tag, side)));
  out.add(mix(mix(commas, verbs), mix(side, t1)));
  out.add(mix(sides, place));
  out.add(mix(mix(sides, near), tag));
  out.add(mix(word, place));
  out.add(mix(isAcross, side));
  out.add(mix(t1, t2));
  out.add(mix(mix(t1, t2), side));
  out.add(mix(p, tag));
  out.add(mix(mix(p, tag), t1));
  out.add(mix(clauses, mix(tag, isAdjacent)));
  out.add(mix(shape, mix(isAdjacent, side)));
  out.add(mix(suffix, place));
  out.add(mix(mix(suffix, verbs), mix(tag, commas)));
  out.add(mix(Math.min(at - first, 4), mix(t1, side)));
  out.add(mix(idAt(words, at + 1), side));
  out.add(mix(mix(verbs, commas), mix(isAdjacent, suffix)));
  out.add(mix(mix(sides, closes), mix(near, t1)));
  out.add(mix((words.sentence[at] as number) - sentence, mix(tag, isAdjacent)));
  out.add(mix(words.suffix[at] as number, mix(isAdjacent, t1)));
  out.add(mix(mix(isAcross, sides), mix(verbs, tag)));
  out.add(mix(word, mix(tag, near)));
}

export function addSourceStart(words: Words, cue: number, end: number, at: number, out: Features): void {
  const tag = tagAt(words, at);
  const [b1, b2, t1, endTag] = [tagAt(words, at - 1), tagAt(words, at - 2), tagAt(words, at + 1), tagAt(words, end)];
  const isFirst = words.firstOf[words.sentence[at] as number] === at ? 1 : 0;
  const length = bucket(end - at);
  const id = idAt(words, at);
  const commas = Math.min(countBetween(words.counts.commas, at, end), 3);
  const prepositions = Math.min(countBetween(words.counts.prepositions, at, end), 3);
  out.begin(600);
  out.add(0);
  out.add(mix(tag, b1));
  out.add(mix(tag, b2));
  out.add(b1);
  out.add(tag);
  out.add(length);
  out.add(mix(length, tag));
  out.add(mix(mix(tag, b1), isFirst));
  out.add(mix(commas, b1));
  out.add(mix(prepositions, mix(tag, b1)));
  out.add(idAt(words, at - 1));
  out.add(id);
  out.add(mix(id, idAt(words, at - 1)));
  out.add(mix(endTag, mix(tag, length)));
  out.add(mix(endTag, b1));
  out.add(mix(mix(tag, t1), b1));
  out.add(mix(words.shape[at] as number, mix(b1, endTag)));
  out.add(mix(commas, mix(tag, isFirst)));
  out.add(mix(end < cue ? 0 : 1, mix(tag, b1)));
  out.add(mix(mix(length, endTag), b1));
  out.add(mix(id, endTag));
  out.add(mix(mix(prepositions, commas), length));
  out.add(mix(mix(tag, t1), mix(length, endTag)));
  out.add(mix(words.suffix[at] as number, mix(b1, length)));
}
