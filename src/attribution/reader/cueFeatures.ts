// Is word i a cue ("said", "according", "called … “a liar”")? What the decision looks at.
import { bucket, type Features, mix } from './linear.ts';
import { TAG } from './tags.ts';
import type { Words } from './words.ts';

/** Stands for a word outside the passage. */
const OUTSIDE = -7;
const OUTSIDE_TAG = 40;
const NO_SUBJECT = 41;
const NO_MARK = 42;

export function idAt(words: Words, i: number): number {
  // A check before the read: reading a typed array outside its bounds is slow.
  return i < 0 || i >= words.n ? OUTSIDE : (words.id[i] as number);
}

export function tagAt(words: Words, i: number): number {
  return i < 0 || i >= words.n ? OUTSIDE_TAG : (words.tag[i] as number);
}

/** True for what stands between a subject and its verb: "has long", "did not", "to". */
export function isVerbGap(tag: number): boolean {
  return tag === TAG.AUX || tag === TAG.MODAL || tag === TAG.ADV || tag === TAG.NEG || tag === TAG.TO;
}

export function addCueFeatures(words: Words, i: number, out: Features): void {
  const sentence = words.sentence[i] as number;
  const first = words.firstOf[sentence] as number;
  const last = words.lastOf[sentence] as number;
  const word = words.id[i] as number;
  const suffix = words.suffix[i] as number;
  const quoted = words.quoted[i] as number;
  const [b1, b2, a1, a2] = [idAt(words, i - 1), idAt(words, i - 2), idAt(words, i + 1), idAt(words, i + 2)];
  const [s1, s2] = [tagAt(words, i - 1), tagAt(words, i - 2)];
  const [t1, t2, t3] = [tagAt(words, i + 1), tagAt(words, i + 2), tagAt(words, i + 3)];
  let j = i - 1;
  while (j >= first && isVerbGap(tagAt(words, j))) j -= 1;
  const subjectTag = j >= first ? tagAt(words, j) : NO_SUBJECT;
  const subject = j >= first ? idAt(words, j) : OUTSIDE;
  const closed = words.closedBefore[i] as number;
  const opens = words.opensBehind[i] as number;
  const left = closed >= 0 && words.sentence[closed] === sentence ? Math.min(i - closed, 8) : 0;
  const right = opens >= 0 && words.sentence[opens] === sentence ? bucket(opens - i) : 0;
  let p = i + 1;
  while (p <= last && !isMark(tagAt(words, p), TAG.QOPEN)) p += 1;
  const markBehind = p <= last ? tagAt(words, p) : NO_MARK;
  const behind = bucket(p - i);
  p = i - 1;
  while (p >= first && !isMark(tagAt(words, p), TAG.QCLOSE)) p -= 1;
  const markBefore = p >= first ? tagAt(words, p) : NO_MARK;
  const before = bucket(i - p);
  const that = hasThat(words, i, last);
  const verb = verbBehind(words, i, last);
  const say = words.tag[i] === TAG.SAY ? 1 : 0;
  const allQuoted = words.quoted[first] && words.quoted[last] ? 1 : 0;

  out.begin(0);
  out.add(0);
  out.add(word);
  out.add(b1);
  out.add(a1);
  out.add(b2);
  out.add(a2);
  out.add(mix(word, b1));
  out.add(mix(word, a1));
  out.add(mix(word, s1));
  out.add(mix(word, t1));
  out.add(mix(s1, s2));
  out.add(mix(t1, t2));
  out.add(mix(word, quoted));
  out.add(mix(word, left));
  out.add(mix(word, right));
  out.add(mix(word, that));
  out.add(mix(mix(s1, t1), suffix));
  out.add(words.shape[i] as number);
  out.add(suffix);
  out.add(mix(word, mix(t1, t2)));
  out.add(mix(word, mix(s1, s2)));
  out.add(subjectTag);
  out.add(mix(word, subjectTag));
  out.add(mix(suffix, subjectTag));
  out.add(mix(word, markBehind));
  out.add(mix(mix(markBehind, behind), say));
  out.add(mix(word, markBefore));
  out.add(mix(mix(markBefore, before), say));
  out.add(mix(quoted, allQuoted));
  out.add(mix(left, right));
  out.add(mix(mix(left, subjectTag), t1));
  out.add(mix(mix(suffix, left), markBehind));
  out.add(mix(verb, say));
  out.add(mix(word, verb));
  out.add(mix(mix(that, subjectTag), suffix));
  out.add(mix(Math.min(i - first, 8), mix(Math.min(last - i, 4), quoted)));
  out.add(mix(mix(t1, t2), t3));
  out.add(mix(b1, b2));
  out.add(mix(a1, a2));
  out.add(subject);
  out.add(mix(subject, word));
  out.add(mix(mix(quoted, say), mix(left, subjectTag)));
  out.add(mix(mix(right, t1), suffix));
  out.add(mix(mix(mix(s1, t1), quoted), say));
  out.add(mix(mix(word, quoted), mix(left > 0 ? 1 : 0, right > 0 ? 1 : 0)));
  for (let q = Math.max(first, i - 4); q < i; q += 1) out.addAs(90, idAt(words, q));
  for (let q = i + 1; q <= Math.min(last, i + 5); q += 1) out.addAs(91, idAt(words, q));
}

function isMark(tag: number, quotationMark: number): boolean {
  return tag === TAG.COMMA || tag === TAG.STOP || tag === TAG.COLON || tag === TAG.DASH || tag === quotationMark;
}

/** 1 when "that" follows within eight words and before a comma or stop. */
function hasThat(words: Words, i: number, last: number): number {
  for (let q = i + 1; q <= Math.min(last, i + 8); q += 1) {
    const tag = words.tag[q];
    if (tag === TAG.THAT) return 1;
    if (tag === TAG.COMMA || tag === TAG.STOP) return 0;
  }
  return 0;
}

/** Whether a clause follows: 1 with an auxiliary, 2 with a word in -ed, 0 with neither, within twelve words. */
function verbBehind(words: Words, i: number, last: number): number {
  let found = 0;
  for (let q = i + 1; q <= Math.min(last, i + 12); q += 1) {
    const tag = words.tag[q];
    if (tag === TAG.AUX || tag === TAG.MODAL) return 1;
    if (tag === TAG.COMMA || tag === TAG.STOP) return found;
    if (tag === TAG.ED) found = 2;
  }
  return found;
}
