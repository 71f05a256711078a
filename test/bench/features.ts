// `npm run -s bench:features -- --passages P.jsonl --queries Q.jsonl`: what the ranking sees, for fitting its weights with fit_ranking.py. A line
// of JSON first, {"features": names}, then one for each question: {"qid","group","wanted","rows":[{"id","right","features":[…]}]}. P as for
// bench:search; Q holds {"qid","query","rel":{passage id: grade}, "group"}; without "rel" no passage is right.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readLoosely } from '../../src/answers/reading/loose.ts';
import { readQuestion, whoSaidWords, withoutFrame } from '../../src/answers/reading/question.ts';
import { wantedOf } from '../../src/answers/reading/wanted.ts';
import { allOf } from '../../src/search/allOf.ts';
import { FEATURES, type Wanted } from '../../src/search/passageFeatures.ts';
import { createPassageIndex } from '../../src/search/passageIndex.ts';
import type { StoryIndex } from '../../src/search/storyIndex.ts';
import { indexOfLines, linesOf } from './corpusOfLines.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

interface Question {
  readonly qid: string;
  readonly query: string;
  readonly rel?: Readonly<Record<string, number>>;
  readonly group?: string;
}

function main(): void {
  const { values } = parseArgs({ options: { passages: { type: 'string' }, queries: { type: 'string' } } });
  if (values.passages === undefined || values.queries === undefined)
    throw new Error('name both files: npm run -s bench:features -- --passages P.jsonl --queries Q.jsonl');
  const index = indexOfLines(values.passages, ROOT);
  const passages = allOf(
    createPassageIndex({
      passages: index.shownPassages(),
      statementsIn: index.statementsIn,
      titleOf: (id) => index.findArticle(id)?.title ?? '',
      tokenize: index.tokenize,
    }),
  );
  console.log(JSON.stringify({ features: FEATURES }));
  for (const { qid, query, rel = {}, group = qid } of linesOf<Question>(values.queries)) {
    const { words, wanted } = readAs(index, query);
    const rows = passages.search(index.readQuery(words), wanted, Number.POSITIVE_INFINITY);
    const line = rows.map(({ passage: { id }, features }) => ({
      id,
      right: id in rel,
      features: Array.from(features),
    }));
    console.log(JSON.stringify({ qid, group, wanted, rows: line }));
  }
}

/** As `ask` looks for it. */
function readAs(index: StoryIndex, question: string): { readonly words: string; readonly wanted: Wanted } {
  const said = whoSaidWords(question);
  if (said !== undefined) return { words: said, wanted: 'words' };
  const read = readQuestion(question);
  if (read.kind === 'saying') return { words: `${read.subject} about ${read.topic}`, wanted: 'said' };
  if (read.kind === 'said') return { words: question, wanted: 'said' };
  const loose = readLoosely(index, question);
  if (loose?.who.kind === 'speaker' || loose?.who.kind === 'source')
    return { words: `${loose.name} about ${loose.topic}`, wanted: 'said' };
  return { words: withoutFrame(question), wanted: wantedOf(question) };
}

main();
