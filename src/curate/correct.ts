// `corpus correct`: says who really said something, when, or how much of it, in the file beside the article, and shows what is different with it.
// On a terminal, with an article alone, it asks.

import { findStatement } from '../attribution/correct.ts';
import { isSame, removeCorrections, writeCorrection } from '../corpus/correctionsFile.ts';
import { type Correction, type DateRange, overlaps, type Passage, type Statement, wordsOf } from '../domain.ts';
import { RequestError } from '../errors.ts';
import { dayWords } from '../messages/words.ts';
import type { Command, CurateParts } from './command.ts';
import { firstWords, type Wanted, wordsFor } from './naming.ts';
import { type OptionKinds, readOptions } from './options.ts';
import { passageName, type Review, reviewArticle } from './review.ts';

const USAGE =
  'It is: corpus correct <article> <passage> --words "…" (or corpus correct <statement>, such as a#4.2) with --speaker <id or alias>, --name "…" or --nobody, --said-on <day> or --from <day> --to <day>, --content "…", --reason "…", --by "…"; or with --undo';

const OPTIONS: OptionKinds = {
  words: 'text',
  speaker: 'text',
  name: 'text',
  nobody: 'flag',
  'said-on': 'text',
  from: 'text',
  to: 'text',
  content: 'text',
  reason: 'text',
  by: 'text',
  undo: 'flag',
};

