// What people write to the bot on Discord, and what they must not be answered, through the whole program.
import { beforeAll, describe, expect, test } from 'vitest';
import { type LocalDiscord, startDiscord } from '../discord/server.ts';
import { channel, guild, member, person, role } from '../discord/world.ts';
import { type Bot, startBot } from './bot.ts';
import { textOf } from './seen.ts';

const quiet = channel('quiet', { denyApp: ['SendMessages', 'EmbedLinks'] });
const plain = channel('no-history', { denyApp: ['ReadMessageHistory'] });
const editors = role('editors');
const home = guild({
  roles: [editors],
  members: [person('Ada'), member(person('Mina'), { may: ['ManageGuild'] })],
  channels: [channel('general'), quiet, plain],
});
const robot = person('Robot', { isBot: true });
const shy = person('Shy', { takesMessages: false });

let discord: LocalDiscord;
let bot: Bot;

beforeAll(async () => {
  discord = await startDiscord({ guilds: [home] });
  bot = await startBot(discord);
});

const ask = (text: string, more: Parameters<LocalDiscord['say']>[1] = {}) =>
  discord.say(text, { mentions: [discord.bot], ...more });

describe('a mention', () => {
  test('is answered under it, and rings for nobody', async () => {
    const asked = ask('who said no nuclear weapons?');
    const answer = await asked.answer();
    expect(answer.message_reference?.message_id).toBe(asked.message.id);
    expect(answer.mentions).toEqual([]);
    expect(textOf(answer)).toContain('Donald Trump, U.S. President');
  });

  test('with nothing said gets help', async () => {
    expect(textOf(await ask('').answer())).toContain('who said <words>');
  });

  test('in the middle of a sentence counts, too', async () => {
    const asked = discord.say(`hey <@${discord.bot.id}> who said wall of distrust`);
    expect(textOf(await asked.answer())).toContain('Masoud Pezeshkian');
  });

  test('with what the corpus does not have says so', async () => {
    expect(textOf(await ask('who said enrichment to 60 percent').answer())).toContain('nothing found');
  });

  test('of a text in capital letters with emojis and a code block is read', async () => {
    expect(textOf(await ask('`WHO SAID` **no nuclear weapons** 🚀').answer())).toContain('Donald Trump');
  });

  test('in a channel where the answer can’t be a reply is answered all the same', async () => {
    const answer = await ask('who said wall of distrust', { channel: plain }).answer();
    expect(textOf(answer)).toContain('Masoud Pezeshkian');
    expect(answer.message_reference).toBeUndefined();
  });

  test('does not ping the people whom a question or an answer names', async () => {
    const answer = await ask('@everyone <@&1> who said @here missiles').answer();
    expect(answer).toMatchObject({ mentions: [], mention_everyone: false, mention_roles: [] });
  });
});

describe('no answer', () => {
  test.each<[string, () => { readonly answers: readonly unknown[] }]>([
    ['to a message that is for nobody', () => discord.say('who said missiles')],
    ['to another bot', () => ask('who said missiles', { user: robot })],
    ['to @everyone', () => discord.say('@everyone who said missiles')],
    ['to a role', () => discord.say('who said missiles', { mentions: [editors] })],
    ['to an edit', () => discord.edit(discord.say('hello').message, `<@${discord.bot.id}> who said missiles`)],
    ['to itself', () => ask('who said missiles', { user: discord.bot })],
  ])('%s', async (_, act) => {
    const said = act();
    // What came later is answered: so this was passed over.
    await ask('speakers').answer();
    expect(said.answers.filter((answer) => !textOf(answer as never).startsWith('speakers'))).toEqual([]);
  });

  test('to the same message delivered again', async () => {
    const asked = ask('who said no nuclear weapons');
    await asked.answer();
    discord.deliverAgain(asked);
    await bot.logged('a message was delivered again');
    expect(asked.answers).toHaveLength(1);
  });
});

