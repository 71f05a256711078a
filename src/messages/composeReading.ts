// readingWords(reading): how a request was read, in one line: "Donald Trump · missiles · since 10 Feb 2026".
import type { Reading, ReadingPart } from '../answers/answer.ts';
import { assertNever } from './message.ts';
import { formatDay, formatRange } from './words.ts';

export function readingWords(reading: Reading): string {
  return reading.map(partWords).join(' · ');
}

function partWords(part: ReadingPart): string {
  switch (part.kind) {
    case 'words':
      return part.words;
    case 'except':
      return `not ${part.name}`;
    case 'days':
      return dayWords(part.from, part.to);
    case 'outlet':
      return `in ${part.name}`;
    case 'direct':
      return 'direct quotations only';
    default:
      return assertNever(part);
  }
}

function dayWords(from: string | null, to: string | null): string {
  if (from !== null && to !== null) return formatRange({ from, to });
  if (from !== null) return `since ${formatDay(from)}`;
  return to === null ? 'any day' : `until ${formatDay(to)}`;
}
