// A bot that goes on while its corpus changes: the next answer is from the newest corpus.
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { findingsIn } from '../src/conversation/buttons.ts';
import { createConversation, type Said } from '../src/conversation/conversation.ts';
import { loadCorpus } from '../src/corpus/load.ts';
import type { Article, Corpus } from '../src/domain.ts';
import { createLiveApp, type LiveApp } from '../src/liveApp.ts';
import { followCorpus } from '../src/liveCorpus.ts';
import { INVENTED } from './attribution/readText.ts';
import { createMapMemory } from './conversation/mapMemory.ts';
import { ARTICLE, articleText, corpusFolder } from './corpus/corpusFolder.ts';
import { reader } from './reader.ts';
import { article } from './storyOf.ts';

const throwIt = (cause: unknown): never => {
  throw cause;
};
const atOnce = async (): Promise<void> => undefined;
const corpusOf = (...articles: readonly Article[]): Corpus => ({ articles, speakers: INVENTED, terms: [] });
const BRIDGE = article({ id: 'bridge', body: 'Varga said the bridge will open in May.' });
const HARBOR = article({ id: 'harbor', body: 'Varga said the harbor will close in June.' });

function liveApp(corpus: Corpus): LiveApp {
  return createLiveApp(corpus, { reader, onFault: throwIt });
}
const total = (app: Pick<LiveApp, 'respond'>, text: string): number =>
  findingsIn(app.respond(text, { freeText: 'ask', page: 1, perPage: 10 }).message).length;

describe('after its corpus is replaced, an app', () => {
  test('answers, completes and tells of itself from the new one, as if it had begun with it', async () => {
    const app = liveApp(corpusOf(BRIDGE));
    expect([total(app, 'who said bridge'), total(app, 'who said harbor')]).toEqual([1, 0]);
    const [next, version] = [corpusOf(BRIDGE, HARBOR), app.version()];
    await app.replace(next, atOnce);
    expect([total(app, 'who said bridge'), total(app, 'who said harbor')]).toEqual([1, 1]);
    const fresh = createApp(next, { reader, onFault: throwIt });
    expect(app.corpus).toBe(next);
    expect(app.version()).not.toBe(version);
    const { passages, statements, dates } = fresh.index.story;
    expect(app.index.story).toMatchObject({ passages, statements, dates });
    expect(app.home()).toEqual(fresh.home());
    expect(app.examples(4)).toEqual(fresh.examples(4));
    const room = { choices: 20, units: 100 };
    expect(app.complete('passage', 'harb', room)).toEqual(fresh.complete('passage', 'harb', room));
  });

  test('has read the changed article alone', async () => {
    const app = liveApp(corpusOf(BRIDGE, HARBOR));
    const { passages, statements, gazetteer } = app.index.story;
    const later = { ...HARBOR, body: 'Dolen said the harbor will stay open.' };
    // Of an article that is read again every passage is another object.
    await app.replace({ ...app.corpus, articles: [BRIDGE, later] }, atOnce);
    const { story } = app.index;
    expect(story.passages[0]).toBe(passages[0]);
    expect(story.statements[0]).toBe(statements[0]);
    expect(story.passages[1]).not.toBe(passages[1]);
    expect(story.gazetteer).toBe(gazetteer);
  });

  test('knows people by new names: with other speakers every article is read again', async () => {
    const app = liveApp(corpusOf(article({ id: 'a', body: 'Neville Bram said the bridge will open.' })));
    expect(app.index.statements()[0]?.speaker.speakerId).toBeNull();
    const [, , varga = expect.fail('no speaker')] = INVENTED;
    const bram = { ...varga, id: 'neville-bram', name: 'Neville Bram', aliases: [], roles: [], spellings: [] };
    await app.replace({ ...app.corpus, speakers: [...INVENTED, bram] }, atOnce);
    expect(app.index.statements()[0]?.speaker.speakerId).toBe('neville-bram');
  });

  test('has answered from the old one until then', async () => {
    const app = liveApp(corpusOf(BRIDGE));
    const totals: number[] = [];
    await app.replace(corpusOf(BRIDGE, HARBOR), async () => void totals.push(total(app, 'who said harbor')));
    expect(new Set(totals)).toEqual(new Set([0]));
    expect(total(app, 'who said harbor')).toBe(1);
  });
});

test('a conversation shows nothing that was kept at hand from the corpus before', async () => {
  const app = liveApp(
    corpusOf(...Array.from({ length: 12 }, (_, at) => ({ ...BRIDGE, id: `b${at}`, url: `https://example.org/${at}` }))),
  );
  let ids = 0;
  const talk = createConversation({
    respond: app.respond,
    version: app.version,
    memory: createMapMemory(),
    fits: () => true,
    now: () => new Date('2026-02-13T09:00:00Z'),
    newId: () => {
      ids += 1;
      return `id${ids}`;
    },
    onFault: throwIt,
  });
  const place = {
    platform: 'discord',
    community: 'g',
    channel: 'c',
    goesOnFrom: [],
    keptAs: null,
    isShared: false,
  } as const;
  const said = await talk.answer({ text: 'ask bridge', place, user: 'varga', audience: 'private' });
  const share = said.buttons.find(({ kind }) => kind === 'share')?.action ?? expect.fail('no button');
  const shared = async (user: string): Promise<Said> => {
    const pressed = await talk.press({ user, place, action: share });
    return 'message' in pressed ? pressed : expect.fail('a form');
  };
  await app.replace(corpusOf({ ...BRIDGE, body: 'Varga said the bridge will never open.' }), atOnce);
  expect(JSON.stringify((await shared('varga')).message)).toContain('never');
});

