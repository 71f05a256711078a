// Printed words that name a statement, for corrections and for what a curator types.
import { findStatement } from '../attribution/correct.ts';
import { type Correction, type DateRange, type Passage, type Statement, wordsOf } from '../domain.ts';
import type { Review } from './review.ts';

/** What is corrected, and how; as typed, or as it was asked for. */
export interface Wanted {
  readonly passage: Passage;
  readonly words: string;
  readonly speaker: Correction['speaker'];
  readonly saidOn: DateRange | null;
  readonly content: string | null;
  readonly reason: string | null;
  readonly by: string | null;
}

/** The first words of it that name it and no other one, else all of them. */
export function wordsFor(
  statement: Statement,
  { passages, statements }: Review,
): { passage: Passage; words: string } | null {
  for (const span of statement.content) {
    const passage = passages.find(({ id }) => id === span.passageId);
    if (!passage) continue;
    const whole = wordsOf(passage, span);
    for (const words of [firstWords(whole), whole]) {
      const isFirst =
        passage.text.indexOf(words) === span.start || findStatement(statements, passage, words) === statement;
      if (isFirst && findStatement(statements, passage, words) === statement) return { passage, words };
    }
  }
  return null;
}

/** Words that name a statement where it has more. Chosen by eye. */
const MOST_WORDS = 8;

/** As they are printed, of one line. */
export function firstWords(text: string): string {
  const found = new RegExp(String.raw`^\s*((?:\S+[^\S\n]+){0,${MOST_WORDS - 1}}\S+)`, 'u').exec(text);
  return found?.[1] ?? text;
}

/** For a shell: nothing within it is read as anything else. */
export function quotedForShell(words: string): string {
  return /["$`\\!]/u.test(words) ? `'${words.replace(/'/gu, `'\\''`)}'` : `"${words}"`;
}
