// From articles as files to what a channel gets: what is new once, what outlets corrected or took back with what changed, each told once.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentOver, recordCorpus } from '../src/digests.ts';
import type { Article } from '../src/domain.ts';
import type { Message } from '../src/messages/message.ts';
import { round } from '../src/schedule/rounds.ts';
import type { StoryIndex } from '../src/search/storyIndex.ts';
import { openStore } from '../src/store/openStore.ts';
import type { Store } from '../src/store/store.ts';
import { parts, platform, subscription } from './schedule/world.ts';
import { article, storyOf } from './storyOf.ts';

const HARBOR = 'Varga said the harbor will open on Friday.\n\nPort officials said ships wait.';
const FERRY = 'Dolen said the ferry will not run this winter.';

let store: Store;
let time: number;
let index: StoryIndex;
let texts: string[];
beforeEach(async () => {
  store = await openStore('file::memory:');
  time = Date.parse('2026-02-10T12:00:00Z');
  texts = [];
  await take({ id: 'harbor', body: HARBOR }, { id: 'ferry', body: FERRY });
  await store.saveSubscription(subscription(new Date(time + 1_000)));
});
afterEach(() => store.close());

/** The corpus is these articles from now on. */
async function take(...articles: (Partial<Article> & Pick<Article, 'id' | 'body'>)[]): Promise<void> {
  time += 60_000;
  index = storyOf(articles.map((fields) => article(fields)));
  await recordCorpus(index, store, new Date(time));
}

/** What the channel gets at the next due time, message by message. */
async function next(): Promise<string[]> {
  const own = await store.findSubscription('discord/S1/C1');
  time = (own?.next.at.getTime() ?? 0) + 61_000;
  texts = [];
  const sender = platform(() => time);
  await round({
    ...parts({ store, sender, now: () => new Date(time) }),
    content: contentOver(() => index),
    senderOf: () => ({
      ...sender,
      fits: () => true,
      async send(_, { message }) {
        texts.push(textOf(message));
        return `m${texts.length}`;
      },
    }),
  });
  return texts;
}

function textOf({ title, summary, parts }: Message): string {
  const all = parts.flatMap((part) => {
    if (part.kind === 'finding') return [part.quote.runs.map(({ text }) => text).join('')];
    if (part.kind === 'rows') return part.rows.map(({ label, detail }) => `${label} ${detail}`);
    return part.kind === 'heading' ? [part.text] : part.runs.map(({ text }) => text);
  });
  return [title, summary, ...all].join('\n');
}

test('what was there before the channel’s digests is not new, and is told so with the zone', async () => {
  const [text = ''] = await next();
  expect(text).toContain('othing new');
  expect(text).toContain('UTC');
  expect(text).not.toContain('Varga');
});

test('an article that comes is in the next digest, and in no later one', async () => {
  await take(
    { id: 'harbor', body: HARBOR },
    { id: 'ferry', body: FERRY },
    { id: 'fees', body: 'Lena Moss said fees rise.' },
  );
  const [first = ''] = await next();
  expect(first).toContain('Lena Moss said fees rise.');
  expect(first).not.toContain('ferry');
  expect((await next()).join()).not.toContain('fees rise');
});

test('what another outlet prints later of a statement that was had is not had again', async () => {
  const said = 'Lena Moss said "the fees of the northern harbor will rise by a third in spring".';
  const first = { id: 'fees', body: said };
  await take({ id: 'harbor', body: HARBOR }, { id: 'ferry', body: FERRY }, first);
  expect((await next()).join()).toContain('northern harbor');
  const other = { id: 'more', outlet: 'Canal Post', body: said.replace('Lena Moss said', 'In Orlan, Lena Moss said') };
  await take({ id: 'harbor', body: HARBOR }, { id: 'ferry', body: FERRY }, first, other);
  expect((await next()).join()).not.toContain('northern harbor');
  expect((await next()).join()).not.toContain('northern harbor');
});

test('a paragraph that is put in makes nothing new of those below it', async () => {
  await take({ id: 'harbor', body: `Dolen said tugs wait.\n\n${HARBOR}` }, { id: 'ferry', body: FERRY });
  const [text = ''] = await next();
  expect(text).toContain('Dolen said tugs wait.');
  expect(text.split('harbor will open')).toHaveLength(1);
});

