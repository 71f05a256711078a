// Commands about digests on Slack, up to the digests themselves: who may, what they are asked, and what is shown.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Message } from '../../../src/messages/message.ts';
import { messageOf, optionsOf, pageOf, recordingDigests } from '../digestPages.ts';
import { refused } from '../slack/answers.ts';
import { type LocalSlack, startSlack } from '../slack/server.ts';
import { type Channel, channel, person, workspace } from '../slack/world.ts';
import { startInProcess } from './inProcess.ts';
import { textOf } from './seen.ts';

const [ada, mina] = [person('Ada'), person('Mina', { isAdmin: true })];
const stranger = person('Sten', { isAdmin: true, teamId: 'T9' });
const general = channel('general');
const hers = channel('hers', { creator: ada.id });
const secret = channel('secret', { kind: 'private', hasBot: false });
const home = workspace({ people: [ada, mina, stranger], channels: [general, hers, secret] });
let answer: (text: string) => Message;
const recorded = recordingDigests((text) => answer(text));
let slack: LocalSlack;
let bot: Awaited<ReturnType<typeof startInProcess>>;

beforeAll(async () => {
  slack = await startSlack({ workspaces: [home] });
  bot = await startInProcess(slack, { digests: recorded.digests });
});
afterAll(() => bot.stop(1_000));
beforeEach(() => {
  recorded.asked.length = 0;
  answer = (text) => messageOf(`Asked: ${text}`);
});

const by = (user: string, there: Channel, channelName: string): object => ({
  channel: { platform: 'slack', community: home.id, channel: there.id },
  channelName,
  user,
});

test.each([
  ['digest on 09:00 Europe/London mon-fri about missiles', 'on 09:00 Europe/London mon-fri about missiles'],
  ['  Digest  status ', 'status'],
  ['digest', ''],
])('an admin’s “%s” asks for “%s”, and is answered for them alone', async (text, asked) => {
  const told = await slack.command(text, { user: mina, channel: general }).answer();
  expect(textOf(told)).toContain(`Asked: ${asked}`);
  expect(told.ephemeralTo).toBe(mina.id);
  expect(recorded.asked).toEqual([{ text: asked, by: by(mina.id, general, '#general') }]);
});

test('whoever created the channel may', async () => {
  await slack.command('digest off', { user: ada, channel: hers }).answer();
  expect(recorded.asked).toEqual([{ text: 'off', by: by(ada.id, hers, '#hers') }]);
});

test('of a private channel the name is not told', async () => {
  await slack.command('digest off', { user: mina, channel: secret }).answer();
  expect(recorded.asked).toEqual([{ text: 'off', by: by(mina.id, secret, 'this channel') }]);
});

test.each([
  ['Anybody else', ada],
  ['An admin of another workspace', stranger],
])('%s is told who may', async (_, user) => {
  const told = await slack.command('digest off', { user, channel: general }).answer();
  expect(textOf(told)).toContain('set here by the admins and owners of this workspace');
  expect(recorded.asked).toEqual([]);
});

test('where the bot can’t see the channel, that it must be invited', async () => {
  const told = await slack.command('digest off', { user: ada, channel: secret }).answer();
  expect(textOf(told)).toContain('Type /invite');
});

test.each([
  ['a scope that is missing', refused('missing_scope', { needed: 'users:read' }), 'was not granted users:read'],
  ['what may pass', refused('fatal_error'), 'Try again in a minute'],
])('a look-up that fails for %s is told with what to do', async (_, scripted, part) => {
  slack.on('users.info', [scripted]);
  const told = await slack.command('digest off', { user: mina, channel: general }).answer();
  expect(textOf(told)).toContain(part);
  expect(recorded.asked).toEqual([]);
});

test('in direct messages there are no digests', async () => {
  const told = await slack.command('digest on', { user: mina, channel: slack.directMessages(mina) }).answer();
  expect(textOf(told)).toContain('Digests are posted in channels');
  expect(recorded.asked).toEqual([]);
});

test('what only begins like it is a request', async () => {
  const told = await slack.command('digestion of missiles', { user: mina, channel: general }).answer();
  expect(textOf(told)).toContain('Answer: digestion of missiles');
});

test('an answer of several screens is shown as a whole, to who asked alone', async () => {
  const texts = Array.from({ length: 12 }, (_, at) => `Paragraph ${at + 1}: ${'the ferries run '.repeat(120)}`);
  answer = () => messageOf('Preview', texts);
  const asked = slack.command('digest preview', { user: mina, channel: general });
  const screens = await Promise.all([0, 1, 2].map((number) => asked.reply('ephemeral', number)));
  const all = screens.map(({ message }) => (message === null ? '' : textOf(message))).join('\n');
  for (let at = 1; at <= texts.length; at += 1) expect(all.includes(`Paragraph ${at}:`)).toBe(true);
  expect(new Set(screens.map(({ message }) => message?.ephemeralTo))).toEqual(new Set([mina.id]));
});

test('the platform that was started sends digests', async () => {
  const channelKey = { platform: 'slack', community: home.id, channel: general.id } as const;
  const ts = await bot.sender.send(channelKey, pageOf(), optionsOf());
  expect(slack.messages(general).at(-1)?.ts).toBe(ts);
});
