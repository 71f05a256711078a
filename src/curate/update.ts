// `corpus update <article> …`: fetches articles again, shows what has changed since, and takes it up when told to; marks them corrected or withdrawn.
import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { type ArticleSnapshot, changeBetween } from '../answers/articleChanges.ts';
import { listArticleFiles } from '../corpus/listFiles.ts';
import { paragraphsOf } from '../corpus/passages.ts';
import { type ArticleChanges, reviseArticle } from '../corpus/reviseArticle.ts';
import { replaceArticle } from '../corpus/writeArticle.ts';
import type { Article, ArticleStatus, Corpus } from '../domain.ts';
import { IntakeError, IranTalksError, RequestError } from '../errors.ts';
import type { Draft } from '../intake/draft.ts';
import { composeChange } from '../messages/composeChange.ts';
import { renderMessage } from '../terminal/render.ts';
import { corpusOf } from './add.ts';
import { createAsk } from './ask.ts';
import type { Command, CurateParts } from './command.ts';
import { findArticle } from './findArticle.ts';
import { readOptions } from './options.ts';
import { readSource } from './readSource.ts';
import { reviewArticle } from './review.ts';

const COMMAND = 'corpus update';
/** A page with less than this share of the words that were there is probably cut or another one. Chosen by eye. */
const LEAST_KEPT = 0.5;

export const update: Command = async (words, parts) => {
  const {
    words: ids,
    flags,
    texts,
  } = readOptions(COMMAND, words, {
    all: 'flag',
    corrected: 'flag',
    withdrawn: 'flag',
    usable: 'flag',
    note: 'text',
    yes: 'flag',
    json: 'flag',
  });
  const marks = (['corrected', 'withdrawn', 'usable'] as const).filter((status) => flags.has(status));
  if (marks.length > 1) throw new RequestError('incomplete', `--${marks[0]} and --${marks[1]} can't both be.`, COMMAND);
  if (ids.length === 0 && !flags.has('all'))
    throw new RequestError('incomplete', `${COMMAND} needs the id of an article, or --all.`, `${COMMAND} --help`);
  if (ids.length !== 1 && (marks.length > 0 || texts['note'] !== undefined))
    throw new RequestError('incomplete', 'One article at a time is marked: name its id.', `${COMMAND} --help`);
  const corpus = await corpusOf(parts.corpusDir);
  const articles = flags.has('all')
    ? corpus.articles.filter(({ status }) => status !== 'withdrawn')
    : ids.map((id) => findArticle(corpus, id));
  const asked = {
    status: marks[0] ?? null,
    note: texts['note'] ?? null,
    isSure: flags.has('yes'),
    isJson: flags.has('json'),
  };
  const results: Result[] = [];
  for (const [at, article] of articles.entries()) {
    if (articles.length > 1 && parts.errors.isTTY)
      parts.errors.write(`${at + 1} of ${articles.length}: ${article.id}\n`);
    results.push(await updateOne(article, { ...asked, corpus }, parts));
  }
  if (flags.has('json')) parts.output.write(`${JSON.stringify({ updated: results }, null, 2)}\n`);
  return results.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
};

interface Asked {
  /** Null: as the page has it. */
  readonly status: ArticleStatus | null;
  readonly note: string | null;
  readonly isSure: boolean;
  readonly isJson: boolean;
  readonly corpus: Corpus;
}

interface Result {
  readonly id: string;
  readonly outcome: 'unchanged' | 'updated' | 'left' | 'failed';
  readonly change?: unknown;
  readonly error?: { readonly code: string; readonly message: string };
}

/** One that fails keeps no other from being looked at. */
async function updateOne(article: Article, asked: Asked, parts: CurateParts): Promise<Result> {
  const { id } = article;
  try {
    return await look(article, asked, parts);
  } catch (cause) {
    if (!(cause instanceof IranTalksError)) throw cause;
    const isGone = cause instanceof IntakeError && (cause.status === 404 || cause.status === 410);
    const told = isGone ? goneWords(article, cause.status) : cause.message;
    const message = `${id}: ${told}`;
    parts.errors.write(`${message}\n`);
    return { id, outcome: 'failed', error: { code: cause.code, message } };
  }
}

/** What there is to do is another thing than for a page that is not in the corpus yet. */
function goneWords({ id, url }: Article, status: number | null): string {
  const why = status === 410 ? 'its page was taken down (410)' : 'its page is not there (404)';
  return `${why}: ${url}. If the outlet has withdrawn it: ${COMMAND} ${id} --withdrawn; if it has moved, mend url in its file.`;
}

