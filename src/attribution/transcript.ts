// findTranscript(passages, isKnown): a conversation that is printed word for word, a line a speaker: `DANESH: We did not ask.` Its lines
// are quotations without marks, and so are the paragraphs between two of them. Leaves alone: a single label, a label that names
// nobody the article knows ("THE FACTS: …"), unless a transcript is announced, a line whose words stand in marks, a score, a
// paragraph with a quotation of its own, what follows the last line or the mark that closes the block.
import type { Passage } from '../domain.ts';
import { pattern } from '../patterns.ts';
import type { Quotation } from '../quotations.ts';
import { type Draft, draft } from './draft.ts';

/** A name in capitals, perhaps behind the mark of the block that is quoted. */
const LABEL = pattern(
  String.raw`^["“]?\s*((?:\p{Lu}[\p{Lu}\p{M}.'’-]*)(?:[^\S\n]+(?:\p{Lu}[\p{Lu}\p{M}.'’-]*)){0,4}):\s+(?=[^\s"“„«])`,
  'u',
);
/** "(BEGIN VIDEO CLIP)", "[crosstalk]", "…" */
const ASIDE = /^["“]?(?:\(.*\)|\[.*\]|[….\s]*)\.?["”]?$/su;
const MIN_SPEAKERS = 2;
const ANNOUNCED = /\b(?:transcripts?|exchange|interview|conversation)\b/i;
const IN_BLOCK = /^["“]/u;
/** The mark that closes a block. */
const CLOSES = /["”]\s*$/u;
/** Where a transcript is announced or set as a block, who is not named otherwise is a speaker, too: one word that comes back. */
const SURNAME = pattern(String.raw`^\p{Lu}[\p{Lu}\p{M}'’-]{2,}$`);
const MIN_LINES = 2;
/** Labels of what somebody checks, asks or answers are no names. */
const NO_NAME =
  /^(?:facts?|claims?|truth|reality|myths?|verdict|rulings?|context|background|update|note|question|answer|true|false|video|photos?|audio|source|summary|correction)$/i;
/** Paragraphs without a label that one speaker may go on for. */
const MOST_BETWEEN = 6;

/** A paragraph of a transcript: who speaks it and with which colon, where it has a label, and what they say. */
export interface TranscriptLine {
  readonly quotations: readonly Quotation[];
  readonly drafts: readonly Draft[];
}

/** For each passage that is part of a transcript what it holds. `isKnown`: whether a name is that of a person, at a passage. */
export function findTranscript(
  passages: readonly Passage[],
  isKnown: (name: string, passage: number) => boolean,
): ReadonlyMap<string, TranscriptLine> {
  const found = new Map<string, TranscriptLine>();
  const labels = passages.flatMap(({ kind, text }, index) => {
    const label = kind === 'paragraph' ? LABEL.exec(text) : null;
    const [whole = '', name = ''] = label ?? [];
    return label && SPEECH.test(text.slice(whole.length))
      ? [{ index, name, start: whole.length, isKnown: isKnown(name, index) }]
      : [];
  });
  const lines = isAnnounced(labels, passages) ? withUnknown(labels) : labels;
  const names = new Set(lines.filter((line) => line.isKnown).map(({ name }) => name.split(/\s+/u).at(-1)));
  if (names.size < MIN_SPEAKERS) return found;
  lines.forEach((line, position) => {
    const { index, isKnown: isLine } = line;
    if (!isLine) return;
    const next = lines[position + 1]?.index ?? index + 1;
    const last = next - index - 1 <= MOST_BETWEEN ? next : index + 1;
    for (let at = index; at < last; at += 1) {
      const passage = passages[at];
      if (passage?.kind !== 'paragraph' || ASIDE.test(passage.text)) continue;
      const { text } = passage;
      // Marks within the block; one more than pairs at the end closes it.
      const inner = (text.match(/["“”]/gu)?.length ?? 0) - (IN_BLOCK.test(text) ? 1 : 0);
      const closes = inner % 2 === 1 && CLOSES.test(text);
      if (at > index && inner > (closes ? 1 : 0)) break;
      const start = at === index ? line.start : 0;
      const end = closes ? text.trimEnd().length - 1 : text.length;
      const quotations = [{ start, end, isTerm: false, isClosed: true }];
      found.set(passage.id, { quotations, drafts: at === index ? [readLabel(line, text, end)] : [] });
      if (closes) break;
    }
  });
  return found;
}

function readLabel({ name, start }: Line, text: string, end: number): Draft {
  const from = text.indexOf(name);
  const colon = text.indexOf(':', from + name.length);
  return draft({
    source: { start: from, end: from + name.length },
    cue: { start: colon, end: colon + 1 },
    sense: 'said',
    content: [{ start, end }],
    isSure: true,
    rule: 'transcript',
  });
}

/** A line with the name it begins with, by the number of its passage. */
interface Line {
  readonly index: number;
  readonly name: string;
  /** Where the words begin behind the label. */
  readonly start: number;
  readonly isKnown: boolean;
}

/** Words, not "7/10". */
const SPEECH = pattern(String.raw`\p{L}{2}`);

/** True where the paragraph above the first line, or the one above that, tells of a transcript, or most lines begin with a mark. */
function isAnnounced(lines: readonly Line[], passages: readonly Passage[]): boolean {
  const first = lines[0]?.index ?? 0;
  const above = passages.slice(Math.max(0, first - 2), first);
  const inBlock = lines.filter(({ index }) => IN_BLOCK.test(passages[index]?.text ?? ''));
  return above.some(({ text }) => ANNOUNCED.test(text)) || inBlock.length * 2 > lines.length;
}

/** Who talks with somebody known, and comes back, is a speaker, too: `PELL: …`, `DANESH: …`, `PELL: …`. */
function withUnknown(lines: readonly Line[]): Line[] {
  const isTalk = lines.some(({ isKnown }) => isKnown);
  const count = new Map<string, number>();
  for (const { name } of lines) count.set(name, (count.get(name) ?? 0) + 1);
  const isName = (name: string): boolean =>
    SURNAME.test(name) && !NO_NAME.test(name) && (count.get(name) ?? 0) >= MIN_LINES;
  return lines.map((line) => ({ ...line, isKnown: line.isKnown || (isTalk && isName(line.name)) }));
}
