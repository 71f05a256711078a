// `corpus add <address | file | -> …`: pages and texts to article files. Shows what it found, asks on a terminal, and writes nothing that is in doubt
// without being told to.
import { join } from 'node:path';
import { createCuration } from '../corpus/held.ts';
import { loadCorpus } from '../corpus/load.ts';
import { writeArticle } from '../corpus/writeArticle.ts';
import { type Article, type Corpus, isRead } from '../domain.ts';
import { articleOfDraft } from '../draftArticle.ts';
import { CorpusError, formatFault, IntakeError, IranTalksError, RequestError } from '../errors.ts';
import type { Draft } from '../intake/draft.ts';
import { renderMessage } from '../terminal/render.ts';
import { createAsk } from './ask.ts';
import type { Command, CurateParts } from './command.ts';
import { completeDraft, type Given, missingIn } from './complete.ts';
import { confirmDraft } from './confirmDraft.ts';
import { GIVEN_OPTIONS, givenOf } from './given.ts';
import { readOptions } from './options.ts';
import { nameOf, readSource } from './readSource.ts';
import { sameTextIn } from './sameTextIn.ts';
import { composeDraft } from './showDraft.ts';

const COMMAND = 'corpus add';
/** What belongs to one article alone. */
const ONE_ONLY = ['title', 'url', 'published', 'updated', 'byline', 'id', 'note'];

export const add: Command = async (words, parts) => {
  const options = readOptions(COMMAND, words, {
    ...GIVEN_OPTIONS,
    id: 'text',
    note: 'text',
    yes: 'flag',
    json: 'flag',
  });
  const { words: sources, texts, flags } = options;
  if (sources.length === 0)
    throw new RequestError('incomplete', `${COMMAND} needs an address, a file or - behind it.`, `${COMMAND} --help`);
  const own = ONE_ONLY.filter((name) => texts[name] !== undefined);
  if (sources.length > 1 && own.length > 0)
    throw new RequestError(
      'incomplete',
      `--${own[0]} belongs to one article: add ${sources.length} one by one.`,
      COMMAND,
    );
  const given = givenOf(texts);
  const results: Result[] = [];
  for (const source of sources) {
    const corpus = await corpusOf(parts.corpusDir);
    results.push(
      await addOne(source, { given, texts, isSure: flags.has('yes'), corpus, isJson: flags.has('json') }, parts),
    );
  }
  if (flags.has('json')) parts.output.write(`${JSON.stringify({ added: results }, null, 2)}\n`);
  return results.every(({ outcome }) => outcome !== 'failed') ? 0 : 1;
};

interface Asked {
  readonly given: Given;
  readonly texts: Readonly<Record<string, string | undefined>>;
  readonly isSure: boolean;
  readonly isJson: boolean;
  readonly corpus: Corpus;
}

interface Result {
  readonly source: string;
  readonly outcome: 'added' | 'left' | 'failed';
  readonly id?: string;
  readonly path?: string;
  readonly error?: { readonly code: string; readonly message: string };
}

/** A source that fails keeps no other from being added. */
async function addOne(source: string, asked: Asked, parts: CurateParts): Promise<Result> {
  try {
    return await addDraft(source, asked, parts);
  } catch (cause) {
    if (!(cause instanceof IranTalksError) || cause instanceof RequestError) throw cause;
    parts.errors.write(`${nameOf(source)}: ${cause.message}\n`);
    return { source, outcome: 'failed', error: { code: cause.code, message: cause.message } };
  }
}

