// What a desk will do to the bot on Discord sooner or later: texts that ring, paragraphs without end, many at once, many servers.
import { beforeAll, describe, expect, test } from 'vitest';
import { ARTICLE, articleText, writeCorpus } from '../../corpus/corpusFolder.ts';
import { type LocalDiscord, startDiscord } from '../discord/server.ts';
import { type Channel, channel, defaultGuild, groupOf, guild, person } from '../discord/world.ts';
import { newFolder } from '../program.ts';
import { type Bot, startBot } from './bot.ts';
import { isPrivate, labelsOf, textOf } from './seen.ts';

describe('articles that nobody would print', () => {
  const words =
    '@everyone and @here: <@1> <@&2> **tolls** ~~no~~ `code` [click](https://tolls.example) ||hidden|| 1. a_b_c';
  const sentences = Array.from(
    { length: 150 },
    (_, n) => `The board met for the ${n + 4}th time and came to no end of it.`,
  );
  const settled = 'Teo Varga said the harbour dues were settled.';
  const long = [...sentences.slice(0, 75), settled, ...sentences.slice(75)].join(' ');
  let discord: LocalDiscord;

  beforeAll(async () => {
    const corpus = await writeCorpus(newFolder(), {
      'articles/marked.md': articleText({}, `Ana Vale said: "${words}."\n\n# Ana Vale said no to tolls.\n`),
      'articles/long.md': articleText({}, `${long}\n`),
      [ARTICLE]: articleText({}, `Lena Moss said ${'fees and '.repeat(1_000)}more.\n`),
    });
    discord = await startDiscord();
    await startBot(discord, { CORPUS_DIR: corpus });
  });

  test('printed words that are mark-up on Discord show as they were printed, and ring for nobody', async () => {
    const answer = await discord.slash('iran-talks speaker', { name: 'Ana Vale' }).answer();
    expect(answer).toMatchObject({ mentions: [], mention_everyone: false, mention_roles: [] });
    expect(textOf(answer)).toContain(words);
    const description = answer.embeds.map((embed) => embed.description).join('\n');
    expect(description).toContain('\\<@1> \\<@&2> \\*\\*tolls\\*\\* \\~\\~no\\~\\~ \\`code\\` [click\\](https');
    const asked = await discord.say('@everyone who said **tolls** <@&1>?', { mentions: [discord.bot] }).answer();
    expect(asked).toMatchObject({ mentions: [], mention_everyone: false, mention_roles: [] });
  });

  test('a passage of 9,000 characters is shown by the sentences around the match, and whole by "Context" and "More"', async () => {
    expect(long.length).toBeGreaterThan(8_500);
    const answer = await discord.slash('iran-talks who said', { words: 'harbour dues' }).answer();
    expect(textOf(answer)).toContain(settled);
    let screen = await discord.button('Context', answer).answer();
    let seen = textOf(screen);
    const shown = new Set<string>();
    for (;;) {
      for (const one of sentences) if (seen.includes(one)) shown.add(one);
      if (!labelsOf(screen).includes('More')) break;
      screen = await discord.button('More', screen).answer();
      seen = textOf(screen);
    }
    expect(shown.size).toBe(sentences.length);
  });

  test('one without one sentence that ends is cut with a mark, and goes on', async () => {
    const answer = await discord.slash('iran-talks who said', { words: 'fees' }).answer();
    expect(textOf(answer)).toContain('Lena Moss');
    expect(labelsOf(answer)[0]).toBe('More');
  });
});

