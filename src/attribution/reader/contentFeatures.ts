// Where the content of a cue begins and ends. Content stands behind the cue, before it, or on both sides; each of the four
// edges is chosen among candidates (candidates.ts), and -1 stands for "nothing on this side".
import { idAt, tagAt } from './cueFeatures.ts';
import { bucket, type Features, mix } from './linear.ts';
import { TAG } from './tags.ts';
import { countBetween, type Words } from './words.ts';

/** How near a quotation has closed before the cue in its sentence, up to `most`; 0: none. */
function closedWithin(words: Words, cue: number, most: number): number {
  const closed = words.closedBefore[cue] as number;
  return closed >= 0 && words.sentence[closed] === words.sentence[cue] ? Math.min(cue - closed, most) : 0;
}

/** First word of the content behind the cue; `at` -1: none. */
export function addRightStart(words: Words, cue: number, at: number, out: Features): void {
  const last = words.lastOf[words.sentence[cue] as number] as number;
  const word = words.id[cue] as number;
  const left = closedWithin(words, cue, 6);
  if (at < 0) {
    addNoRight(words, cue, left, out);
    return;
  }
  const distance = at - cue;
  const isNext = at > last ? 1 : 0;
  const tag = tagAt(words, at);
  const before = tagAt(words, at - 1);
  const opens = words.opensBehind[cue] as number;
  const isFirstQuote = opens === at ? 1 : 0;
  const anyQuote = opens >= 0 && opens <= last ? (opens < at ? 2 : opens === at ? 1 : 3) : 0;
  let commas = 0;
  let thats = 0;
  for (let q = cue + 1; q < Math.min(at, last + 1); q += 1) {
    if (words.tag[q] === TAG.COMMA) commas += 1;
    else if (words.tag[q] === TAG.THAT) thats += 1;
  }
  const near = bucket(distance);
  out.begin(100);
  out.add(0);
  out.add(tag);
  out.add(before);
  out.add(mix(tag, before));
  out.add(idAt(words, at));
  out.add(idAt(words, at - 1));
  out.add(near);
  out.add(mix(near, word));
  out.add(mix(near, tag));
  out.add(mix(mix(near, tag), before));
  out.add(mix(word, tag));
  out.add(mix(word, before));
  out.add(mix(isNext, left));
  out.add(mix(isNext, tag));
  out.add(isFirstQuote);
  out.add(mix(isFirstQuote, near));
  out.add(mix(anyQuote, tag));
  out.add(mix(anyQuote, before));
  out.add(mix(commas, tag));
  out.add(mix(commas, before));
  out.add(mix(thats, before));
  out.add(mix(thats, tag));
  out.add(mix(mix(tag, before), tagAt(words, at + 1)));
  out.add(mix(word, mix(tag, before)));
  out.add(mix(left, mix(near, tag)));
  const path = distance <= 5 ? pathOf(words, cue + 1, at, 7) : 0;
  out.add(path);
  out.add(mix(path, word));
  out.add(mix(mix(idAt(words, at - 1), idAt(words, at)), 0));
  out.add(mix(mix(anyQuote, near), word));
  out.add(mix(mix(commas, thats), mix(tag, before)));
  out.add(mix(mix(isNext, anyQuote), mix(left, tag)));
  out.add(mix(words.shape[at] as number, mix(before, near)));
}

function addNoRight(words: Words, cue: number, left: number, out: Features): void {
  const last = words.lastOf[words.sentence[cue] as number] as number;
  const word = words.id[cue] as number;
  const next = tagAt(words, cue + 1);
  const rest = last - cue;
  const follows = last + 1 < words.n ? (words.tag[last + 1] === TAG.QOPEN ? 2 : words.quoted[last + 1] ? 1 : 0) : 3;
  const opens = words.opensBehind[cue] as number;
  const opensHere = opens >= 0 && words.sentence[opens] === words.sentence[cue] ? 1 : 0;
  out.begin(160);
  out.add(0);
  out.add(word);
  out.add(mix(word, next));
  out.add(left);
  out.add(mix(word, left));
  out.add(follows);
  out.add(mix(left, follows));
  out.add(Math.min(rest, 6));
  out.add(mix(Math.min(rest, 6), left));
  out.add(mix(mix(word, Math.min(rest, 3)), left));
  out.add(mix(next, tagAt(words, cue + 2)));
  out.add(mix(mix(next, left), follows));
  out.add(tagAt(words, cue - 1));
  out.add(mix(tagAt(words, cue - 1), left));
  out.add(mix(left, opensHere));
}