async function look(article: Article, asked: Asked, parts: CurateParts): Promise<Result> {
  const { id } = article;
  // What has changed in a text that is quoted no more is told to nobody.
  if (article.status === 'withdrawn' && (asked.status ?? 'withdrawn') === 'withdrawn' && asked.note === null) {
    const again = `If the outlet has it again: ${COMMAND} ${id} --usable`;
    if (!asked.isJson) parts.output.write(`${id}: is withdrawn, nothing was changed. ${again}\n`);
    return { id, outcome: 'unchanged' };
  }
  const changes = await changesOf(article, asked, parts);
  const next = { ...article, ...changes };
  const change = changeBetween(snapshot(article, null), snapshot(next, changes.paragraphs ?? null));
  const other = Object.entries(changes).filter(([key]) => key !== 'paragraphs' && key !== 'captions');
  const isSame = other.every(([key, value]) => article[key as keyof Article] === value);
  if (change === null && isSame) {
    if (!asked.isJson) parts.output.write(`${id}: nothing has changed.\n`);
    return { id, outcome: 'unchanged' };
  }
  if (!asked.isJson && change !== null) {
    const message = { title: '', summary: '', parts: composeChange(change), footer: [], isPrivate: true, range: null };
    parts.output.write(renderMessage(message, { width: parts.width(), hasColours: parts.hasColours }));
  }
  const isCut =
    changes.paragraphs !== undefined && lengthOf(changes.paragraphs) < LEAST_KEPT * lengthOf(paragraphsOf(article));
  const isAllowed = await mayWrite({ isCut, id }, asked, parts);
  if (!isAllowed) return { id, outcome: 'left', change };
  const { files } = await listArticleFiles(`${parts.corpusDir}/articles`);
  const path = files.find((file) => basename(file, '.md') === id);
  if (path === undefined) throw new IntakeError('file', 'its file has just been taken away. Nothing was changed.');
  await replaceArticle(dirname(path), id, reviseArticle(await readFile(path, 'utf8'), changes));
  if (!asked.isJson) parts.output.write(`\nUpdated ${id}\n${path}\n`);
  if (article.corrections.length > 0) await tellUnused(id, parts);
  return { id, outcome: 'updated', change };
}

/** Corrections whose words went with the change. */
async function tellUnused(id: string, parts: CurateParts): Promise<void> {
  const { article, unused, path } = await reviewArticle(parts, id);
  for (const { position, field, reason } of unused) {
    const words = article.corrections[position]?.words ?? '';
    parts.errors.write(
      `Correction ${position + 1} (“${words}”) is not used any more: ${field}: ${reason}. Mend or remove it in ${path}\n`,
    );
  }
}

/** What is to be another way in the file. @throws IntakeError */
async function changesOf(article: Article, { status, note }: Asked, parts: CurateParts): Promise<ArticleChanges> {
  const remark = note === null ? {} : { note };
  // Its page may be gone, or say so.
  if (status === 'withdrawn') return { status, ...remark };
  const draft = await readSource(article.url, null, parts);
  const updatedOn = draft.updatedOn?.value ?? article.updatedOn;
  const paragraphs = sameTexts(draft.paragraphs, paragraphsOf(article)) ? {} : { paragraphs: draft.paragraphs };
  return {
    title: titleOf(draft) ?? article.title,
    updatedOn,
    status: status ?? (draft.status.value === 'usable' ? article.status : draft.status.value),
    captions: draft.captions.length === 0 ? article.captions : draft.captions,
    ...paragraphs,
    ...remark,
  };
}

/** Where the page says so itself: a curator's own title stays where it is only guessed. */
function titleOf({ title }: Draft): string | null {
  return title !== null && ['json-ld', 'open-graph', 'heading', 'title'].includes(title.from) ? title.value : null;
}

async function mayWrite(
  { isCut, id }: { readonly isCut: boolean; readonly id: string },
  { isSure, isJson }: Asked,
  parts: CurateParts,
): Promise<boolean> {
  const { output, errors, input } = parts;
  const warning = `${id}: the page has less than half of what was there: it may be cut, or another page.`;
  if (isCut) errors.write(`${warning}\n`);
  if (isSure && !isCut) return true;
  if (!isSure && !isJson && input.isTTY && output.isTTY) {
    const ask = await createAsk(parts);
    const chosen = await ask.choose('Take this up?', [
      { value: 'yes', label: 'Yes, this is how it stands now' },
      { value: 'no', label: 'No, leave the article as it is' },
    ]);
    return chosen === 'yes';
  }
  errors.write(
    isCut
      ? `Nothing was written. Look at the page; if it is right, run ${COMMAND} ${id} on a terminal and say yes.\n`
      : `Nothing was written: take it up with --yes; --corrected or --withdrawn say what the outlet did.\n`,
  );
  return false;
}

function snapshot(article: Article, paragraphs: readonly string[] | null): ArticleSnapshot {
  const { id, title, outlet, url, publishedOn, status, note, captions } = article;
  const texts = paragraphs ?? paragraphsOf(article);
  return {
    ...{ id, title, outlet, url, publishedOn, status, note },
    paragraphs: [
      ...texts.map((text, at) => ({ kind: 'paragraph' as const, number: at + 1, text })),
      ...captions.map((text, at) => ({ kind: 'caption' as const, number: at + 1, text: text.trim() })),
    ],
  };
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text === b[at]);
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}
