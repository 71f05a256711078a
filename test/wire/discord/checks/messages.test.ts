// Bodies of messages: what must be refused, with the path of the field, and as much that must not.
import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { checkMessage, type MessageUse } from './messages.ts';

const QUIET = { allowed_mentions: { parse: [] } };
const V2 = 32_768;

function pathsOf(body: object, use: MessageUse = 'channel', existing: Partial<APIMessage> | null = null): string[] {
  const whole = existing === null ? null : { content: '', embeds: [], components: [], attachments: [], ...existing };
  return checkMessage({ ...QUIET, ...body }, { use, existing: whole, files: 0 }).map(({ path }) => path);
}

function button(fields: object = {}): object {
  return { type: 2, style: 1, label: 'More', custom_id: 'more', ...fields };
}

function rowOf(...components: object[]): object {
  return { type: 1, components };
}

/** As many rows as are asked for, of as many buttons, all with names of their own. */
function rowsOf(rows: number, buttons: number): object[] {
  return Array.from({ length: rows }, (_, row) =>
    rowOf(...Array.from({ length: buttons }, (__, at) => button({ custom_id: `${row}-${at}` }))),
  );
}

function link(fields: object = {}): object {
  return { type: 2, style: 5, label: 'Source', url: 'https://example.org', ...fields };
}

const text = (length: number) => 'x'.repeat(length);

describe('text is refused', () => {
  test.each<[string, object, string]>([
    ['content of 2,001 characters', { content: text(2_001) }, 'content'],
    ['nothing at all', {}, ''],
    ['white space alone', { content: ' \n' }, ''],
    ['a field that Discord does not document', { content: 'x', ephemeral: true }, 'ephemeral'],
    ['content that is a number', { content: 5 }, 'content'],
    ['a nonce of 26 characters', { content: 'x', nonce: text(26) }, 'nonce'],
    ['an enforced nonce that is not there', { content: 'x', enforce_nonce: true }, ''],
    ['a reply to no id', { content: 'x', message_reference: { message_id: 'x' } }, 'message_reference.message_id'],
    [
      'a description of a file of 1,025 characters',
      { content: 'x', attachments: [{ id: 0, description: text(1_025) }] },
      'attachments[0].description',
    ],
  ])('%s', (_, body, path) => {
    expect(pathsOf(body)).toEqual([path]);
  });
});

describe('embeds are refused', () => {
  test.each<[string, object[], string]>([
    ['eleven of them', Array.from({ length: 11 }, () => ({ title: 'x' })), 'embeds'],
    ['a title of 257 characters', [{ title: text(257) }], 'embeds[0].title'],
    ['an empty title', [{ title: ' ' }], 'embeds[0].title'],
    ['a description of 4,097 characters', [{ description: text(4_097) }], 'embeds[0].description'],
    ['26 fields', [{ fields: Array.from({ length: 26 }, () => ({ name: 'x', value: 'x' })) }], 'embeds[0].fields'],
    [
      'a name of a field of 257 characters',
      [{ fields: [{ name: text(257), value: 'x' }] }],
      'embeds[0].fields[0].name',
    ],
    [
      'a value of a field of 1,025 characters',
      [{ fields: [{ name: 'x', value: text(1_025) }] }],
      'embeds[0].fields[0].value',
    ],
    ['an empty value of a field', [{ fields: [{ name: 'x', value: '' }] }], 'embeds[0].fields[0].value'],
    ['an author of 257 characters', [{ author: { name: text(257) } }], 'embeds[0].author.name'],
    ['a footer of 2,049 characters', [{ footer: { text: text(2_049) } }], 'embeds[0].footer.text'],
    ['an address that is no address', [{ title: 'x', url: 'cgtn' }], 'embeds[0].url'],
    ['an address of another protocol', [{ title: 'x', url: 'ftp://example.org' }], 'embeds[0].url'],
    ['an address with white space', [{ title: 'x', url: 'https://example.org/a b' }], 'embeds[0].url'],
    ['a colour of more than 24 bits', [{ title: 'x', color: 0x1_00_00_00 }], 'embeds[0].color'],
    ['a day for a time', [{ title: 'x', timestamp: '2026-02-12' }], 'embeds[0].timestamp'],
    ['one that shows nothing', [{ color: 1 }], 'embeds[0]'],
    ['a field that Discord does not document', [{ title: 'x', heading: 'x' }], 'embeds[0].heading'],
    [
      '6,001 characters over all',
      [{ description: text(4_000) }, { description: text(2_000), footer: { text: 'x' } }],
      'embeds',
    ],
  ])('%s', (_, embeds, path) => {
    expect(pathsOf({ embeds })).toEqual([path]);
  });
});