async function addDraft(
  source: string,
  { given, texts, isSure, isJson, corpus }: Asked,
  parts: CurateParts,
): Promise<Result> {
  const { output, errors, corpusDir } = parts;
  const read = await readSource(source, given.url ?? null, parts);
  let draft = completeDraft(read, given, corpus);
  await refuseKnown(draft, corpus, corpusDir);
  const same = sameTextIn(draft, corpus);
  const canAsk = !isSure && !isJson && parts.input.isTTY === true && parts.output.isTTY === true && source !== '-';
  const show = (shown: Draft): void => {
    const message = composeDraft(shown, nameOf(source), remarksOn(shown, same));
    (isJson ? errors : output).write(renderMessage(message, { width: parts.width(), hasColours: parts.hasColours }));
  };
  show(draft);
  if (canAsk) {
    const decided = await confirmDraft(draft, { show, ask: await createAsk(parts) });
    if (decided === null) {
      output.write('Nothing was written.\n');
      return { source, outcome: 'left' };
    }
    draft = decided;
    await refuseKnown(draft, corpus, corpusDir);
  }
  const missing = missingIn(draft);
  if (missing.length > 0)
    throw new IntakeError(
      'no-article',
      `Nothing was written. What was not found is given with ${optionsFor(missing)}.`,
    );
  if (!canAsk && !isSure)
    throw new IntakeError('no-article', 'Nothing was written: look at what was found and add it with --yes.');
  const made = articleOfDraft(draft, {
    retrievedOn: parts.today(),
    sameTextAs: same?.id ?? null,
    note: texts['note'] ?? null,
  });
  const { article, path } = await writeArticle(join(corpusDir, 'articles'), texts['id'] ?? made.id, made.text);
  if (!isJson) output.write(`\nAdded ${article.id}\n${path}\n${NEXT(article.id)}`);
  return { source, outcome: 'added', id: article.id, path };
}

const NEXT = (id: string): string => `Who says what in it: corpus show ${id}\n`;

/** An option for each field that is missing. */
function optionsFor(missing: readonly (keyof Given)[]): string {
  return missing.map((field) => `--${field === 'publishedOn' ? 'published' : field}`).join(', ');
}

/** What is to be known of it besides what it was read from. `same`: the article that has the same text. */
function remarksOn({ language, outlet }: Draft, same: Article | null): string[] {
  const remarks: string[] = [];
  if (language !== null && !isRead(language.value))
    remarks.push(`Language: statements are read in English alone; this text (${language.value}) is kept and searched.`);
  if (same === null) return remarks;
  const what = `It is nearly the text of ${same.id} (${same.outlet})`;
  if (outlet?.value !== same.outlet) return [...remarks, `${what}; both are kept as one text of two outlets.`];
  const instead = `If it is that article, leave it; corpus update ${same.id} takes up what has changed.`;
  return [...remarks, `${what}, of the same outlet. ${instead} Added, both are kept as one text.`];
}

/** @throws IntakeError `duplicate` */
async function refuseKnown({ url }: Draft, { articles }: Corpus, corpusDir: string): Promise<void> {
  const owner = articles.find((article) => article.url === url?.value && article.status !== 'withdrawn');
  if (owner)
    throw new IntakeError(
      'duplicate',
      `This address is in the corpus already. To take up what has changed since: corpus update ${owner.id}`,
    );
  const held = (await createCuration(corpusDir).held()).find((one) => one.url === url?.value);
  if (held)
    throw new IntakeError(
      'duplicate',
      `A feed has brought this address, and it is held. To take it into the corpus: corpus approve ${held.id}`,
    );
}

/** The corpus as it is; a folder that does not exist yet, or has no article, is an empty one. @throws CorpusError for faults */
export async function corpusOf(dir: string): Promise<Corpus> {
  try {
    return await loadCorpus(dir);
  } catch (cause) {
    if (cause instanceof CorpusError && cause.code === 'no-articles') return EMPTY;
    if (!(cause instanceof CorpusError)) throw cause;
    const faults = cause.faults.map((fault) => `  ${formatFault(fault)}`).join('\n');
    throw new IntakeError('file', `The corpus has faults; mend them first (corpus check lists them):\n${faults}`, {
      cause,
    });
  }
}

const EMPTY: Corpus = { articles: [] as readonly Article[], speakers: [], terms: [] };