/** Last word of the content behind the cue, which begins at `from`. */
export function addRightEnd(words: Words, cue: number, from: number, at: number, out: Features): void {
  const word = words.id[cue] as number;
  const tag = tagAt(words, at);
  const [t1, t2, t3, t4] = [tagAt(words, at + 1), tagAt(words, at + 2), tagAt(words, at + 3), tagAt(words, at + 4)];
  const [w1, w2] = [idAt(words, at + 1), idAt(words, at + 2)];
  const sentenceLast = words.lastOf[words.sentence[at] as number] as number;
  const isLast = sentenceLast === at ? 1 : sentenceLast === at + 1 && words.tag[at + 1] === TAG.STOP ? 2 : 0;
  const passed = Math.min((words.sentence[at] as number) - (words.sentence[from] as number), 4);
  const { counts } = words;
  const commas = Math.min(countBetween(counts.plainCommas, from, at), 3);
  const closed = Math.min(countBetween(counts.closes, from, at), 3);
  const clauseVerb = countBetween(counts.verbs, from, at) > 0 ? 1 : 0;
  const quoted = (words.quoted[from] as number) * 2 + (words.quoted[at] as number);
  const after = at + 1 < words.n ? (words.quoted[at + 1] ? 1 : 0) : 2;
  const opens = words.tag[from] === TAG.QOPEN ? 1 : 0;
  const isEnd = at >= words.n - 2 ? 1 : 0;
  const length = bucket(at - from);
  const [nextVerb, nextVerbAt] = verbBehind(words, at, sentenceLast);
  const rest = bucket(sentenceLast - at);
  const four = mix(mix(t1, t2), mix(t3, t4));
  const hasThat = words.lower[from - 1] === 'that' || words.tag[from] === TAG.THAT ? 1 : 0;
  out.begin(200);
  out.add(0);
  out.add(mix(tag, t1));
  out.add(isLast);
  out.add(mix(isLast, passed));
  out.add(mix(isLast, quoted));
  out.add(mix(mix(isLast, passed), mix(quoted, opens)));
  out.add(t1);
  out.add(w1);
  out.add(mix(t1, t2));
  out.add(mix(w1, w2));
  out.add(mix(t1, commas));
  out.add(mix(w1, commas));
  out.add(length);
  out.add(mix(length, t1));
  out.add(mix(isLast, commas));
  out.add(mix(mix(passed, after), quoted));
  out.add(mix(tag, mix(opens, passed)));
  out.add(mix(mix(tag, isLast), mix(opens, closed)));
  out.add(mix(word, mix(isLast, passed)));
  out.add(mix(word, t1));
  out.add(mix(mix(t1, w2), quoted));
  out.add(mix(mix(t1, t2), t3));
  out.add(mix(mix(isLast, quoted), isEnd));
  out.add(mix(w2, isLast));
  out.add(mix(mix(t1, t2), commas));
  out.add(idAt(words, at));
  out.add(mix(closed, mix(t1, opens)));
  out.add(mix(mix(words.sentence[from] === words.sentence[cue] ? 0 : 1, passed), mix(quoted, isLast)));
  out.add(mix(mix(t1, t2), length));
  out.add(mix(mix(isLast, quoted), mix(after, passed)));
  out.add(mix(mix(t1, w2), idAt(words, at + 3)));
  out.add(four);
  out.add(mix(four, quoted));
  out.add(mix(mix(t1, t2), mix(nextVerb, nextVerbAt)));
  out.add(mix(w1, mix(nextVerb, nextVerbAt)));
  out.add(mix(mix(t1, w2), nextVerb));
  out.add(mix(rest, t1));
  out.add(mix(rest, mix(t1, quoted)));
  out.add(mix(mix(t1, t2), mix(clauseVerb, nextVerb)));
  out.add(mix(clauseVerb, mix(t1, length)));
  out.add(mix(tagAt(words, cue), mix(t1, t2)));
  out.add(mix(word, mix(t1, t2)));
  out.add(mix(mix(w1, w2), mix(nextVerb, quoted)));
  out.add(mix(tagAt(words, from), mix(t1, t2)));
  out.add(mix(hasThat, mix(w1, t2)));
}

