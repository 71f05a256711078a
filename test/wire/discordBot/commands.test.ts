// Every command, completion, button and form on Discord, as people see them, through the whole program.
import { beforeAll, describe, expect, test } from 'vitest';
import { type LocalDiscord, startDiscord } from '../discord/server.ts';
import { type Bot, startBot } from './bot.ts';
import { isPrivate, labelsOf, textOf } from './seen.ts';

const ARTICLE = 'cgtn-2026-02-12-trump-netanyahu';
let discord: LocalDiscord;
let bot: Bot;
/** How often commands were told by the first start. */
let toldAtFirst: number;

beforeAll(async () => {
  discord = await startDiscord();
  bot = await startBot(discord);
  toldAtFirst = timesTold();
});

const timesTold = (): number => discord.requests.filter(({ method }) => method === 'PUT').length;

describe('an answer names speaker, cue, kind, day, words and source', () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      'iran-talks who said',
      { words: 'no nuclear weapons' },
      [
        'who said no nuclear weapons',
        'Donald Trump, U.S. President',
        'added · to Fox Business Network · Tue 10 Feb 2026 (implied) · direct',
        '"No nuclear weapons, no missiles," he added.',
        'refers to Donald Trump',
        'CGTN · [Trump tells Netanyahu he wants to continue negotiations with Iran](https://news.cgtn.com/',
        '¶ 4',
        `${ARTICLE}#4`,
      ],
    ],
    ['iran-talks who said', { words: 'missiles', speaker: 'Donald Trump', since: 'Tuesday' }, ['Donald Trump', '¶ 4']],
    [
      'iran-talks ask',
      { question: 'where were the talks held' },
      ['CGTN, its own words', 'nobody is named as saying it', '¶ 11'],
    ],
    ['iran-talks speaker', { name: 'Pezeshkian' }, ['Masoud Pezeshkian, Iranian President', '¶ 10']],
    ['iran-talks compare', { a: 'Trump', b: 'Iran', topic: 'missiles' }, ['Donald Trump', 'Seyed Abbas Araghchi']],
    ['iran-talks timeline', { topic: 'missiles' }, ['Tue 10 Feb 2026', 'Wed 11 Feb 2026']],
    [
      'iran-talks check',
      { quotation: '"No nuclear weapons, no bombs"' },
      ['Altered', '~~bombs~~', '__missiles__', 'Struck through'],
    ],
    ['iran-talks speakers', {}, ['Donald Trump', 'Not named']],
    ['iran-talks sources', {}, ['CGTN', ARTICLE]],
    ['iran-talks source', { passage: `${ARTICLE}#4` }, ['CGTN · ¶ 4', 'Statements in it', 'After']],
    ['iran-talks help', {}, ['who said', 'timeline']],
  ])('%s %j', async (command, values, parts) => {
    const message = await discord.slash(command, values).answer();
    const text = textOf(message);
    for (const part of parts) expect(text).toContain(part);
    expect(isPrivate(message)).toBe(command === 'iran-talks help');
  });

  test('the words that match are bold', async () => {
    const message = await discord.slash('iran-talks who said', { words: 'no nuclear weapons' }).answer();
    expect(message.embeds[1]?.description).toContain('**No nuclear weapons**, no missiles');
  });
});

describe('for the asker alone', () => {
  test('nothing found, with what was searched and the nearest', async () => {
    const message = await discord.slash('iran-talks who said', { words: 'enrichment to 60 percent' }).answer();
    expect(isPrivate(message)).toBe(true);
    expect(textOf(message)).toContain('No statement in the corpus says this: 1 article');
  });

  test.each<[Record<string, string>, string]>([
    [{ words: 'talks', since: '2026-13-40' }, 'no date that can be read'],
    [{ words: 'talks', until: 'some day' }, 'no date that can be read'],
  ])('what can’t be read: %j', async (values, part) => {
    const message = await discord.slash('iran-talks who said', values).answer();
    expect(isPrivate(message)).toBe(true);
    expect(textOf(message)).toContain(part);
  });

  test('what was asked for in private, and it can be shared with its citations and who shared it', async () => {
    const message = await discord.slash('iran-talks who said', { words: 'no nuclear weapons', private: true }).answer();
    expect(isPrivate(message)).toBe(true);
    const shared = await discord.button('Share to channel', message).answer();
    expect(isPrivate(shared)).toBe(false);
    expect(shared.content).toBe(`Shared by <@${discord.user.id}>`);
    expect(textOf(shared)).toContain('"No nuclear weapons, no missiles," he added.');
    expect(textOf(shared)).toContain('CGTN · [Trump tells');
  });
});