describe('components are refused', () => {
  test.each<[string, object[], string]>([
    ['six rows', rowsOf(6, 1), 'components'],
    ['six buttons in a row', rowsOf(1, 6), 'components[0].components'],
    ['an empty row', [rowOf()], 'components[0].components'],
    ['a button outside of a row', [button()], 'components[0].type'],
    ['a button of Components V2 without its flag', [{ type: 10, content: 'x' }], 'components[0].type'],
    ['a label of 81 characters', [rowOf(button({ label: text(81) }))], 'components[0].components[0].label'],
    ['a button without a face', [rowOf({ type: 2, style: 1, custom_id: 'x' })], 'components[0].components[0]'],
    [
      'a custom_id of 101 characters',
      [rowOf(button({ custom_id: text(101) }))],
      'components[0].components[0].custom_id',
    ],
    ['an empty custom_id', [rowOf(button({ custom_id: '' }))], 'components[0].components[0].custom_id'],
    ['no custom_id', [rowOf({ type: 2, style: 1, label: 'x' })], 'components[0].components[0].custom_id'],
    ['a custom_id twice', [rowOf(button()), rowOf(button())], 'components[1].components[0].custom_id'],
    ['a button with an address', [rowOf(button({ url: 'https://example.org' }))], 'components[0].components[0].url'],
    ['a link with a custom_id', [rowOf(link({ custom_id: 'x' }))], 'components[0].components[0].custom_id'],
    ['a link without an address', [rowOf({ type: 2, style: 5, label: 'x' })], 'components[0].components[0].url'],
    ['a link of another protocol', [rowOf(link({ url: 'javascript:1' }))], 'components[0].components[0].url'],
    [
      'a link of 513 characters',
      [rowOf(link({ url: `https://example.org/${text(493)}` }))],
      'components[0].components[0].url',
    ],
    ['a style that does not exist', [rowOf(button({ style: 9 }))], 'components[0].components[0].style'],
    ['a select beside a button', [rowOf(button(), { type: 5, custom_id: 'x' })], 'components[0].components'],
    [
      'a select of 26 options',
      [
        rowOf({
          type: 3,
          custom_id: 'x',
          options: Array.from({ length: 26 }, (_, at) => ({ label: 'x', value: `${at}` })),
        }),
      ],
      'components[0].components[0].options',
    ],
  ])('%s', (_, components, path) => {
    expect(pathsOf({ content: 'x', components })).toEqual([path]);
  });
});

describe('Components V2 are refused', () => {
  const shown = { type: 10, content: 'x' };
  test.each<[string, object, string]>([
    ['with content beside them', { components: [shown], content: 'x' }, 'content'],
    ['with embeds beside them', { components: [shown], embeds: [{ title: 'x' }] }, 'embeds'],
    [
      '41 of them, with those that are within others',
      { components: [{ type: 17, components: Array.from({ length: 40 }, () => shown) }] },
      'components',
    ],
    [
      '4,001 characters over all texts',
      {
        components: [
          { type: 10, content: text(2_000) },
          { type: 17, components: [{ type: 10, content: text(2_001) }] },
        ],
      },
      'components',
    ],
    [
      'a section without something beside it',
      { components: [{ type: 9, components: [shown] }] },
      'components[0].accessory',
    ],
    [
      'a section of four texts',
      { components: [{ type: 9, components: [shown, shown, shown, shown], accessory: button() }] },
      'components[0].components',
    ],
    [
      'a container within a container',
      { components: [{ type: 17, components: [{ type: 17, components: [shown] }] }] },
      'components[0].components[0].type',
    ],
    [
      'an id twice',
      {
        components: [
          { ...shown, id: 5 },
          { ...shown, id: 5 },
        ],
      },
      'components[1].id',
    ],
  ])('%s', (_, body, path) => {
    expect(pathsOf({ flags: V2, ...body })).toEqual([path]);
  });

  test('in an edit that forgets that the message is one', () => {
    expect(
      pathsOf({ content: 'x' }, 'edit', { flags: V2, components: [shown] as APIMessage['components'] & object }),
    ).toEqual(['content']);
  });
});

test('Components V2 are refused in an edit that leaves the text of the message', () => {
  const components = [{ type: 10, content: 'x' }];
  expect(pathsOf({ flags: V2, components }, 'edit', { content: 'x' })).toEqual(['content']);
});

test('more than ten files are refused', () => {
  expect(checkMessage(QUIET, { use: 'channel', existing: null, files: 11 })).toMatchObject([{ path: 'files' }]);
});

