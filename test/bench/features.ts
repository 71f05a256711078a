// `npm run -s bench:features -- --passages P.jsonl --queries Q.jsonl [--pieces N --of own|article|others]`: what the ranking sees, for fitting its
// weights with fit_ranking.py. A line of JSON first, {"features": names}, then one for each question:
// {"qid","group","wanted","rows":[{"id","right","features":[…]}]}. P as for bench:search; Q holds {"qid","query","rel":{passage id: grade}, "group"};
// without "rel" no passage is right.
// With --pieces, every other run of N passages of an article is a corpus of its own, and is asked: its own questions; those of its article that
// other passages answer; or a few of other articles.
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
import { articleIdOf, createIndexer, type Given, linesOf } from './corpusOfLines.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const OPTIONS = {
  passages: { type: 'string' },
  queries: { type: 'string' },
  pieces: { type: 'string' },
  of: { type: 'string', default: 'own' },
} as const;
/** Questions of its article, and of others, that a piece is asked. */
const OF_ARTICLE = 10;
const OF_OTHERS = 25;
/** Questions are taken in steps of a prime, so that a piece is asked of many articles. */
const STEP = 7919;

interface Question {
  readonly qid: string;
  readonly query: string;
  readonly rel?: Readonly<Record<string, number>>;
  readonly group?: string;
}

function main(): void {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.passages === undefined || values.queries === undefined)
    throw new Error('name both files: npm run -s bench:features -- --passages P.jsonl --queries Q.jsonl');
  if (!['own', 'article', 'others'].includes(values.of)) throw new Error('--of is own, article or others');
  const given = linesOf<Given>(values.passages);
  const questions = linesOf<Question>(values.queries);
  const indexOf = createIndexer(ROOT);
  console.log(JSON.stringify({ features: FEATURES }));
  if (values.pieces === undefined) {
    print(indexOf(given), questions);
    return;
  }
  piecesOf(given, Number(values.pieces)).forEach((piece, at) => {
    print(indexOf(piece), questionsTo(piece, questions, values.of, at));
  });
}

/** Every other run of `size` passages of an article, those that are shorter left out. */
function piecesOf(given: readonly Given[], size: number): Given[][] {
  if (!Number.isInteger(size) || size < 1) throw new Error('--pieces is a number of passages from 1 on');
  const articles = new Map<string, Given[]>();
  for (const passage of given) {
    const id = articleIdOf(passage.id);
    articles.set(id, [...(articles.get(id) ?? []), passage]);
  }
  return [...articles.values()].flatMap((passages) => {
    const starts = passages.map((_, at) => at).filter((at) => at % (2 * size) === 0 && at + size <= passages.length);
    return starts.map((at) => passages.slice(at, at + size));
  });
}

function questionsTo(piece: readonly Given[], questions: readonly Question[], of: string, at: number): Question[] {
  const ids = new Set(piece.map(({ id }) => id));
  const article = articleIdOf(piece[0]?.id ?? '');
  const placeOf = ({ rel = {} }: Question): string => Object.keys(rel)[0] ?? '';
  if (of === 'own') return questions.filter((question) => ids.has(placeOf(question)));
  const isOfArticle = (question: Question): boolean => articleIdOf(placeOf(question)) === article;
  const may = questions.filter(
    (question) => isOfArticle(question) === (of === 'article') && !ids.has(placeOf(question)),
  );
  const wanted = Math.min(may.length, of === 'article' ? OF_ARTICLE : OF_OTHERS);
  return Array.from(
    { length: wanted },
    (_, number) => may[((at * OF_OTHERS + number) * STEP) % may.length] as Question,
  );
}

function print(index: StoryIndex, questions: readonly Question[]): void {
  const passages = allOf(
    createPassageIndex({
      passages: index.shownPassages(),
      statementsIn: index.statementsIn,
      titleOf: (id) => index.findArticle(id)?.title ?? '',
      tokenize: index.tokenize,
    }),
  );
  for (const { qid, query, rel = {}, group = qid } of questions) {
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
