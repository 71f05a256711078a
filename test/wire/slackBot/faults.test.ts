// What goes wrong on the way to and from Slack while the bot runs: each answer arrives, and the process lives.
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ARTICLE, articleText, corpusFolder } from '../../corpus/corpusFolder.ts';
import type { Script, Scripted } from '../scripts.ts';
import { rateLimited, refused } from '../slack/answers.ts';
import { type LocalSlack, startSlack } from '../slack/server.ts';
import { channel, person, workspace } from '../slack/world.ts';
import { type Bot, startBot } from './bot.ts';
import { textOf } from './seen.ts';

const [ada, general, quiet] = [person('Ada'), channel('general'), channel('quiet')];
const far = channel('far', { hasBot: false });
const partners = channel('partners', { isShared: true });
let slack: LocalSlack;
let bot: Bot;
let scripts: Script[] = [];

beforeAll(async () => {
  slack = await startSlack({ workspaces: [workspace({ people: [ada], channels: [general, quiet, far, partners] })] });
  slack.mayMention(/Shared by <@\w+>/u);
  bot = await startBot(slack);
});

afterEach(() => {
  for (const script of scripts.splice(0)) script.stop();
  expect(bot.child.exitCode).toBeNull();
});

const script = (...[method, plan]: Parameters<LocalSlack['on']>): void => {
  scripts = [...scripts, slack.on(method, plan)];
};

describe('an answer to a mention arrives', () => {
  test.each<[string, Scripted[]]>([
    ['after 429 with Retry-After', [rateLimited(1)]],
    ['after 500 and 503', [{ status: 500 }, { status: 503 }]],
    ['when the connection is closed', [{ drop: 'close' }]],
    ['when the connection is reset', [{ drop: 'reset' }]],
    ['when Slack does not answer', [{ hang: true }]],
  ])('%s', async (_, plan) => {
    script('chat.postMessage', plan);
    const answer = await slack.mention('who said no nuclear weapons').answer({ timeoutMs: 12_000 });
    expect(textOf(answer)).toContain('Donald Trump');
  });
});

test('too many messages in one channel hold up no other', async () => {
  script('chat.postMessage', [rateLimited(3)]);
  const waiting = slack.mention('speakers', { channel: quiet });
  const from = slack.requests.length;
  await slack.request('chat.postMessage', { from });
  const first = await slack.mention('sources').first();
  expect(first.ms).toBeLessThan(2_000);
  expect(textOf(await waiting.answer({ timeoutMs: 10_000 }))).toContain('Donald Trump');
});

test('what could not be shared can be shared again', async () => {
  const answer = await slack.command('who said no nuclear weapons').answer();
  script('response_url', [{ status: 500 }]);
  script('chat.postMessage', [refused('fatal_error')]);
  expect(textOf(await slack.press('Share to channel', answer).answer())).toContain('Something went wrong');
  const shared = await slack.press('Share to channel', answer).answer();
  expect(textOf(shared)).toContain(`Shared by <@${ada.id}>`);
});

test('buttons in a thread answer there, also those of private answers', async () => {
  const asked = slack.mention('timeline');
  const threadTs = asked.message?.ts;
  const more = await slack.press('act.more.1', await asked.answer()).answer();
  const next = await slack.press('act.more.1', more).answer();
  expect([more.threadTs, next.threadTs]).toEqual([threadTs, threadTs]);
});

describe('an answer to a command arrives', () => {
  test('when its address is too old: as a private message in the channel', async () => {
    script('response_url', [{ status: 404, body: { ok: false, error: 'used_url' } }]);
    const answer = await slack.command('who said no nuclear weapons').answer();
    expect(answer.ephemeralTo).toBe(ada.id);
    expect(textOf(answer)).toContain('Donald Trump');
  });

  test.each<[string, Scripted[]]>([
    ['is down', [{ status: 500 }]],
    ['does not answer', [{ hang: true }]],
    ['breaks off', [{ drop: 'close' }]],
  ])('when its address %s', async (_, plan) => {
    script('response_url', plan);
    expect(textOf(await slack.command('speakers').answer({ timeoutMs: 12_000 }))).toContain('Donald Trump');
  });

  test('when neither that nor the channel takes it: as a direct message', async () => {
    script('response_url', { status: 404 });
    const direct = slack.directMessages(ada);
    const [from, before] = [slack.requests.length, slack.messages(direct).length];
    slack.command('who said no nuclear weapons', { channel: far });
    const sent = await slack.request('chat.postMessage', { from });
    expect(JSON.stringify(sent)).toContain(ada.id);
    expect(slack.messages(direct).slice(before).map(textOf).join()).toContain('Donald Trump');
  });
});

describe('delivered twice, answered once', () => {
  test.each(['command', 'mention', 'dm'] as const)('a %s', async (kind) => {
    const asked = slack[kind]('speakers');
    await asked.answer();
    slack.deliverAgain(asked, { number: 1, reason: 'timeout' });
    await bot.logged('it was delivered again');
    await slack.dm('sources').answer();
    expect(asked.answers.filter((each) => textOf(each).startsWith('speakers'))).toHaveLength(1);
  });
});

