// What a message becomes on Slack: all of its words, within Slack's limits, and nothing in it rings for anybody.
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { Message } from '../../src/messages/message.ts';
import { screensOf } from '../../src/messages/screens.ts';
import { blocksOf, fitsSlack, sizeOf, textOf } from '../../src/slack/blocks.ts';
import { LIMITS } from '../../src/slack/limits.ts';
import { escapeText } from '../../src/slack/mrkdwn.ts';
import { textElements } from '../../src/slack/richText.ts';
import { ALL, ask, corpus, findingParts, quoteOf, REQUESTS, whoOf } from '../messages/shipped.ts';
import { reader } from '../reader.ts';

type Json = Readonly<Record<string, unknown>>;

/** Every text in blocks, in order, as it is read: without mark-up. */
function seen(value: unknown): string {
  if (Array.isArray(value)) return value.map(seen).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { type, text, elements, ...rest } = value as Json;
  if (typeof text === 'string') {
    const plain = type === 'mrkdwn' ? text.replace(/<[^<>|]+\|([^<>]*)>/gu, '$1') : text;
    return type === 'mrkdwn' ? plain.replace(/&lt;/gu, '<').replace(/&gt;/gu, '>').replace(/&amp;/gu, '&') : plain;
  }
  const end = /^(?:header|context|rich_text|rich_text_quote|rich_text_section)$/u.test(String(type)) ? '\n' : '';
  return `${seen(text)}${seen(elements)}${seen(Object.values(rest))}${end}`;
}

describe.each(REQUESTS)('%s', (text) => {
  const screens = screensOf(ask(text, { page: ALL }), fitsSlack);

  test('is within the limits, screen by screen', () => {
    for (const screen of screens) {
      const blocks = blocksOf(screen);
      expect(blocks.length).toBeGreaterThan(0);
      expect(blocks.length).toBeLessThanOrEqual(LIMITS.blocks);
      expect(sizeOf(blocks)).toBeLessThanOrEqual(LIMITS.total);
      expect(textOf(screen).length).toBeLessThanOrEqual(LIMITS.fallback + 10);
      expect(textOf(screen)).not.toBe('');
      for (const block of blocks as readonly object[] as readonly Json[]) {
        if (block['type'] === 'header') expect(seen(block['text']).length).toBeLessThanOrEqual(LIMITS.header);
        if (block['type'] === 'context') expect(sizeOf(block)).toBeLessThanOrEqual(LIMITS.section);
      }
    }
  });

  test('shows of each finding the words, who said them and where they stand', () => {
    for (const screen of screens) {
      const shown = seen(blocksOf(screen));
      for (const part of findingParts(screen)) {
        const { citation, remarks } = part;
        for (const words of [
          whoOf(part),
          quoteOf(part),
          citation.title,
          citation.place,
          citation.passageId,
          ...remarks,
        ])
          expect(shown).toContain(words);
        expect(JSON.stringify(blocksOf(screen))).toContain(citation.url);
      }
    }
  });
});

test('names of everybody and mark-up show as they are, and are none', () => {
  const words = '<!channel> & <@U1> <https://x.example|click> *fees* a > b';
  const base = ask('who said inalienable');
  const [part] = findingParts(base);
  if (!part) throw new Error('No finding.');
  const quote = { ...part.quote, runs: [{ text: words, style: 'printed' as const }] };
  const message: Message = { ...base, title: words, parts: [{ ...part, quote, remarks: [words] }], footer: [words] };
  const json = JSON.stringify(blocksOf(message));
  expect(json).not.toContain('<!channel>');
  expect(seen(blocksOf(message)).split(words)).toHaveLength(5);
  expect(textOf(message)).toContain('&lt;!channel&gt; &amp; &lt;@U1&gt;');
  expect(textOf(message)).not.toContain('<');
});

test.each([
  ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
  ['&amp;', '&amp;amp;'],
])('%s is escaped once', (text, escaped) => {
  expect(escapeText(text)).toBe(escaped);
});

test('rich text is the text itself, piece by piece', () => {
  const elements = textElements('a <!here> <#C1> <@U1> b');
  expect(elements.map((element) => element.text).join('')).toBe('a <!here> <#C1> <@U1> b');
  for (const { text } of elements) expect(text).not.toMatch(/<[!@#]/u);
});

test('the app’s own page fits, and every example on it is answered', () => {
  const app = createApp(corpus, { reader, onFault: (cause) => expect.fail(String(cause)) });
  const home = app.home();
  expect(blocksOf(home).length).toBeLessThanOrEqual(LIMITS.viewBlocks);
  expect(findingParts(home)).toHaveLength(3);
  const examples = app.examples(4);
  expect(examples).toHaveLength(4);
  for (const example of examples) {
    const { outcome, message } = app.respond(example, { freeText: 'ask', page: 1, perPage: 5 });
    expect([outcome, message.isPrivate]).toEqual(['answered', false]);
  }
});

test('a notification tells differences in words', () => {
  expect(textOf(ask('check "no nuclear weapons, no bombs"'))).toContain('{given: bombs} {printed: missiles}');
});