describe('a bot over a folder', () => {
  interface Line {
    readonly level: 'debug' | 'info' | 'warn' | 'error';
    readonly text: string;
    readonly fields: unknown;
  }

  /** The app of a folder that is followed, and its log, to be waited for. */
  async function following(dir: string, onCorpus?: Parameters<typeof followCorpus>[1]['onCorpus']) {
    const app = liveApp(await loadCorpus(dir));
    const lines: Line[] = [];
    const waiting = new Set<() => void>();
    const write =
      (level: Line['level']) =>
      (fields: unknown, text?: string): void => {
        lines.push({ level, fields, text: text ?? String(fields) });
        for (const check of [...waiting]) check();
      };
    const logged = (part: string): Promise<Line> =>
      new Promise((resolve) => {
        const check = (): void => {
          const found = lines.find(({ text }) => text.includes(part));
          if (!found) return;
          waiting.delete(check);
          resolve(found);
        };
        waiting.add(check);
        check();
      });
    const log = { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
    const stopping = new AbortController();
    const times = { quietMs: 20, pollMs: 3_600_000 };
    const ended = followCorpus(app, { dir, log, signal: stopping.signal, times, ...(onCorpus ? { onCorpus } : {}) });
    onTestFinished(() => {
      stopping.abort();
      return ended;
    });
    await logged('corpus: watched');
    return { app, lines, logged };
  }

  test('answers from a file that was put there, and logs what was taken up', async () => {
    const dir = await corpusFolder();
    const { app, logged, lines } = await following(dir);
    expect(total(app, 'who said lantern')).toBe(0);
    await writeFile(
      join(dir, 'articles/b.md'),
      articleText({ url: 'https://example.org/b' }, 'Vale said the lantern burns.\n'),
    );
    const { fields } = await logged('corpus: 1 new, 0 changed, 0 removed; 2 articles, 2 passages');
    expect(fields).toEqual({ added: ['b'], ms: expect.any(Number) });
    expect(total(app, 'who said lantern')).toBe(1);
    await writeFile(join(dir, ARTICLE), articleText({ status: 'withdrawn', note: 'Retracted.' }));
    await logged('corpus: 0 new, 1 changed (1 withdrawn), 0 removed; 1 article, 1 passage');
    await rm(join(dir, 'articles/b.md'));
    await logged('corpus: 0 new, 0 changed, 1 removed; 0 articles, 0 passages');
    expect(total(app, 'who said lantern')).toBe(0);
    expect(lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
  });

  test('warns of a broken file and tells when it is mended', async () => {
    const dir = await corpusFolder();
    const { app, logged } = await following(dir);
    await writeFile(join(dir, ARTICLE), 'nothing');
    const file = join(dir, ARTICLE);
    expect(await logged(`corpus: broken, not taken up: ${file}:1: has no front matter`)).toMatchObject({
      level: 'warn',
      fields: { file },
    });
    expect(total(app, 'who said no')).toBe(1);
    await writeFile(join(dir, ARTICLE), articleText());
    expect((await logged(`corpus: mended: ${file}`)).level).toBe('info');
  });

  test('gives every index to whoever takes down what is new, whose faults end nothing', async () => {
    const dir = await corpusFolder();
    const given: number[] = [];
    const { logged } = await following(dir, ({ searched }) => {
      given.push(searched.articles);
      throw new Error('the store is locked');
    });
    await writeFile(join(dir, 'articles/b.md'), articleText({ url: 'https://example.org/b' }));
    await logged('corpus: 1 new');
    await writeFile(join(dir, 'articles/c.md'), articleText({ url: 'https://example.org/c' }));
    await logged('2 articles');
    await logged('3 articles');
    expect(given).toEqual([1, 2, 3]);
    expect((await logged('corpus: a fault')).fields).toMatchObject({ cause: { message: 'the store is locked' } });
  });
});

test('a curator’s correction is in the next answer, with its reason; one whose words are gone is told in the log', async () => {
  const dir = await corpusFolder();
  const app = liveApp(await loadCorpus(dir));
  const lines: string[] = [];
  const log = {
    debug: () => {},
    info: (_: object, text: string) => lines.push(text),
    warn: (_: object, text: string) => lines.push(text),
    error: () => {},
  };
  const stopping = new AbortController();
  let changed: () => void = () => undefined;
  const seen = new Promise<void>((resolve) => {
    changed = resolve;
  });
  let corpora = 0;
  const following = followCorpus(app, {
    ...{ dir, log: log as never, signal: stopping.signal, times: { quietMs: 20, longestMs: 500, pollMs: 20 } },
    onCorpus: () => {
      corpora += 1;
      if (corpora === 2) changed();
    },
  });
  const entries = [
    '- { passage: 1, words: "no", name: Ina Moor, reason: she signs it }',
    '- { passage: 1, words: "never", nobody: true }',
  ];
  await writeFile(join(dir, ARTICLE.replace(/\.md$/u, '.corrections.yaml')), entries.join('\n'));
  await seen;
  stopping.abort();
  await following;
  const { message, json } = app.respond('speaker Ina Moor', { freeText: 'ask', page: 1, perPage: 10 });
  expect(JSON.stringify(message)).toContain('Speaker set by a curator (she signs it).');
  expect(json).toMatchObject({
    findings: [{ statement: { speaker: { resolvedBy: 'curator' }, corrected: { reason: 'she signs it' } } }],
  });
  expect(lines.join('\n')).toContain('correction 2 of example-2026-02-12-talks is not used: words:');
});