describe('flags are refused', () => {
  test.each<[string, MessageUse, number]>([
    ['a private message outside of an interaction', 'channel', 64],
    ['an edit that makes it private', 'edit', 64],
    ['a flag that only Discord sets', 'response', 128],
    ['a flag that does not exist', 'response', 1 << 20],
  ])('%s', (_, use, flags) => {
    expect(pathsOf({ content: 'x', flags }, use, { content: 'x' })).toEqual(['flags']);
  });
});

describe('pings are a breach of what this project promises, not of what Discord takes', () => {
  test.each<[string, object]>([
    ['no word about mentions', {}],
    ['a list of what may be mentioned', { allowed_mentions: { parse: ['users'] } }],
    ['everything but a list', { allowed_mentions: {} }],
    ['a person by id', { allowed_mentions: { parse: [], users: ['1230000000000000000'] } }],
    ['whoever is replied to', { allowed_mentions: { parse: [], replied_user: true } }],
  ])('%s', (_, body) => {
    const breaches = checkMessage({ content: 'x', ...body }, { use: 'channel', existing: null, files: 0 });
    expect(breaches).toEqual([expect.objectContaining({ path: 'allowed_mentions', isRefused: false })]);
  });
});

test('a body that is none, and one within a larger body, are named by their path', () => {
  expect(checkMessage(undefined, { use: 'response', existing: null, files: 0 }, ['data'])).toMatchObject([
    { path: 'data' },
  ]);
  expect(
    checkMessage({ ...QUIET, content: text(2_001) }, { use: 'response', existing: null, files: 0 }, ['data']),
  ).toMatchObject([{ path: 'data.content' }]);
});

describe('all of this is taken', () => {
  test.each<[string, object, MessageUse]>([
    ['content of 2,000 characters', { content: text(2_000) }, 'channel'],
    ['what discord.js writes into every body', { content: 'x', tts: false, enforce_nonce: false }, 'response'],
    ['an enforced nonce', { content: 'x', nonce: text(25), enforce_nonce: true }, 'channel'],
    [
      'a reply',
      { content: 'x', message_reference: { message_id: '1230000000000000000', fail_if_not_exists: false } },
      'channel',
    ],
    [
      'ten embeds of 600 characters',
      { embeds: Array.from({ length: 10 }, () => ({ description: text(600) })) },
      'channel',
    ],
    [
      'every part of an embed',
      {
        embeds: [
          {
            title: 'x',
            url: 'https://example.org',
            description: 'x',
            color: 0,
            timestamp: '2026-02-12T00:00:00.000Z',
            footer: { text: 'x' },
            author: { name: 'x', url: 'http://example.org', icon_url: 'attachment://a.png' },
            image: { url: 'attachment://a.png' },
            fields: [{ name: 'x', value: 'x', inline: true }],
          },
        ],
      },
      'channel',
    ],
    ['five rows of five buttons', { content: 'x', components: rowsOf(5, 5) }, 'channel'],
    [
      'a link and a button with an emoji alone',
      { content: 'x', components: [rowOf(link(), button({ label: undefined, emoji: { name: '✅' } }))] },
      'response',
    ],
    ['a private answer', { content: 'x', flags: 64 }, 'response'],
    [
      '40 components of V2 with 4,000 characters',
      {
        flags: V2,
        components: [
          {
            type: 17,
            accent_color: 1,
            components: Array.from({ length: 39 }, (_, at) =>
              at === 0 ? { type: 10, content: text(3_962) } : { type: 10, content: 'x' },
            ),
          },
        ],
      },
      'channel',
    ],
    [
      'every kind of component of V2',
      {
        flags: V2,
        components: [
          { type: 9, components: [{ type: 10, content: 'x' }], accessory: link() },
          {
            type: 9,
            components: [{ type: 10, content: 'x' }],
            accessory: { type: 11, media: { url: 'https://example.org/a.png' } },
          },
          { type: 12, items: [{ media: { url: 'attachment://a.png' }, description: 'x' }] },
          { type: 14, spacing: 2 },
          { type: 13, file: { url: 'attachment://a.txt' } },
          ...rowsOf(6, 1),
        ],
      },
      'channel',
    ],
    ['an edit that takes embeds away and leaves the text', { embeds: [] }, 'edit'],
    [
      'an edit that changes from text to V2',
      { flags: V2, content: null, embeds: null, components: [{ type: 10, content: 'x' }] },
      'edit',
    ],
  ])('%s', (_, body, use) => {
    const sent = JSON.parse(JSON.stringify(body)) as object;
    expect(pathsOf(sent, use, use === 'edit' ? { content: 'x' } : null)).toEqual([]);
  });

  test('a file without any text', () => {
    expect(checkMessage(QUIET, { use: 'channel', existing: null, files: 1 })).toEqual([]);
  });
});
