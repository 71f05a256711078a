// `npm run -s bench:nothing -- --passages P.jsonl --queries Q.jsonl [--list]`: how many of the questions `ask` answers with "nothing found", and how many of
// the rest some statement has in full: there somebody did say the words, whether or not the question was made of another text. `--list` prints a
// line of JSON for each question first, {"qid","found","isSaidInFull"}. The files are those of `bench:search`.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findingsOf } from '../../src/answers/answer.ts';
import { answerRequest } from '../../src/answers/answerRequest.ts';
import { whoSaidWords } from '../../src/answers/reading/question.ts';
import type { StoryIndex } from '../../src/search/storyIndex.ts';
import { indexOfLines, linesOf } from './corpusOfLines.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
/** Share of the question's words that a statement has when it has all of them, but for rounding. */
const IN_FULL = 0.99;

function main(): void {
  const { values } = parseArgs({
    options: { passages: { type: 'string' }, queries: { type: 'string' }, list: { type: 'boolean' } },
  });
  if (values.passages === undefined || values.queries === undefined)
    throw new Error('name both files: npm run -s bench:nothing -- --passages P.jsonl --queries Q.jsonl');
  const index = indexOfLines(values.passages, ROOT);
  const answers = linesOf<{ qid: string; query: string }>(values.queries).map(({ qid, query }) => {
    const found = answerRequest(index, { kind: 'ask', question: query }).total > 0;
    return { qid, found, isSaidInFull: found && isSaidInFull(index, query) };
  });
  if (values.list) for (const answer of answers) console.log(JSON.stringify(answer));
  const nothing = answers.filter(({ found }) => !found).length;
  const inFull = answers.filter((answer) => answer.isSaidInFull).length;
  console.log(
    `${answers.length} questions on ${index.searched.passages} passages: "nothing" to ${nothing} (${ofHundred(nothing, answers.length)} of 100); ` +
      `${inFull} others are answered with a statement that has all their words, without these ${ofHundred(nothing, answers.length - inFull)} of 100`,
  );
}

function isSaidInFull(index: StoryIndex, question: string): boolean {
  const words = whoSaidWords(question);
  if (words === undefined) return false;
  const query = index.readQuery(words);
  return findingsOf(answerRequest(index, { kind: 'ask', question })).some(
    ({ near, statement }) => !near && statement !== null && index.rateStatement(query, statement).coverage >= IN_FULL,
  );
}

function ofHundred(part: number, all: number): string {
  return ((100 * part) / all).toFixed(1);
}

main();