describe('what goes on from what', () => {
  test('a reply to an answer goes on from it', async () => {
    const answer = await ask('who said missiles').answer();
    const next = await discord.say('and Pezeshkian?', { replyTo: answer }).answer();
    expect(textOf(next)).toMatch(/^who said missiles by Pezeshkian/u);
  });

  test('in a thread everybody goes on from what was asked last', async () => {
    const thread = discord.openThread('Missiles');
    await ask('who said missiles', { channel: thread }).answer();
    const next = await ask('when?', { channel: thread, user: discord.manager }).answer();
    expect(textOf(next)).toMatch(/^when: who said missiles/u);
    expect(next.channel_id).toBe(thread.id);
  });

  test('in a channel each goes on from their own', async () => {
    await ask('who said missiles').answer();
    await ask('who said wall of distrust', { user: discord.manager }).answer();
    expect(textOf(await ask('when?').answer())).toMatch(/^when: who said missiles/u);
  });

  test('a command says all that it asks, and a private one is nobody’s context', async () => {
    const thread = discord.openThread('Private');
    const there = { channel: thread };
    await discord.slash('iran-talks who said', { words: 'wall of distrust', private: true }, there).answer();
    expect(textOf(await ask('when?', { channel: thread, user: discord.manager }).answer())).not.toContain('distrust');
    await ask('who said missiles', there).answer();
    for (const words of [`<@${discord.bot.id}>`, '<:rocket:123456789012345678>'])
      expect(textOf(await discord.slash('iran-talks who said', { words }, there).answer())).toContain('Which words?');
  });

  test('"more" gives the next page', async () => {
    await ask('timeline').answer();
    expect(textOf(await ask('more').answer())).toMatch(/6 to 10 of \d+/u);
  });

  test('and still does after the bot was killed', async () => {
    const thread = discord.openThread('Later');
    await ask('who said wall of distrust', { channel: thread }).answer();
    const before = discord.gateway.events.length;
    const database = bot.database;
    await bot.stop('SIGKILL');
    bot = await startBot(discord, { DATABASE_URL: database });
    await discord.gateway.until('ready', { from: before });
    const next = await ask('to whom?', { channel: thread }).answer();
    expect(textOf(next)).toMatch(/^to whom: who said wall of distrust/u);
  });
});

describe('direct messages', () => {
  test('need no mention, and go on', async () => {
    expect(textOf(await discord.dm('who said wall of distrust').answer())).toContain('Masoud Pezeshkian');
    expect(textOf(await discord.dm('when?').answer())).toMatch(/^when: who said wall of distrust/u);
  });

  test('with a picture alone are answered with help', async () => {
    const asked = discord.dm('', { attachments: [{ name: 'screen.txt', text: 'x' }] });
    expect(textOf(await asked.answer())).toContain('who said <words>');
  });
});

describe('a missing permission', () => {
  test('is told to the asker alone, by name, and nothing is said in the channel', async () => {
    const from = discord.requests.length;
    const asked = ask('who said missiles', { channel: quiet });
    const told = await discord.request('POST', '/channels/:id/messages', { from });
    expect(told.path).toContain(discord.directMessages().id);
    expect(JSON.stringify(told.body)).toMatch(/#quiet.*Embed Links or Send Messages/u);
    expect(asked.answers).toEqual([]);
  });

  test('is told once a day', async () => {
    const from = discord.requests.length;
    ask('who said missiles', { channel: quiet });
    await ask('speakers').answer();
    const sent = discord.requests.slice(from).filter(({ path }) => path.endsWith('/messages'));
    expect(sent).toHaveLength(1);
  });

  test('of somebody who takes no messages is logged, and the bot lives', async () => {
    ask('who said missiles', { channel: quiet, user: shy });
    await bot.logged('nor can the asker be told');
    expect(textOf(await ask('speakers').answer())).toContain('Donald Trump');
  });

  test('that comes while the bot runs counts from then on', async () => {
    const later = discord.channel;
    discord.world.changeChannel(later, { denyApp: ['SendMessages'] });
    ask('who said missiles', { user: discord.manager });
    const from = discord.requests.length;
    const sent = await discord.request('POST', '/channels/:id/messages', { from });
    expect(JSON.stringify(sent.body)).toContain('Send Messages');
    discord.world.changeChannel(later, {});
    expect(textOf(await ask('speakers').answer())).toContain('Donald Trump');
  });
});

test('a question that was deleted meanwhile is answered without a reference', async () => {
  discord.on('POST', '/channels/:id/messages', [
    { status: 429, body: { message: '', retry_after: 0.05, global: false } },
  ]);
  const asked = ask('who said wall of distrust');
  discord.deleteMessage(asked.message);
  const sent = await discord.request('POST', '/channels/:id/messages', { from: discord.requests.length });
  expect(JSON.stringify(sent.body)).toContain('Masoud Pezeshkian');
});

test('nothing that people wrote is in the log', () => {
  for (const words of ['wall of distrust', 'no nuclear weapons', 'missiles']) expect(bot.output()).not.toContain(words);
  expect(bot.output()).not.toContain(discord.token);
});