describe('buttons', () => {
  test('more gives the next page, for whoever presses, alone', async () => {
    const message = await discord.slash('iran-talks timeline').answer();
    const more = labelsOf(message)[0] ?? '';
    expect(more).toMatch(/^More \(6 to 10 of \d+\)$/u);
    const next = await discord.button(more, message, { user: discord.manager }).answer();
    expect(isPrivate(next)).toBe(true);
    expect(textOf(next)).toMatch(/6 to 10 of \d+\./u);
    const last = await discord.button(labelsOf(next)[0] ?? '', next, { user: discord.manager }).answer();
    expect(textOf(last)).toMatch(/11 to \d+ of \d+\./u);
  });

  test('context gives the passages around', async () => {
    const message = await discord.slash('iran-talks who said', { words: 'no nuclear weapons' }).answer();
    const text = textOf(await discord.button('Context', message).answer());
    expect(text).toContain('Before');
    expect(text).toContain('The meeting was the leaders');
    expect(text).toContain('After');
  });

  test('wrong? takes down what is wrong, and thanks', async () => {
    const message = await discord.slash('iran-talks who said', { words: 'missiles' }).answer();
    const pressed = discord.button('Wrong?', message);
    const modal = await pressed.modal();
    expect(modal.title).toBe('What is wrong?');
    const sent = await discord.modalSubmit(pressed, { finding: '2', note: 'It was said a day later.' });
    const thanks = await sent.answer();
    expect(isPrivate(thanks)).toBe(true);
    expect(textOf(thanks)).toContain('taken down');
  });

  test('act also after the bot was killed, on answers from before', async () => {
    const answer = await discord.slash('iran-talks timeline').answer();
    const pressed = discord.button(
      'Wrong?',
      await discord.slash('iran-talks who said', { words: 'missiles' }).answer(),
    );
    await pressed.modal();
    const { database } = bot;
    await bot.stop('SIGKILL');
    bot = await startBot(discord, { DATABASE_URL: database });
    // And commands are not told again by a second start.
    expect(toldAtFirst).toBeGreaterThan(0);
    expect(timesTold()).toBe(toldAtFirst);
    const more = labelsOf(answer)[0] ?? '';
    expect(textOf(await discord.button(more, answer, { user: discord.manager }).answer())).toContain('6 to 10 of');
    expect(textOf(await discord.button('Context ¶ 4', answer).answer())).toContain('Before');
    expect((await discord.button('Wrong?', answer).modal()).title).toBe('What is wrong?');
    const sent = await discord.modalSubmit(pressed, { finding: '1', note: 'Another speaker.' });
    expect(textOf(await sent.answer())).toContain('taken down');
  });

  test('of an answer that is no longer kept say to ask again', async () => {
    const answer = await discord.slash('iran-talks timeline').answer();
    await bot.stop();
    bot = await startBot(discord);
    expect(timesTold()).toBe(toldAtFirst);
    const told = await discord.button(labelsOf(answer)[0] ?? '', answer).answer();
    expect(isPrivate(told)).toBe(true);
    expect(textOf(told)).toContain('This answer is no longer kept. Ask again: its buttons will work.');
  });

  test('act on a message that was deleted meanwhile', async () => {
    const answer = await discord.slash('iran-talks who said', { words: 'no nuclear weapons' }).answer();
    const pressed = discord.button('Context', answer);
    discord.deleteMessage(answer);
    expect(textOf(await pressed.answer())).toContain('Before');
  });
});

describe('completion', () => {
  test.each<[string, Record<string, string>, string, string]>([
    ['iran-talks speaker', { name: 'ara' }, 'name', 'Araghchi'],
    ['iran-talks speaker', { name: 'pezeskian' }, 'name', 'Pezeshkian'],
    ['iran-talks who said', { words: 'd' }, 'words', 'd'],
    ['iran-talks who said', { words: 'x', outlet: 'c' }, 'outlet', 'CGTN'],
    ['iran-talks timeline', { topic: 'miss' }, 'topic', 'missile'],
    ['iran-talks source', { passage: '4' }, 'passage', '4'],
  ])('%s %j', async (command, values, focused, part) => {
    const choices = await discord.autocomplete(command, values, focused).choices();
    expect(choices.length).toBeGreaterThan(0);
    expect(choices.length).toBeLessThanOrEqual(25);
    expect(choices.map(({ name }) => name.toLowerCase()).join('\n')).toContain(part.toLowerCase());
  });

  test('a choice of words is what is asked then', async () => {
    const [choice] = await discord.autocomplete('iran-talks who said', { words: 'wall of' }, 'words').choices();
    const message = await discord.slash('iran-talks who said', { words: String(choice?.value) }).answer();
    expect(textOf(message)).toContain('Masoud Pezeshkian');
  });
});

describe('the menu of a message', () => {
  test('checks its quotations, for who asked', async () => {
    const { message } = discord.say('Trump said "No nuclear weapons, no missiles" and "We will flatten the city".');
    const answer = await discord.messageCommand('Check quotations', message).answer();
    expect(isPrivate(answer)).toBe(true);
    expect(textOf(answer)).toContain('Verbatim');
    expect(textOf(answer)).toContain('Not found');
    expect(isPrivate(await discord.button('Share to channel', answer).answer())).toBe(false);
  });

  test('says where there are none', async () => {
    const { message } = discord.say('Lunch at noon?');
    const answer = await discord.messageCommand('Check quotations', message).answer();
    expect(isPrivate(answer)).toBe(true);
    expect(textOf(answer)).toContain('Nothing stands within quotation marks');
  });
});

test('commands are told once, in every language', () => {
  const [command] = discord.commands();
  expect(command).toMatchObject({ name: 'iran-talks', contexts: [0, 1, 2] });
});

test('nothing went wrong beside', () => {
  expect(bot.logs.filter(({ level }) => level >= 40)).toEqual([]);
});