export const correct: Command = async (typed, parts) => {
  const { words: typedWords, texts, flags } = readOptions('corpus correct', typed, OPTIONS);
  const [place = '', ...rest] = typedWords;
  if (place === '') throw new RequestError('incomplete', USAGE);
  const review = await reviewArticle(parts, place.replace(/#.*$/u, ''));
  const name = /#(.+)$/u.exec(place)?.[1] ?? rest.shift();
  if (rest.length > 0) throw new RequestError('incomplete', `"${rest.join(' ')}" is left over. ${USAGE}`);
  const isAsked = Object.keys(texts).length === 0 && flags.size === 0;
  if (isAsked && parts.input.isTTY === true && parts.output.isTTY === true) {
    const { askCorrection } = await import('./askCorrection.ts');
    const wanted = await askCorrection(review, name ?? null, parts);
    if (wanted !== null) return put(review, wanted, parts);
    parts.output.write('Nothing was written.\n');
    return 1;
  }
  if (name === undefined) throw new RequestError('incomplete', USAGE);
  const { passage, words } = placeOf(review, name, texts['words']);
  if (flags.has('undo')) return undo(review, { passage, words }, parts);
  return put(
    review,
    {
      passage,
      words,
      speaker: speakerOf(review, { ...texts, nobody: flags.has('nobody') }),
      saidOn: daysOf(texts),
      content: texts['content'] ?? null,
      reason: texts['reason'] ?? null,
      by: texts['by'] ?? null,
    },
    parts,
  );
};

/** The passage and the words that name a statement: "4" with words, or "4.2". @throws RequestError for what is not printed there */
function placeOf(review: Review, name: string, given: string | undefined): { passage: Passage; words: string } {
  const { article, passages, statements } = review;
  const [passageId, number] = name.split('.');
  const passage = passages.find((one) => passageName(one) === passageId);
  if (!passage) {
    const names = passages.map(passageName);
    const reach = `${names[0]} to ${names.filter((one) => !one.startsWith('c')).at(-1)}`;
    throw new RequestError(
      'unknown-passage',
      `${article.id} has no passage "${passageId}": there are ${reach}, captions as c1.`,
    );
  }
  if (given !== undefined) {
    if (given !== '' && passage.text.includes(given)) return { passage, words: given };
    throw new RequestError('incomplete', notPrinted(passage, given));
  }
  if (number === undefined)
    throw new RequestError('incomplete', `Say which words, as they are printed there. ${USAGE}`);
  const statement = statements.find(({ id }) => id === `${passage.id}.${number}`);
  const ids = statements.filter((one) => one.passageId === passage.id).map(({ id }) => id);
  if (!statement) {
    const hint = ids.length === 0 ? 'None was read there' : `There are ${ids.join(', ')}`;
    throw new RequestError('unknown-passage', `No statement is called "${passage.id}.${number}". ${hint}.`);
  }
  const found = wordsFor(statement, review);
  if (found) return found;
  throw new RequestError(
    'incomplete',
    `No words name ${statement.id} alone: what carries it has the same. Correct that one, or name words with --words.`,
  );
}

function notPrinted({ id, text }: Passage, words: string): string {
  return `These words are not printed in ${id}: “${words}”. It says, to the letter:\n${text}`;
}

interface Typed {
  readonly speaker?: string | undefined;
  readonly name?: string | undefined;
  readonly nobody?: boolean | undefined;
  readonly 'said-on'?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

function speakerOf({ gazetteer, article }: Review, { speaker, name, nobody }: Typed): Correction['speaker'] {
  const given = [speaker, name, nobody].filter((one) => one !== undefined && one !== false);
  if (given.length > 1) throw new RequestError('incomplete', `Give one of --speaker, --name and --nobody. ${USAGE}`);
  if (nobody) return 'none';
  if (name !== undefined) {
    if (name.trim() === '') throw new RequestError('incomplete', '--name needs a name.');
    return { name: name.trim() };
  }
  if (speaker === undefined) return null;
  const known =
    gazetteer.speakers.find(({ id }) => id === speaker) ?? gazetteer.find(speaker, article.publishedOn)?.speaker;
  if (known) return { id: known.id };
  const near = gazetteer.nearest(speaker.replace(/-/gu, ' '));
  const hint = near ? ` Did you mean ${near.id} (${near.name})?` : '';
  throw new RequestError(
    'incomplete',
    `Nobody in speakers.yaml is called "${speaker}".${hint} Somebody without an entry goes behind --name.`,
  );
}

function daysOf({ 'said-on': on, from, to }: Typed): DateRange | null {
  if (on !== undefined && (from !== undefined || to !== undefined))
    throw new RequestError('incomplete', `Give --said-on, or --from and --to. ${USAGE}`);
  if ((from === undefined) !== (to === undefined)) throw new RequestError('incomplete', 'Give both --from and --to.');
  const [first, last] = [on ?? from, on ?? to];
  if (first === undefined || last === undefined) return null;
  for (const day of [first, last]) {
    const isDay = /^\d{4}-\d\d-\d\d$/u.test(day) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
    if (!isDay) throw new RequestError('incomplete', `"${day}" is no day of the calendar written YYYY-MM-DD.`);
  }
  if (first > last) throw new RequestError('reversed-days', `${last} lies before ${first}.`);
  return { from: first, to: last };
}

/** Writes it, unless it would correct nothing. */
async function put(review: Review, wanted: Wanted, { output, today }: CurateParts): Promise<number> {
  const { passage, words, ...rest } = wanted;
  if (rest.speaker === null && rest.saidOn === null && rest.content === null)
    throw new RequestError('incomplete', `Say what is right. ${USAGE}`);
  const correction: Correction = { passage: passageName(passage), words, ...rest, on: today() };
  const { corrections } = review.article;
  const at = corrections.findIndex((one) => isSame(one, correction));
  // What is not typed again stays.
  const merged = at < 0 ? correction : mergedWith(corrections[at] as Correction, correction);
  const next = at < 0 ? [...corrections, merged] : corrections.with(at, merged);
  const after = review.corrected(next);
  const unused = after.unused.find(({ position }) => position === (at < 0 ? next.length - 1 : at));
  if (unused?.field === 'content' && rest.content !== null)
    throw new RequestError('incomplete', notPrinted(passage, rest.content));
  if (unused) throw new RequestError('incomplete', `That corrects nothing: ${unused.field}: ${unused.reason}.`);
  await writeCorrection(review.path, merged);
  output.write(changeLines(review, after.statements, `written to ${review.path}`));
  return 0;
}

function mergedWith(before: Correction, after: Correction): Correction {
  if (after.speaker === 'none') return after;
  const speaker = after.speaker ?? (before.speaker === 'none' ? null : before.speaker);
  return {
    ...after,
    speaker,
    saidOn: after.saidOn ?? before.saidOn,
    content: after.content ?? before.content,
    by: after.by ?? before.by,
    reason: after.reason ?? before.reason,
  };
}

async function undo(
  review: Review,
  { passage, words }: { readonly passage: Passage; readonly words: string },
  { output }: CurateParts,
): Promise<number> {
  const { corrections } = review.article;
  const statement = findStatement(review.statements, passage, words);
  const isMeant = (one: Correction): boolean => {
    if (one.passage !== passageName(passage)) return false;
    const start = passage.text.indexOf(one.words);
    const asked = passage.text.indexOf(words);
    if (start < 0) return false;
    const span = { start, end: start + one.words.length };
    if (overlaps(span, { start: asked, end: asked + words.length })) return true;
    return statement?.content.some((part) => part.passageId === passage.id && overlaps(part, span)) ?? false;
  };
  const positions = corrections.flatMap((one, at) => (isMeant(one) ? [at] : []));
  if (positions.length === 0)
    throw new RequestError('incomplete', `Nothing is corrected there: “${words}” in ${passage.id}.`);
  await removeCorrections(review.path, positions);
  const after = review.corrected(corrections.filter((_, at) => !positions.includes(at)));
  output.write(changeLines(review, after.statements, `taken out of ${review.path}`));
  return 0;
}

/** What is different, statement by statement: before → after. */
function changeLines({ passages, statements }: Review, after: readonly Statement[], where: string): string {
  const ids = [...new Set([...statements, ...after].map(({ id }) => id))];
  const lines = ids.flatMap((id) => {
    const [was, is] = [statements, after].map((list) => list.find((one) => one.id === id));
    if (was === is || JSON.stringify(was) === JSON.stringify(is)) return [];
    const words = (one: Statement | undefined): string =>
      one ? one.content.map((span) => wordsIn(passages, span)).join(' … ') : 'none';
    const facts = [
      { what: 'speaker', of: (one: Statement | undefined) => one?.speaker.name ?? 'nobody' },
      { what: 'day', of: (one: Statement | undefined) => dayWords(one?.saidOn ?? null) },
      { what: 'words', of: words },
      { what: 'reason', of: (one: Statement | undefined) => one?.corrected?.reason ?? 'none' },
    ].flatMap(({ what, of }) => (of(was) === of(is) ? [] : [`  ${what}: ${of(was)} → ${of(is)}`]));
    return [`${id} “${firstWords(words(is ?? was))}”`, ...facts];
  });
  return `${[...(lines.length > 0 ? lines : ['Nothing reads otherwise with it.']), where].join('\n')}\n`;
}

function wordsIn(passages: readonly Passage[], span: Statement['content'][number]): string {
  const passage = passages.find(({ id }) => id === span.passageId);
  return passage ? wordsOf(passage, span) : '';
}
