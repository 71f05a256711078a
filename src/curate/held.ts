// `corpus held`, `corpus approve <id> …`, `corpus refuse <id> …`: articles that feeds brought and that wait for a curator.
import { join } from 'node:path';
import type { HeldArticle } from '../corpus/curation.ts';
import { createCuration } from '../corpus/held.ts';
import { CorpusError, IntakeError, RequestError } from '../errors.ts';
import type { Message, Part } from '../messages/message.ts';
import { formatDay } from '../messages/words.ts';
import { renderMessage } from '../terminal/render.ts';
import type { Command, CurateParts } from './command.ts';
import { readOptions } from './options.ts';

export const held: Command = async (words, parts) => {
  const { words: rest, flags } = readOptions('corpus held', words, { json: 'flag' });
  if (rest.length > 0) throw new RequestError('incomplete', 'corpus held takes no words behind it.', 'corpus held');
  const all = await createCuration(parts.corpusDir).held();
  const text = flags.has('json')
    ? `${JSON.stringify({ held: all }, null, 2)}\n`
    : renderMessage(composeList(all, parts.corpusDir), { width: parts.width(), hasColours: parts.hasColours });
  parts.output.write(text);
  return 0;
};

export const approve: Command = (words, parts) => decide('approve', words, parts);
export const refuse: Command = (words, parts) => decide('refuse', words, parts);

async function decide(how: 'approve' | 'refuse', words: readonly string[], parts: CurateParts): Promise<number> {
  const { words: named, flags } = readOptions(`corpus ${how}`, words, { all: 'flag' });
  const curation = createCuration(parts.corpusDir);
  const ids = flags.has('all') ? (await curation.held()).map(({ id }) => id) : named;
  if (ids.length === 0 && !flags.has('all'))
    throw new RequestError('incomplete', `corpus ${how} needs the id of a held article, or --all.`, 'corpus held');
  let isWhole = true;
  for (const id of ids) {
    try {
      const done = await curation[how](id);
      if (done === null) {
        isWhole = false;
        parts.errors.write(`${id}: nothing is held under this id; corpus held lists what is.\n`);
      } else parts.output.write(`${how === 'approve' ? 'Approved' : 'Refused'} ${done.id}\n`);
    } catch (cause) {
      if (!(cause instanceof IntakeError || cause instanceof CorpusError)) throw cause;
      isWhole = false;
      parts.errors.write(`${id}: ${cause.message}\n`);
    }
  }
  return isWhole ? 0 : 1;
}

function composeList(all: readonly HeldArticle[], corpusDir: string): Message {
  const parts = all.flatMap(
    ({ id, title, outlet, publishedOn, url, opening, paragraphs, sameTextAs, doubts }): Part[] => [
      { kind: 'heading', text: title },
      {
        kind: 'rows',
        rows: [
          {
            label: `${outlet} · ${formatDay(publishedOn)} · ${paragraphs} ${paragraphs === 1 ? 'paragraph' : 'paragraphs'}`,
            detail: '',
          },
          { label: url, detail: '' },
          ...(sameTextAs === null ? [] : [{ label: `The same text as ${sameTextAs}`, detail: '' }]),
          ...doubts.map((doubt) => ({ label: `! ${doubt}`, detail: '' })),
        ],
      },
      { kind: 'text', runs: [{ text: opening, style: 'printed' }] },
      { kind: 'text', runs: [{ text: `corpus approve ${id}`, style: 'faint' }] },
    ],
  );
  const none =
    'Nothing is held for approval. What the feeds of feeds.yaml in the corpus folder bring is held here until somebody approves it.';
  return {
    title: 'Held for approval',
    summary: all.length === 0 ? '' : `${all.length} ${all.length === 1 ? 'article' : 'articles'}`,
    parts: all.length === 0 ? [{ kind: 'text', runs: [{ text: none, style: 'plain' }] }] : parts,
    footer:
      all.length === 0
        ? []
        : [
            `To read one in full: ${join(corpusDir, 'held')}/<id>.md`,
            'corpus refuse and an id takes one off the list; its file is kept in held/refused.',
          ],
    isPrivate: true,
    range: null,
  };
}
