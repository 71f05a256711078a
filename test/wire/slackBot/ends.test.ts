// How the bot comes up and goes down on Slack, and beside Discord.
import { describe, expect, test } from 'vitest';
import { startDiscord } from '../discord/server.ts';
import { textOf as discordText } from '../discordBot/seen.ts';
import { refused } from '../slack/answers.ts';
import { type LocalSlack, startSlack } from '../slack/server.ts';
import { type Bot, launch, startBot } from './bot.ts';
import { textOf } from './seen.ts';

const STACK = /^\s+at .*:\d+:\d+/mu;

describe.concurrent('a start that Slack refuses ends with status 1 and one sentence on what to change', () => {
  test.each<[string, string, string, string]>([
    ['auth.test', 'invalid_auth', 'SLACK_BOT_TOKEN', 'copy the Bot User OAuth Token'],
    ['auth.test', 'account_inactive', 'SLACK_BOT_TOKEN', 'copy the Bot User OAuth Token'],
    ['apps.connections.open', 'invalid_auth', 'SLACK_APP_TOKEN', 'connections:write'],
    ['apps.connections.open', 'missing_scope', 'SLACK_APP_TOKEN', 'connections:write'],
  ])('%s: %s', async (method, error, setting, what) => {
    const slack = await startSlack();
    slack.on(method, refused(error));
    const bot = launch(slack.env('socket'));
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toContain(`Slack refuses ${setting} (${error})`);
    expect(bot.output()).toContain(what);
    expect(bot.output()).not.toMatch(STACK);
    for (const secret of [slack.botToken, slack.credentials.appToken]) expect(bot.output()).not.toContain(secret);
  });
});

describe.concurrent('a start that can’t be', () => {
  test('with an address that is no Slack’s is told', async () => {
    const slack = await startSlack();
    slack.on('auth.test', { status: 404 });
    const bot = launch(slack.env('socket'));
    expect([await bot.ended, bot.output()]).toEqual([
      1,
      expect.stringContaining('Nothing of Slack is at SLACK_API_URL'),
    ]);
  });

  test('with an address that is not this machine’s is told', async () => {
    const slack = await startSlack();
    const bot = launch({ ...slack.env('http', 3999), HOST: '203.0.113.7' });
    expect([await bot.ended, bot.output()]).toEqual([1, expect.stringContaining('HOST and PORT can’t be listened on')]);
  });
});

test.concurrent('a Slack that can’t be reached is waited for; an app token that is taken back while the bot runs ends it', async () => {
  const slack = await startSlack();
  const down = slack.on('auth.test', { status: 503 });
  const bot = launch(slack.env('socket'));
  expect(await bot.logged('it is tried again')).toMatchObject({ level: 40 });
  down.stop();
  await bot.logged('slack: connected');
  expect(textOf(await slack.command('speakers').answer())).toContain('Donald Trump');
  slack.on('apps.connections.open', refused('invalid_auth'));
  slack.socket.drop();
  expect(await bot.ended).toBe(1);
  expect((await bot.logged('Slack refuses SLACK_APP_TOKEN')).level).toBe(60);
});

/** Stops it while it answers: what is being answered is answered first. */
async function stopAnswering(slack: LocalSlack, bot: Bot, signal: NodeJS.Signals): Promise<void> {
  slack.on('response_url', [{ delayMs: 400 }]);
  const asked = slack.command('speakers');
  await asked.acknowledged();
  const status = bot.stop(signal);
  await bot.logged('stopping');
  expect(textOf(await asked.answer())).toContain('Donald Trump');
  expect(await status).toBe(0);
  expect(bot.logs.at(-1)).toMatchObject({ msg: 'stopped', status: 0 });
}

test.concurrent('buttons act, and threads go on, after the bot was killed; stopped by SIGTERM it answers first', async () => {
  const slack = await startSlack();
  const killed = await startBot(slack);
  const answer = await slack.command('timeline').answer();
  const asked = slack.mention('who said missiles');
  await asked.answer();
  await killed.stop('SIGKILL');
  const bot = await startBot(slack, 'socket', { DATABASE_URL: killed.database });
  expect(textOf(await slack.press('act.more.1', answer).answer())).toContain('6 to 10 of');
  const next = await slack.mention('and Pezeshkian?', { threadTs: asked.message?.ts ?? '' }).answer();
  expect(textOf(next)).toMatch(/^who said missiles by Pezeshkian/u);
  await stopAnswering(slack, bot, 'SIGTERM');
});

describe.concurrent('Slack and Discord in one process', () => {
  test('both answer, and end together, stopped by SIGINT, when what is being answered was answered', async () => {
    const [slack, discord] = [await startSlack(), await startDiscord()];
    const bot = await startBot(slack, 'socket', { ...discord.env });
    await discord.gateway.until('ready', { timeoutMs: 20_000 });
    await bot.logged('the commands were registered');
    expect(textOf(await slack.command('speakers').answer())).toContain('Donald Trump');
    expect(discordText(await discord.slash('iran-talks speakers').answer())).toContain('Donald Trump');
    await stopAnswering(slack, bot, 'SIGINT');
  });

  test('one goes on while the other can’t be reached or is lost for good, and ends when its token is taken back', async () => {
    const [slack, discord] = [await startSlack(), await startDiscord()];
    const down = discord.on('GET', '/gateway/bot', { status: 503 });
    const bot = await startBot(slack, 'socket', { ...discord.env });
    expect(textOf(await slack.command('speakers').answer())).toContain('Donald Trump');
    down.stop();
    await bot.logged('the commands were registered');
    discord.gateway.drop(4_004);
    await bot.logged('Discord refuses DISCORD_TOKEN');
    expect(textOf(await slack.command('speakers').answer())).toContain('Donald Trump');
    expect(bot.child.exitCode).toBeNull();
    slack.tokensRevoked();
    expect(await bot.ended).toBe(1);
    expect((await bot.logged('Slack refuses SLACK_BOT_TOKEN')).level).toBe(60);
  });
});
