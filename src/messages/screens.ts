// screensOf(message, fits): a message in as many pieces as a platform's limits ask for, none of which cuts off anything in silence: whole
// parts go to the next screen; what is too long for a screen of its own is split between rows, between places, between sentences, and only
// where one sentence alone is too long between words, with a mark.
import type { Also, FindingPart, Message, Part, Row, Run } from './message.ts';

/** Whether a message with these parts stays within a platform's limits. Fewer and shorter parts fit where more do. */
export type Fits = (message: Message) => boolean;

/** At least one; every word of the message is in one of them, its title and summary in all. @throws Error where not even a word fits, which is a bug. */
export function screensOf(message: Message, fits: Fits): Message[] {
  const screens: Message[] = [];
  const asScreen = (parts: readonly Part[], isLast: boolean): Message => ({
    ...message,
    parts,
    footer: isLast ? message.footer : [],
  });
  const rest = [...message.parts];
  let parts: Part[] = [];
  // The footer stands on the last screen; which that is, is not known before it is full.
  const hasRoom = (more: readonly Part[]): boolean => fits(asScreen([...parts, ...more], true));
  while (rest.length > 0) {
    const [first] = rest as [Part];
    // A heading stands on the screen of what it heads.
    const together = first.kind === 'heading' && rest[1] ? [first, rest[1]] : [first];
    if (hasRoom(together)) {
      parts.push(...together);
      rest.splice(0, together.length);
    } else if (parts.length > 0 && !isWorthSplitting(first, parts)) {
      screens.push(asScreen(parts, false));
      parts = [];
    } else {
      const [head, tail] = splitPart(first, (part) => hasRoom([part]));
      if (head) parts.push(head);
      rest.splice(0, 1, ...(tail ? [tail] : []));
      if (tail && parts.length > 0) {
        screens.push(asScreen(parts, false));
        parts = [];
      }
    }
  }
  return [...screens, asScreen(parts, true)];
}

/** Lists go on where they are; findings begin on a screen of their own rather than being torn. */
function isWorthSplitting(part: Part, before: readonly Part[]): boolean {
  return part.kind === 'rows' && before.length > 0;
}

type Split = readonly [head: Part | null, tail: Part | null];

/** As much of a part as fits, and the rest. */
function splitPart(part: Part, fits: (part: Part) => boolean): Split {
  switch (part.kind) {
    case 'rows': {
      const most = largest(part.rows.length, (count) => fits({ ...part, rows: part.rows.slice(0, count) }));
      if (most === 0) return [null, { ...part, rows: shortened(part.rows) }];
      return [
        { ...part, rows: part.rows.slice(0, most) },
        { ...part, rows: part.rows.slice(most) },
      ];
    }
    case 'text': {
      const [head, tail] = splitRuns(part.runs, (runs) => fits({ ...part, runs }));
      return [{ ...part, runs: head }, tail.length > 0 ? { ...part, runs: tail } : null];
    }
    case 'heading':
      return splitPart({ kind: 'text', runs: [{ text: part.text, style: 'strong' }] }, fits);
    case 'finding':
      return splitFinding(part, fits);
  }
}

/** A row that does not fit at all goes on in rows below it. */
function shortened(rows: readonly Row[]): Row[] {
  const [row, ...others] = rows as [Row, ...Row[]];
  const { label, detail } = row;
  const text = detail === '' ? label : detail;
  const middle = wordEnd(text, Math.ceil(text.length / 2));
  const [first, second] = [text.slice(0, middle), text.slice(middle)];
  const halves: Row[] =
    detail === ''
      ? [
          { label: first, detail },
          { label: second, detail },
        ]
      : [
          { label, detail: first },
          { label: '', detail: second },
        ];
  // A label alone may be all that does not fit.
  const parts: Row[] =
    label !== '' && detail !== '' && label.length > detail.length
      ? [
          { label, detail: '' },
          { label: '', detail },
        ]
      : halves;
  return [...parts, ...others];
}