/** Tag and distance (up to 5) of the next verb of the sentence behind `at`; zeros: none. */
function verbBehind(words: Words, at: number, last: number): [number, number] {
  for (let i = at + 1; i <= last; i += 1) {
    const t = words.tag[i] as number;
    if (t === TAG.AUX || t === TAG.MODAL || t === TAG.ED || t === TAG.SAY || t === TAG.ING)
      return [t, Math.min(i - at, 5)];
  }
  return [0, 0];
}

/** What stands behind the cue, for the decision on what stands before it. */
export function rightKind(words: Words, cue: number, start: number): number {
  if (start < 0) return 0;
  if (start > (words.lastOf[words.sentence[cue] as number] as number)) return 1;
  const closed = words.closedBefore[start] as number;
  if (words.tag[start] === TAG.QOPEN) return closed >= 0 && words.sentence[closed] === words.sentence[cue] ? 2 : 3;
  if (words.tag[start] === TAG.THAT || words.tag[start - 1] === TAG.THAT) return 4;
  return words.tag[start - 1] === TAG.COMMA ? 5 : 6;
}

/** Last word of the content before the cue; `at` -1: none. `right`: rightKind of what was chosen behind the cue. */
export function addLeftEnd(words: Words, cue: number, at: number, right: number, out: Features): void {
  const sentence = words.sentence[cue] as number;
  const first = words.firstOf[sentence] as number;
  const last = words.lastOf[sentence] as number;
  const word = words.id[cue] as number;
  const left = closedWithin(words, cue, 7);
  const next = tagAt(words, cue + 1);
  if (at < 0) {
    const rest = Math.min(last - cue, 4);
    const closed = words.closedBefore[cue] as number;
    const hasQuote = closed >= 0 && words.sentence[closed] === sentence ? 1 : 0;
    let that = 0;
    for (let q = cue + 1; q <= Math.min(last, cue + 8); q += 1) if (words.tag[q] === TAG.THAT) that = 1;
    out.begin(360);
    out.add(0);
    out.add(word);
    out.add(left);
    out.add(mix(word, left));
    out.add(next);
    out.add(mix(next, left));
    out.add(Math.min(cue - first, 8));
    out.add(mix(word, Math.min(cue - first, 4)));
    out.add(mix(word, next));
    out.add(mix(next, tagAt(words, cue + 2)));
    out.add(mix(mix(left, next), word));
    out.add(mix(left, rest));
    out.add(mix(word, rest));
    out.add(mix(next, mix(tagAt(words, cue - 1), left)));
    out.add(mix(that, left));
    out.add(right);
    out.add(mix(right, left));
    out.add(mix(right, word));
    out.add(mix(right, mix(left, next)));
    out.add(mix(right, hasQuote));
    return;
  }
  const distance = cue - at;
  const near = bucket(distance);
  const tag = tagAt(words, at);
  const [t1, t2] = [tagAt(words, at + 1), tagAt(words, at + 2)];
  const w2 = idAt(words, at + 2);
  const isClosing = words.closedBefore[cue] === at ? 1 : 0;
  const rest = Math.min(last - cue, 5);
  let commas = 0;
  for (let i = at + 1; i < cue; i += 1) if (words.tag[i] === TAG.COMMA) commas += 1;
  out.begin(300);
  out.add(0);
  out.add(tag);
  out.add(mix(tag, t1));
  out.add(mix(t1, t2));
  out.add(near);
  out.add(mix(near, t1));
  out.add(mix(near, tag));
  out.add(isClosing);
  out.add(mix(isClosing, near));
  out.add(mix(commas, tag));
  out.add(mix(commas, t1));
  out.add(mix(word, near));
  out.add(mix(word, tag));
  out.add(mix(mix(tag, t1), t2));
  out.add(mix(rest, t1));
  out.add(mix(mix(rest, word), tag));
  out.add(mix(next, mix(near, tag)));
  out.add(mix(words.quoted[at] as number, mix(commas, near)));
  out.add(w2);
  out.add(mix(w2, t1));
  out.add(distance <= 7 ? pathOf(words, at, cue - 1, 5) : 1);
  out.add(mix(left, isClosing));
  out.add(mix(mix(left, isClosing), next));
  out.add(mix(mix(Math.min(at - first, 6), tag), near));
  out.add(mix(mix(next, rest), mix(isClosing, tag)));
  out.add(mix(right, tag));
  out.add(mix(right, isClosing));
  out.add(mix(right, mix(tag, near)));
  out.add(mix(right, mix(t1, words.quoted[at] as number)));
  out.add(mix(right, mix(isClosing, words.quoted[cue > 0 ? cue - 1 : 0] as number)));
}