test('an acknowledgement that is lost with its socket: delivered again, answered once', async () => {
  const asked = slack.mention('speakers');
  slack.socket.drop();
  const from = slack.socket.journal.items.length;
  await slack.socket.until('connected', { from, timeoutMs: 15_000 });
  slack.deliverAgain(asked, { number: 1, reason: 'timeout' });
  expect(textOf(await asked.answer({ timeoutMs: 10_000 }))).toContain('Donald Trump');
  await slack.dm('sources').answer();
  expect(asked.answers.filter((each) => textOf(each).startsWith('speakers'))).toHaveLength(1);
});

describe('where the bot may not write', () => {
  test('it says privately how to invite it', async () => {
    script('chat.postMessage', [refused('not_in_channel')]);
    slack.mention('speakers', { channel: quiet });
    const told = await slack.request('chat.postMessage', { from: slack.requests.length + 1 });
    expect(JSON.stringify(told)).toContain('/invite');
    expect(JSON.stringify(told)).toContain(ada.id);
  });

  test('an archived channel is told, and the bot lives', async () => {
    const answer = await slack.command('who said no nuclear weapons').answer();
    script('response_url', { status: 404 });
    slack.change(general, { isArchived: true });
    const from = slack.requests.length;
    slack.press('Share to channel', answer);
    const first = await slack.request('chat.postMessage', { from });
    const told = await slack.request('chat.postMessage', { from: slack.requests.indexOf(first) + 1 });
    slack.change(general, { isArchived: false });
    expect(JSON.stringify(told)).toContain('it is archived');
    expect(textOf(await slack.dm('speakers').answer())).toContain('Donald Trump');
  });
});

describe('the socket', () => {
  const works = async (): Promise<void> => {
    expect(textOf(await slack.dm('speakers').answer({ timeoutMs: 15_000 }))).toContain('Donald Trump');
  };

  test.each<[string, () => void]>([
    ['is dropped', () => slack.socket.drop()],
    ['is asked to be renewed', () => slack.socket.disconnect('refresh_requested')],
    ['is told that it ends soon', () => slack.socket.disconnect('warning')],
    [
      'is dropped while Slack is down',
      () => {
        script('apps.connections.open', [{ status: 503 }, { drop: 'close' }]);
        slack.socket.drop();
      },
    ],
  ])('%s, and comes again', async (_, act) => {
    const from = slack.socket.journal.items.length;
    act();
    await slack.socket.until('connected', { from, timeoutMs: 15_000 });
    await expect.poll(() => slack.socket.connections, { timeout: 15_000 }).toBeGreaterThan(0);
    await works();
  });
});

test('somebody of another organisation is answered in a shared channel', async () => {
  const guest = person('Gia', { teamId: 'T0000009999' });
  const asked = slack.mention('speakers', { user: guest, channel: partners });
  expect(textOf(await asked.answer())).toContain('Donald Trump');
});

test('printed words that are mark-up show as they were printed, and ring for nobody', async () => {
  const words = '<!channel> <!here> & <@U1> *fees* _no_ <https://fees.example|click> &amp;';
  const corpus = await corpusFolder({
    [ARTICLE]: articleText({ title: `'Fees <!channel> & more'` }, `Ana Vale said: "${words}."\n`),
  });
  const other = await startSlack();
  await startBot(other, 'socket', { CORPUS_DIR: corpus });
  const answer = await other.command('speaker Ana Vale').answer();
  expect(textOf(answer)).toContain(`Ana Vale said: "${words}."`);
  expect(textOf(answer)).toContain('Fees <!channel> & more');
  expect(JSON.stringify(answer.blocks)).not.toContain('<!channel>');
  expect(answer.text).not.toContain('<!');
});

test('<!channel> in a question rings for nobody', async () => {
  const answer = await slack.mention('who said <!channel> <!here> missiles & "<@U1>"').answer();
  expect(JSON.stringify(answer)).not.toMatch(/<!(?:channel|here)/u);
});

test('200 commands at once are all acknowledged within 3 s', async () => {
  const commands = [
    'who said no nuclear weapons',
    'timeline',
    'check "No nuclear weapons, no bombs"',
    'compare Trump and Iran on missiles',
  ];
  const asked = Array.from({ length: 200 }, (_, n) => slack.command(commands[n % commands.length] ?? ''));
  const times = (await Promise.all(asked.map((each) => each.acknowledged({ timeoutMs: 10_000 })))).map(({ ms }) => ms);
  await Promise.all(asked.map((each) => each.answer({ timeoutMs: 15_000 })));
  times.sort((a, b) => a - b);
  const at = (part: number): number => Math.round(times[Math.floor(part * (times.length - 1))] ?? 0);
  process.stdout.write(`200 commands at once on Slack, until acknowledged: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms\n`);
  expect(times.at(-1)).toBeLessThan(3_000);
});
