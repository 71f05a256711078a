// `npm run -s bench:search -- --passages P.jsonl --queries Q.jsonl`: a line of JSON for each question, with the passages that `ask`
// gives, best first, and the milliseconds it took. P holds {"id","title","text"}, Q {"qid","query"}. The
// same statement in several articles is one finding: its passages stand beside each other.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Finding, findingsOf } from '../../src/answers/answer.ts';
import { answerRequest } from '../../src/answers/answerRequest.ts';
import { createAppOver } from '../../src/app.ts';
import { indexOfLines, linesOf } from './corpusOfLines.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

function main(): void {
  const { values } = parseArgs({ options: { passages: { type: 'string' }, queries: { type: 'string' } } });
  if (values.passages === undefined || values.queries === undefined)
    throw new Error('name both files: npm run -s bench:search -- --passages P.jsonl --queries Q.jsonl');
  const start = performance.now();
  const index = indexOfLines(values.passages, ROOT);
  console.error(
    `${index.searched.passages} passages, read and indexed in ${((performance.now() - start) / 1000).toFixed(1)} s`,
  );
  // As a process that serves a platform does when it starts.
  for (const _ of createAppOver(index, rethrow).warmUp());
  for (const { qid, query } of linesOf<{ qid: string; query: string }>(values.queries)) {
    const start = performance.now();
    const answer = answerRequest(index, { kind: 'ask', question: query });
    const ms = performance.now() - start;
    const hits = [
      ...new Set(
        findingsOf(answer)
          .flatMap(placesOf)
          .map(({ passage }) => passage.id),
      ),
    ];
    console.log(JSON.stringify({ qid, hits, ms: Number(ms.toFixed(3)) }));
  }
}

function rethrow(cause: unknown): void {
  throw cause;
}

/** The passages of a finding, those that answer best first: the same statement in several articles is one finding. */
function placesOf(finding: Finding): Finding[] {
  return [finding, ...finding.alsoIn.map((place) => place.finding)].sort((a, b) => b.score - a.score);
}

main();
