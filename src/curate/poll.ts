// `corpus poll`: looks at every feed of feeds.yaml now, without a running bot.
import { setTimeout as sleep } from 'node:timers/promises';
import { createCuration } from '../corpus/held.ts';
import { IntakeError, RequestError } from '../errors.ts';
import type { PollReport } from '../feeds/poll.ts';
import { readBytes } from '../intake/readBytes.ts';
import { createLiveFeeds } from '../liveFeeds.ts';
import { openStore } from '../store/openStore.ts';
import { corpusOf } from './add.ts';
import type { Command } from './command.ts';
import { readOptions } from './options.ts';

const NONE = `No feed is set up: write some into feeds.yaml of the corpus folder, such as

- address: https://harbour.example/rss.xml
  include: [ferries]
`;

export const poll: Command = async (words, { corpusDir, databaseUrl, output, errors, fetcher, today }) => {
  const { words: rest } = readOptions('corpus poll', words, {});
  if (rest.length > 0) throw new RequestError('incomplete', 'corpus poll takes no words behind it.', 'corpus poll');
  const corpus = await corpusOf(corpusDir);
  const store = await openStore(databaseUrl);
  const tell = (about: object, message: string): void => void errors.write(`${lineOf(about, message)}\n`);
  try {
    const feeds = createLiveFeeds({
      ...{ store, corpusDir, corpus: () => corpus, curation: createCuration(corpusDir), fetcher: fetcher() },
      readDraft: (fetched) => readBytes(fetched.bytes, { ...fetched, today: today() }),
      now: () => new Date(),
      random: Math.random,
      wait: (ms, signal) => sleep(ms, undefined, { signal }),
      newId: () => String(process.hrtime.bigint()),
      log: { info: tell, warn: tell, error: tell },
    });
    const settings = await feeds.settings();
    if (settings.length === 0) output.write(NONE);
    let failed = 0;
    for (const [at, { address }] of settings.entries()) {
      if (errors.isTTY) errors.write(`${at + 1} of ${settings.length}: ${address}\n`);
      const report = await feeds.pollOnce(address);
      if (report?.error != null) failed += 1;
      output.write(`${address}: ${report === null ? 'another process is looking at it' : summaryOf(report)}\n`);
    }
    return failed === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
};

/** With the page or the feed that it is about; why a feed could not be read is told behind its address. */
export function lineOf(about: object, message: string): string {
  const { address, feed, cause }: { address?: unknown; feed?: unknown; cause?: unknown } = about;
  const isTold = address === undefined && cause instanceof IntakeError;
  const why = cause instanceof Error && !isTold ? `: ${cause.message}` : '';
  const place = address ?? feed;
  return `${message}${place === undefined ? '' : `: ${place}`}${why}`;
}

/** "3 new, 2 held, 1 in the corpus". */
function summaryOf({ listed, error, pages }: PollReport): string {
  if (error !== null) return error.message;
  const count = (outcome: string): number => pages.filter((page) => page === outcome).length;
  const told = [
    [count('held'), 'held for approval'],
    [count('taken'), 'taken into the corpus'],
    [count('known'), 'there already'],
    [count('waiting'), 'to be tried again later'],
    [count('failed') + count('refused'), 'given up'],
  ] as const;
  const pagesTold = told.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  const items = listed === null ? 'nothing new' : `${listed} listed`;
  return [items, ...pagesTold].join(', ');
}