test('a correction is announced once, with the words that changed', async () => {
  const changed = HARBOR.replace('Friday', 'Monday');
  await take({ id: 'harbor', body: changed, status: 'corrected', title: 'Harbor opens' }, { id: 'ferry', body: FERRY });
  const [text = ''] = await next();
  expect(text).toContain('Corrected, withdrawn, changed');
  expect(text).toContain('Friday');
  expect(text).toContain('Monday');
  expect((await next()).join()).not.toContain('Friday');
});

test('an article that its outlet took back is announced, and none of its words are', async () => {
  await take({ id: 'harbor', body: HARBOR }, { id: 'ferry', body: FERRY, status: 'withdrawn', title: 'Ferry stops' });
  const [text = ''] = await next();
  expect(text).toContain('withdrawn');
  expect(text).toContain('Ferry stops');
  expect(text).not.toContain('this winter');
});

test('two processes that see the same change tell of it once', async () => {
  const articles = [
    { id: 'harbor', body: `${HARBOR}\n\nDolen said tugs wait.` },
    { id: 'ferry', body: FERRY },
  ];
  await take(...articles);
  await take(...articles);
  const [text = ''] = await next();
  expect(text.split('Dolen said tugs wait.').length).toBeGreaterThan(1);
  expect((await next()).join()).not.toContain('tugs');
});

describe('whose words a curator corrects', () => {
  const flat = (text: string): string => text.replaceAll('\n', '');
  const SAID = 'Dolen said the old lighthouse will be sold.';
  const correction = {
    ...{ passage: '1', words: 'old lighthouse', speaker: { id: 'teo-varga' }, saidOn: null, content: null },
    ...{ by: 'mk', on: null, reason: 'the minutes name him' },
  };
  const others = [
    { id: 'harbor', body: HARBOR },
    { id: 'ferry', body: FERRY },
  ];

  test('after a channel has had them, it is told of once, with both names and the reason, and when it is undone', async () => {
    await take(...others, { id: 'light', body: SAID });
    expect((await next()).join()).toContain('old lighthouse');
    await take(...others, { id: 'light', body: SAID, corrections: [correction] });
    const [text = ''] = await next();
    expect(flat(text)).toContain('“old lighthouse” was given as Mara Dolen’s; a curator corrected it to Teo Varga’s');
    expect(text).toContain('(the minutes name him)');
    expect((await next()).join()).not.toContain('lighthouse');
    await take(...others, { id: 'light', body: SAID });
    expect(flat((await next()).join())).toContain('was given as Teo Varga’s; a curator corrected it to Mara Dolen’s.');
  });

  test('before a channel has had them is no correction for it: they come under the right name', async () => {
    await take(...others, { id: 'light', body: SAID });
    await take(...others, { id: 'light', body: SAID, corrections: [correction] });
    const text = (await next()).join();
    expect(text).toContain('Dolen said the old lighthouse will be sold.');
    expect(text).not.toContain('was given as');
  });

  test('so that nobody said them, or somebody where nobody was read, is told, too', async () => {
    const body = `${SAID} Rain fell on the roofs.`;
    await take(...others, { id: 'light', body });
    await next();
    await take(...others, {
      ...{ id: 'light', body },
      corrections: [
        { ...correction, speaker: 'none', reason: null },
        { ...correction, words: 'Rain fell', speaker: { name: 'Ana Pell' }, reason: null },
      ],
    });
    const text = (await next()).join();
    expect(flat(text)).toContain('“old lighthouse” was given as Mara Dolen’s; a curator corrected it to nobody’s.');
    expect(flat(text)).toContain('“Rain fell” was given as nobody’s; a curator corrected it to Ana Pell’s.');
  });

  test('in an article that is withdrawn are told no more', async () => {
    await take(...others, { id: 'light', body: SAID });
    await next();
    await take(...others, { id: 'light', body: SAID, status: 'withdrawn', corrections: [correction] });
    expect((await next()).join()).not.toContain('lighthouse');
  });
});
