// Digests for whoever runs the bot, in the terminal, on a real database.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../src/app.ts';
import { digestInTerminal } from '../src/digestTerminal.ts';
import type { Message } from '../src/messages/message.ts';
import { openStore } from '../src/store/openStore.ts';
import { shippedApp } from './storyOf.ts';

let folder: string;
let app: App;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iran-talks-digest-'));
  app = await shippedApp();
});
afterAll(() => rm(folder, { recursive: true }));

const NOW = new Date('2026-02-12T12:00:00Z');
const CHANNEL = ['--channel', 'slack/T1/C1'];

async function type(...words: string[]): Promise<string> {
  const databaseUrl = `file:${join(folder, 'store.sqlite')}`;
  const config = { databaseUrl, defaultZone: 'Asia/Tehran', digest: null };
  const message = await digestInTerminal(words, {
    app,
    config,
    now: () => NOW,
    onFault: (cause) => {
      throw cause;
    },
  });
  return textOf(message);
}

function textOf({ title, parts, footer }: Message): string {
  const texts = parts.flatMap((part) => {
    if (part.kind === 'text') return part.runs.map(({ text }) => text);
    if (part.kind === 'rows') return part.rows.map(({ label, detail }) => `${label} ${detail}`);
    return part.kind === 'heading' ? [part.text] : [part.citation.passageId];
  });
  return [title, ...texts, ...footer].join('\n');
}

test('a channel is set up, listed, looked at, asked for now, and turned off', async () => {
  expect(await type('status')).toContain('No channel has a digest');
  expect(await type('on', '18:30', 'mon-fri', ...CHANNEL)).toContain('18:30 (Asia/Tehran)');
  expect(await type('on', '--channel=discord/1/2')).toContain('discord/1/2');
  expect(await type('status')).toMatch(/discord\/1\/2 on.*\n.*slack\/T1\/C1 on, next 2026-02-12 \(Asia\/Tehran\)/u);
  expect(await type('preview', ...CHANNEL)).toContain('cgtn-2026-02-12-trump-netanyahu#');
  expect(await type('now', ...CHANNEL)).toContain('waits to be sent');
  expect(await type('off', ...CHANNEL)).toContain('gets no digest any more');
  const store = await openStore(`file:${join(folder, 'store.sqlite')}`);
  expect(await store.findSubscription('slack/T1/C1')).toMatchObject({ state: 'off', setBy: null, time: '18:30' });
  expect(await store.deliveries('slack/T1/C1', 9)).toMatchObject([{ slot: '2026-02-12 now 1', state: 'waiting' }]);
  await store.close();
});

test.each([
  [['pause'], 'Which channel?'],
  [['status', '--channel', 'here'], '"here" names no channel'],
  [['status', '--channel'], '"" names no channel'],
  [['on', '25:00', ...CHANNEL], '"25:00"'],
])('%j is told what to type', async (words, sentence) => {
  await expect(type(...words)).rejects.toMatchObject({
    name: 'RequestError',
    message: expect.stringContaining(sentence),
  });
});