/** In the order in which it is read: the words of the passage, the remarks, the other places. All pieces stand under the speaker and the citation. */
function splitFinding(part: FindingPart, fits: (part: Part) => boolean): Split {
  const { quote, remarks, also } = part;
  const isQuoted = quote.runs.length > 0;
  const behind = { ...part, quote: { runs: [], isCutBefore: false, isCutAfter: false } };
  const withoutPlaces = { ...part, also: null };
  if (also && (isQuoted || remarks.length > 0) && fits(withoutPlaces))
    return [withoutPlaces, { ...behind, remarks: [] }];
  if (isQuoted) {
    const withRuns = (runs: readonly Run[]): FindingPart => ({
      ...withoutPlaces,
      quote: { ...quote, runs },
      remarks: [],
    });
    // With the mark that it gets where it is cut.
    const cut = { ...quote, isCutAfter: true };
    const [head, tail] = splitRuns(quote.runs, (runs) => fits({ ...withRuns(runs), quote: { ...cut, runs } }));
    if (tail.length === 0) return [withRuns(head), behind];
    const [before, after] = [withRuns(head), { ...part, quote: { ...quote, runs: tail, isCutBefore: true } }];
    return [{ ...before, quote: { ...before.quote, isCutAfter: true } }, after];
  }
  if (remarks.length > 0) {
    const most = largest(remarks.length, (count) => fits({ ...withoutPlaces, remarks: remarks.slice(0, count) }));
    if (most > 0)
      return [
        { ...withoutPlaces, remarks: remarks.slice(0, most) },
        { ...part, remarks: remarks.slice(most) },
      ];
    const [first = '', ...others] = remarks;
    const middle = wordEnd(first, Math.ceil(first.length / 2));
    return [null, { ...part, remarks: [first.slice(0, middle), first.slice(middle), ...others] }];
  }
  return also ? splitPlaces(part, also, fits) : [part, null];
}

function splitPlaces(part: FindingPart, also: Also, fits: (part: Part) => boolean): Split {
  const { places, rest } = also;
  const most = largest(places.length, (count) =>
    fits({ ...part, also: { ...also, places: places.slice(0, count), rest: null } }),
  );
  if (most > 0) {
    const head = { ...part, also: { ...also, places: places.slice(0, most), rest: null } };
    return [head, { ...part, also: { ...also, places: places.slice(most) } }];
  }
  const [first, ...others] = places;
  if (!first) return [null, { kind: 'text', runs: [{ text: rest ?? '', style: 'faint' }] }];
  const withRuns = (runs: readonly Run[]): FindingPart => ({
    ...part,
    also: { ...also, places: [{ ...first, runs }], rest: null },
  });
  const [head, tail] = splitRuns(first.runs, (runs) => fits(withRuns(runs)));
  return [withRuns(head), { ...part, also: { ...also, places: [{ ...first, runs: tail }, ...others] } }];
}

/** As many units as fit, up to the end of a sentence, else of a word. @throws Error where not even one word fits. */
function splitRuns(runs: readonly Run[], fits: (runs: readonly Run[]) => boolean): readonly [Run[], Run[]] {
  const text = runs.map((run) => run.text).join('');
  const most = largest(text.length, (length) => fits(firstUnits(runs, length)[0]));
  if (most === text.length) return [[...runs], []];
  const sentence = Math.max(
    -1,
    ...[...text.slice(0, most).matchAll(/[.!?]["”’)\]]*\s/gu)].map(({ 0: end, index }) => index + end.length),
  );
  const at = sentence > most / 2 ? sentence : wordEnd(text, most);
  if (at === 0) throw new Error('a message does not fit into one screen, however short it is made');
  return firstUnits(runs, at);
}

/** The end of the last word that ends at `most` or before; `most` itself, but no half of a pair, where there is none. */
function wordEnd(text: string, most: number): number {
  const space = text.slice(0, most).search(/\s\S*$/u);
  if (space > 0) return space + 1;
  return /[\uD800-\uDBFF]/.test(text[most - 1] ?? '') ? most - 1 : most;
}

function firstUnits(runs: readonly Run[], length: number): readonly [Run[], Run[]] {
  const [head, tail]: [Run[], Run[]] = [[], []];
  let left = length;
  for (const run of runs) {
    if (left > 0) head.push({ ...run, text: run.text.slice(0, left) });
    if (run.text.length > left) tail.push({ ...run, text: run.text.slice(Math.max(0, left)) });
    left -= run.text.length;
  }
  return [head, tail];
}

/** The largest number up to `most` for which it holds; it holds for all below one for which it does. 0: for none. */
function largest(most: number, holds: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