describe('the app', () => {
  const [ada, mina] = [person('Ada'), person('Mina')];
  const far = channel('far');
  const group = groupOf(ada, mina);
  const elsewhere = guild({ hasApp: false, members: [ada], channels: [far] });
  let discord: LocalDiscord;
  let bot: Bot;

  beforeAll(async () => {
    const guilds = [defaultGuild(), elsewhere];
    discord = await startDiscord({ guilds, groups: [group], installedBy: [ada] });
    bot = await startBot(discord);
  });

  test('answers a question of 6,000 characters, and one of nothing but marks', async () => {
    for (const question of ['missiles and talks '.repeat(300), '***', '"', '<>', '💣'.repeat(500)]) {
      const answer = await discord.slash('iran-talks ask', { question }).answer();
      expect(textOf(answer)).not.toContain('Something went wrong');
    }
  });

  test('answers 200 commands at once, all within 3 s', async () => {
    const commands: [string, Record<string, string | boolean>, string][] = [
      ['iran-talks who said', { words: 'no nuclear weapons' }, 'he added.'],
      ['iran-talks ask', { question: 'what did Trump say about a second aircraft carrier' }, 'aircraft carrier'],
      ['iran-talks timeline', {}, '1 to 5 of'],
      ['iran-talks check', { quotation: '"No nuclear weapons, no bombs"' }, 'Altered'],
      ['iran-talks compare', { a: 'Trump', b: 'Iran', topic: 'missiles' }, 'Seyed Abbas Araghchi'],
      ['iran-talks who said', { words: 'enrichment to 60 percent' }, 'nothing found'],
      ['iran-talks who said', { words: 'no nuclear weapons', private: true }, 'he added.'],
      ['iran-talks source', { passage: 'nowhere#1' }, 'No passage is called'],
    ];
    // Once each before: what is measured is the crowd, not what a process compiles first.
    for (const [command, values] of commands) await discord.slash(command, values).answer();
    const asked = Array.from({ length: 25 }).flatMap(() =>
      commands.map(([command, values, part]) => ({ exchange: discord.slash(command, values), part })),
    );
    const firsts = await Promise.all(asked.map(({ exchange }) => exchange.first({ timeoutMs: 10_000 })));
    const texts = await Promise.all(
      asked.map(async ({ exchange, part }) => {
        const answer = await exchange.answer({ timeoutMs: 15_000 });
        return { isRight: textOf(answer).includes(part) && discord.messages().includes(answer), ms: exchange.age };
      }),
    );
    tell('until there is a first sign', firsts);
    tell('until the answer is there', texts);
    expect(texts.every(({ isRight }) => isRight)).toBe(true);
    for (const { ms } of firsts) expect(ms).toBeLessThan(3_000);
    expect(bot.logs.filter(({ level }) => level >= 40)).toEqual([]);
  });

  test('that somebody installed for themselves is used in servers and groups that it is no part of', async () => {
    for (const there of [far, group] as Channel[]) {
      const answer = await discord
        .slash('iran-talks who said', { words: 'no nuclear weapons' }, { user: ada, channel: there })
        .answer();
      expect(textOf(answer)).toContain('Donald Trump');
      const around = await discord.button('Context', answer, { user: ada }).answer();
      expect(textOf(around)).toContain('Before');
    }
    const digest = await discord.slash('iran-talks digest status', {}, { user: ada, channel: group }).answer();
    expect(isPrivate(digest)).toBe(true);
    expect(textOf(digest)).toContain('channels of a server');
  });
});

function tell(what: string, times: readonly { readonly ms: number }[]): void {
  const sorted = times.map(({ ms }) => Math.round(ms)).sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? 0;
  process.stdout.write(`200 commands at once on Discord, ${what}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms\n`);
}

test('1,000 servers on one process take little more memory than one', async () => {
  const ada = person('Ada');
  const crowd = Array.from({ length: 5 }, (_, n) => person(`Member ${n}`));
  const memory = async (servers: number): Promise<number> => {
    const guilds = Array.from({ length: servers }, () =>
      guild({ members: [ada, ...crowd], channels: Array.from({ length: 20 }, (_, n) => channel(`channel-${n}`)) }),
    );
    const discord = await startDiscord({ guilds });
    const report =
      "process.on('SIGUSR2',()=>{global.gc();console.log(JSON.stringify({msg:'memory',rss:process.memoryUsage().heapUsed}))})";
    const bot = await startBot(discord, {
      NODE_OPTIONS: `${discord.env.NODE_OPTIONS} --expose-gc --import=data:text/javascript,${encodeURIComponent(report)}`,
    });
    await discord.gateway.delivered();
    for (const user of crowd) {
      discord.say('hello', { user });
      await discord.say('speakers', { user, mentions: [discord.bot] }).answer();
    }
    bot.child.kill('SIGUSR2');
    const { rss } = await bot.logged('memory');
    await bot.stop();
    return Number(rss) / 2 ** 20;
  };
  const [one, thousand] = [await memory(1), await memory(1_000)];
  process.stdout.write(`heap with 1 server ${one.toFixed(0)} MB, with 1,000 ${thousand.toFixed(0)} MB\n`);
  expect(thousand - one).toBeLessThan(100);
});
