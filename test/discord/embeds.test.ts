// What a message becomes on Discord: all of its words, within Discord's limits, and a reader can tell what is whose.
import { describe, expect, test } from 'vitest';
import { embedsOf, fitsDiscord } from '../../src/discord/embeds.ts';
import { LIMITS } from '../../src/discord/limits.ts';
import { escapeText } from '../../src/discord/markdown.ts';
import type { Message } from '../../src/messages/message.ts';
import { screensOf } from '../../src/messages/screens.ts';
import { ALL, ask, findingParts, quoteOf, REQUESTS } from '../messages/shipped.ts';

const textOf = (message: Message): string => JSON.stringify(embedsOf(message));

/** As Discord counts: every text of every embed. */
function sizeOf(message: Message): number {
  return embedsOf(message)
    .flatMap(({ title, description, author }) => [title, description, author?.name])
    .reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

describe.each(REQUESTS)('%s', (text) => {
  const screens = screensOf(ask(text, { page: ALL }), fitsDiscord);

  test('is within the limits, screen by screen', () => {
    for (const screen of screens) {
      const embeds = embedsOf(screen);
      expect(embeds.length).toBeGreaterThan(0);
      expect(embeds.length).toBeLessThanOrEqual(LIMITS.embeds);
      expect(sizeOf(screen)).toBeLessThanOrEqual(LIMITS.embedsTotal);
      for (const { title, description, author } of embeds) {
        expect([title, description, author?.name].some((part) => part !== undefined && part !== '')).toBe(true);
        for (const [part, most] of [
          [title, LIMITS.title],
          [description, LIMITS.description],
          [author?.name, LIMITS.author],
        ] as const)
          if (part !== undefined) expect(part.length).toBeLessThanOrEqual(most);
      }
    }
  });

  test('shows of each finding the words, who said them and where they stand', () => {
    for (const screen of screens) {
      const shown = textOf(screen).replace(/\*\*|__|~~/gu, '');
      for (const part of findingParts(screen)) {
        const { citation, who, remarks } = part;
        const words = [quoteOf(part), citation.title, citation.url, citation.place, citation.passageId, ...remarks];
        for (const one of [...words, ...who.map((run) => run.text.replace(/^[\s·]+|[\s·]+$/gu, ''))])
          expect(shown).toContain(
            JSON.stringify(escapeText(one))
              .slice(1, -1)
              .replace(/\*\*|__|~~/gu, ''),
          );
      }
    }
  });
});

test('findings stand apart, each under its speaker; a nearest passage looks other than a match', () => {
  const [request, first, second] = embedsOf(ask('who said missiles', { page: { page: 1, perPage: 2 } }));
  expect(request).toMatchObject({ title: 'who said missiles', description: expect.stringContaining('statements') });
  expect(first?.author?.name).toBe('Seyed Abbas Araghchi, Iranian Foreign Minister');
  expect(second?.author?.name).toBe("Iran's government");
  const nearest = embedsOf(ask('did Netanyahu say anything about missiles')).filter(({ author }) => author);
  expect(nearest.every(({ author }) => author?.name.startsWith('nearest: '))).toBe(true);
  expect(nearest[0]?.color).not.toBe(first?.color);
});

test('a speaker with a name too long for the top is named in the text', () => {
  const message = ask('who said inalienable');
  const [part] = findingParts(message);
  if (!part) throw new Error('No finding.');
  const name = 'An official of a very long name '.repeat(10).trim();
  const [, embed] = embedsOf({
    ...message,
    parts: [{ ...part, who: [{ text: name, style: 'strong' }, ...part.who.slice(1)] }],
  });
  expect(embed?.author).toBeUndefined();
  expect(embed?.description?.startsWith(`**${name}**`)).toBe(true);
});

test('what marks mean is said where they are', () => {
  expect(textOf(ask('check "no nuclear weapons, no bombs"'))).toContain('Struck through: in the quotation given');
  expect(textOf(ask('check "no nuclear weapons, no missiles"'))).not.toContain('Struck through');
});

test('what is to be known of the whole answer stands below all findings, in none of them', () => {
  const embeds = embedsOf(ask('who said missiles by Trump'));
  expect(embeds.at(-1)).toMatchObject({ description: expect.stringContaining('The printed words say “no”') });
  expect(embeds.at(-1)?.author).toBeUndefined();
});
