// wordChanges(before, after): which words of a paragraph went and which came, with a few words round them, so that a reader sees where.

/** Printed words, each a substring of its paragraph. '' where nothing stood there, or stands there now. */
export interface WordChange {
  readonly gone: string;
  readonly new: string;
}

/** Unchanged words that are shown on either side. Chosen by eye. */
const AROUND = 3;
/** Longer paragraphs are compared as a whole: the table of all pairs of words would be too large. Chosen by eye. */
const MOST_WORDS = 2_000;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** In order; empty where no word is different. */
export function wordChanges(before: string, after: string): WordChange[] {
  const [old, now] = [wordsIn(before), wordsIn(after)];
  if (old.length > MOST_WORDS || now.length > MOST_WORDS) return before === after ? [] : [{ gone: before, new: after }];
  const changes: Change[] = [];
  for (const change of changesOf(old, now)) {
    const last = changes.at(-1);
    // What is a few words apart is shown as one.
    if (last && change.from[0] - last.from[1] <= 2 * AROUND && change.to[0] - last.to[1] <= 2 * AROUND) {
      changes[changes.length - 1] = { from: [last.from[0], change.from[1]], to: [last.to[0], change.to[1]] };
    } else changes.push(change);
  }
  return changes.map(({ from, to }) => ({ gone: shown(before, old, from), new: shown(after, now, to) }));
}

/** Share of the words of the longer one that both have in this order, 0 to 1. */
export function likeness(before: string, after: string): number {
  const [old, now] = [wordsIn(before), wordsIn(after)];
  const longer = Math.max(old.length, now.length);
  if (longer === 0 || longer > MOST_WORDS) return before === after ? 1 : 0;
  const lost = changesOf(old, now).reduce((sum, { from }) => sum + from[1] - from[0], 0);
  return (old.length - lost) / longer;
}

/** Half-open ranges of words that are not in the other. */
interface Change {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

function changesOf(old: readonly Word[], now: readonly Word[]): Change[] {
  const width = now.length + 1;
  // common[i * width + j]: how many words of old from i on and now from j on are the same, in order.
  const common = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i -= 1) {
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const isSame = old[i]?.text === now[j]?.text;
      const [both, down, right] = [
        common[(i + 1) * width + j + 1],
        common[(i + 1) * width + j],
        common[i * width + j + 1],
      ];
      common[i * width + j] = isSame ? (both ?? 0) + 1 : Math.max(down ?? 0, right ?? 0);
    }
  }
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [startI, startJ] = [i, j];
    while ((i < old.length || j < now.length) && !(i < old.length && j < now.length && old[i]?.text === now[j]?.text)) {
      const down = i < old.length ? (common[(i + 1) * width + j] ?? 0) : -1;
      const right = j < now.length ? (common[i * width + j + 1] ?? 0) : -1;
      if (down >= right) i += 1;
      else j += 1;
    }
    if (i > startI || j > startJ) changes.push({ from: [startI, i], to: [startJ, j] });
    while (i < old.length && j < now.length && old[i]?.text === now[j]?.text) {
      i += 1;
      j += 1;
    }
  }
  return changes;
}

function shown(text: string, words: readonly Word[], [from, to]: readonly [number, number]): string {
  const first = words[Math.max(0, from - AROUND)];
  const last = words[Math.min(words.length, to + AROUND) - 1];
  return first && last ? text.slice(first.start, last.end) : '';
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));
}