/** First word of the content before the cue, which ends at `end`. */
export function addLeftStart(words: Words, cue: number, end: number, at: number, out: Features): void {
  const tag = tagAt(words, at);
  const [b1, b2] = [tagAt(words, at - 1), tagAt(words, at - 2)];
  const wordBefore = idAt(words, at - 1);
  const quotedHere = words.quoted[at] as number;
  const quotedEnd = words.quoted[end] as number;
  const passed = Math.min((words.sentence[end] as number) - (words.sentence[at] as number), 4);
  const isFirst = words.firstOf[words.sentence[at] as number] === at ? 1 : 0;
  const commas = at < end ? countBetween(words.counts.plainCommas, at, end - 1) : 0;
  const opens = at < end ? Math.min(countBetween(words.counts.opens, at, end - 1), 3) : 0;
  const quoted = quotedHere * 2 + quotedEnd;
  const length = bucket(end - at);
  const quotedBefore = at > 0 ? (words.quoted[at - 1] as number) : 2;
  const isPassageStart = at === 0 ? 1 : 0;
  out.begin(400);
  out.add(0);
  out.add(mix(tag, b1));
  out.add(isFirst);
  out.add(mix(isFirst, passed));
  out.add(mix(isFirst, quoted));
  out.add(mix(mix(isFirst, passed), mix(quoted, tag)));
  out.add(b1);
  out.add(wordBefore);
  out.add(idAt(words, at));
  out.add(mix(idAt(words, at), wordBefore));
  out.add(length);
  out.add(mix(length, b1));
  out.add(mix(opens, quoted));
  out.add(mix(mix(opens, passed), mix(quoted, isFirst)));
  out.add(mix(mix(tag, b1), b2));
  out.add(mix(mix(quotedBefore, quotedHere), mix(quotedEnd, isFirst)));
  out.add(mix(commas, b1));
  out.add(mix(words.id[cue] as number, mix(isFirst, passed)));
  out.add(mix(mix(tag === TAG.QOPEN ? 1 : 0, opens), mix(quotedEnd, passed)));
  out.add(isPassageStart);
  out.add(mix(isPassageStart, quoted));
  out.add(mix(wordBefore, quoted));
  out.add(mix(mix(tag, isFirst), mix(tagAt(words, end), passed)));
}

/** The tags from one word to another, both included, as one value. */
function pathOf(words: Words, from: number, to: number, seed: number): number {
  let path = seed;
  for (let q = from; q <= to; q += 1) path = mix(path, tagAt(words, q));
  return path;
}
