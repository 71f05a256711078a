// `corpus show <article>`: every passage with its number and its statements marked in it, who said each and by which rule it was read, what nobody
// was read as saying, and what to type to correct each.
import { findingOf } from '../answers/findings.ts';
import { isUnreadSaying } from '../answers/unread.ts';
import { type Passage, type Statement, wordsOf } from '../domain.ts';
import { RequestError } from '../errors.ts';
import { composeMarked } from '../messages/composeMarked.ts';
import type { Message, Part, Row } from '../messages/message.ts';
import { formatDay } from '../messages/words.ts';
import { findQuotations } from '../quotations.ts';
import { renderMessage } from '../terminal/render.ts';
import type { Command } from './command.ts';
import { firstWords, quotedForShell } from './naming.ts';
import { readOptions } from './options.ts';
import { passageName, type Review, reviewArticle } from './review.ts';

export const show: Command = async (words, parts) => {
  const { words: ids, flags } = readOptions('corpus show', words, { json: 'flag' });
  const [id, ...others] = ids;
  if (id === undefined || others.length > 0)
    throw new RequestError('incomplete', 'corpus show needs the id of one article behind it.', 'corpus show --help');
  const review = await reviewArticle(parts, id.replace(/#.*$/u, ''));
  const { output } = parts;
  if (flags.has('json')) output.write(`${JSON.stringify(toJson(review), null, 2)}\n`);
  else output.write(renderMessage(composeReview(review), { width: parts.width(), hasColours: parts.hasColours }));
  return 0;
};

function composeReview({ article, passages, statements, unused, index }: Review): Message {
  const { id, title, outlet, publishedOn, language, status, corrections } = article;
  const state = status === 'usable' ? [] : [status];
  const facts = [outlet, formatDay(publishedOn), language, ...state].join(' · ');
  const marked = passages.flatMap((passage): Part[] => {
    const own = index.statementsIn(passage.id);
    const findings = own.map((statement) => findingOf(index, statement, { passageId: passage.id }));
    const shown = composeMarked([{ passage, findings }]).map((part): Part => {
      if (part.kind !== 'rows') return part;
      return { kind: 'rows', rows: part.rows.map((row, at) => withCommand(row, own[at])) };
    });
    const refused = corrections.filter((one) => one.speaker === 'none' && one.passage === passageName(passage));
    const isRefused = (words: string): boolean =>
      refused.some((one) => one.words.includes(words) || words.includes(one.words));
    const isOpen = (words: string): boolean => !isRefused(words);
    const unread = unreadIn(index, passage)
      .filter(isOpen)
      .map((words): Row => {
        const command = `→ corpus correct ${passage.id} --words ${quotedForShell(words)} --speaker …`;
        return { label: `? nobody was read as saying “${words}”`, detail: command };
      });
    return [...shown, ...(unread.length > 0 ? [{ kind: 'rows', rows: unread } as const] : [])];
  });
  const taken = corrections.flatMap(({ speaker, passage, words, reason }, position): Row[] => {
    if (speaker !== 'none' || unused.some((one) => one.position === position)) return [];
    const undo = `→ corpus correct ${id} ${passage} --words ${quotedForShell(words)} --undo`;
    const why = reason === null ? '' : ` (${reason})`;
    return [{ label: `Correction ${position + 1}: “${words}” is no statement${why}`, detail: undo }];
  });
  const notUsed = unused.map(({ position, field, reason }): Row => {
    const words = corrections[position]?.words ?? '';
    return { label: `Correction ${position + 1} is not used: ${field}: ${reason}`, detail: `“${words}”` };
  });
  return {
    title: id,
    summary: `${statements.length} statements, ${corrections.length} corrections`,
    parts: [
      {
        kind: 'text',
        runs: [
          { text: title, style: 'strong' },
          { text: ` · ${facts}`, style: 'plain' },
        ],
      },
      ...marked,
      ...(taken.length + notUsed.length > 0 ? [{ kind: 'rows', rows: [...taken, ...notUsed] } as const] : []),
    ],
    footer: [
      'For “…”: --speaker <id or alias>, --name "…" or --nobody; --said-on 2026-02-10; --content "…"; --reason "…". --undo takes a correction back.',
    ],
    isPrivate: false,
    range: null,
  };
}

/** The id stands in the command. */
function withCommand({ label, detail }: Row, statement: Statement | undefined): Row {
  if (statement === undefined) return { label, detail };
  return {
    label,
    detail: `${detail.replace(` · ${statement.id}`, '')}${correctedWords(statement)} → corpus correct ${statement.id} …`,
  };
}

/** " · corrected: speaker, day (The outlet mended it.)". */
function correctedWords({ corrected }: Statement): string {
  if (corrected === null) return '';
  const { speaker, saidOn, content, reason } = corrected;
  const set = [...(speaker ? ['speaker'] : []), ...(saidOn ? ['day'] : []), ...(content ? ['words'] : [])];
  const why = reason === null ? '' : ` (${reason})`;
  return ` · corrected${set.length > 0 ? `: ${set.join(', ')}` : ''}${why}`;
}

/** Words of each sentence in which somebody speaks and nobody was read, those of its quotation where it has one. */
export function unreadIn(index: Review['index'], passage: Passage): string[] {
  const quotations = findQuotations(passage.text);
  return passage.sentences.flatMap((sentence) => {
    if (!isUnreadSaying(index, passage, sentence)) return [];
    const quotation = quotations.find(({ start, end }) => start < sentence.end && sentence.start < end);
    const inner = quotation
      ? passage.text.slice(quotation.start, quotation.end).replace(/^["“„«»”'‘`]+|,?["“”«»'’]+$/gu, '')
      : wordsOf(passage, sentence);
    return [firstWords(inner)];
  });
}

function toJson({ article, passages, statements, unused, index }: Review): object {
  const { id, title, outlet, url, publishedOn, language, status, corrections } = article;
  const placeOf = new Map(passages.map((passage) => [passage.id, passage]));
  return {
    article: { id, title, outlet, url, publishedOn, language, status },
    passages: passages.map((passage) => ({
      passageId: passage.id,
      passage: passageName(passage),
      text: passage.text,
      unread: unreadIn(index, passage),
    })),
    statements: statements.map((statement) => {
      const passage = placeOf.get(statement.passageId);
      return {
        ...statement,
        sourceWords: passage && statement.source ? wordsOf(passage, statement.source) : null,
        cueWords: passage ? wordsOf(passage, statement.cue) : null,
      };
    }),
    corrections,
    unused,
  };
}
