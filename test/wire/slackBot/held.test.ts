// Held articles on Slack, up to the files: who may, what is shown, and what a press and a typed command do.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createApproval } from '../../../src/approval/approval.ts';
import { NO_LOG } from '../digestPages.ts';
import { HOSTILE, heldPages, refill } from '../heldPages.ts';
import { refused } from '../slack/answers.ts';
import { type LocalSlack, startSlack } from '../slack/server.ts';
import { channel, person, workspace } from '../slack/world.ts';
import { startInProcess } from './inProcess.ts';
import { labelsOf, textOf } from './seen.ts';

const [ada, mina, mara] = [person('Ada'), person('Mina', { isAdmin: true }), person('Mara', { isAdmin: true })];
const stranger = person('Sten', { isAdmin: true, teamId: 'T9' });
const general = channel('general');
const hers = channel('hers', { creator: ada.id });
const home = workspace({ people: [ada, mina, mara, stranger], channels: [general, hers] });
const held = heldPages();
const curatedFrom = [{ platform: 'slack', community: home.id }] as { platform: 'slack'; community: string }[];
const approval = createApproval({ curation: held, curatedFrom, log: NO_LOG });
let slack: LocalSlack;
let bot: Awaited<ReturnType<typeof startInProcess>>;

beforeAll(async () => {
  slack = await startSlack({ workspaces: [home] });
  bot = await startInProcess(slack, { approval });
});
afterAll(() => bot.stop(1_000));
beforeEach(() => {
  refill(held);
  curatedFrom.splice(0, 1, { platform: 'slack', community: home.id });
});
const asMina = { user: mina, channel: general };

test('an admin sees what waits, alone, as it is printed, each with its own buttons below', async () => {
  const list = await slack.command('held', asMina).answer();
  expect(list.ephemeralTo).toBe(mina.id);
  for (const words of [`1. ${HOSTILE.title}`, HOSTILE.outlet, HOSTILE.opening, ...HOSTILE.doubts])
    expect(textOf(list)).toContain(words);
  expect(textOf(list)).toContain('1 to 5 of 7 articles');
  expect(labelsOf(list)).toEqual([...[1, 2, 3, 4, 5].flatMap((at) => [`Approve ${at}`, `Refuse ${at}`]), 'Next']);
  const types = list.blocks.map((block) => (block as { type: string }).type);
  expect(types.filter((type) => type === 'actions')).toHaveLength(6);
});

test('a press changes that message, also for an id that no button holds', async () => {
  const list = await slack.command('held', asMina).answer();
  const changed = await slack.press('Approve 2', list, { user: mina }).reply('update');
  expect(changed.message?.ts).toBe(list.ts);
  expect(textOf(slack.message(list) ?? list)).toContain('Approved: Long; it is answered from in a few seconds.');
  expect(held.approved).toEqual([`long-${'x'.repeat(200)}`]);
  const after = await slack.press('Refuse 3', slack.message(list) ?? list, { user: mina }).answer();
  expect(held.refused).toEqual(['c']);
  const next = await slack.press('Next', after, { user: mina }).answer();
  expect(next.ts).toBe(list.ts);
  expect(labelsOf(next)).toEqual(['Approve 1', 'Refuse 1', 'Approve 2', 'Refuse 2', 'Previous']);
});

test('of two who press, the second is told that it is no longer held', async () => {
  const [first, second] = await Promise.all(
    [mina, mara].map((user) => slack.command('held', { user, channel: general }).answer()),
  );
  if (!first || !second) throw new Error('no lists');
  await slack.press('Approve 1', first, { user: mina }).answer();
  expect(textOf(await slack.press('Refuse 1', second, { user: mara }).answer())).toContain('No longer held');
  expect([held.approved, held.refused]).toEqual([['hostile'], []]);
});

test('an id is refused by command, for the asker’s eyes alone', async () => {
  const told = await slack.command('held refuse hostile', asMina).answer();
  expect(textOf(told)).toContain(`Refused: ${HOSTILE.title}`);
  expect([told.ephemeralTo, held.refused]).toEqual([mina.id, ['hostile']]);
});

test('a mention is answered in the channel, where one person alone sees it; inside a thread, there', async () => {
  const list = await slack.mention('held', asMina).answer();
  expect([list.ephemeralTo, list.threadTs]).toEqual([mina.id, null]);
  const pressed = await slack.press('Approve 1', list, { user: mina }).answer();
  expect(pressed.ts).toBe(list.ts);
  const { ts } = await slack.mention('ferries', asMina).answer();
  expect((await slack.mention('held', { ...asMina, threadTs: ts }).answer()).threadTs).toBe(ts);
});

test('in direct messages it stands in the conversation, and is changed there', async () => {
  const list = await slack.dm('held', { user: mina }).answer();
  expect(list.ephemeralTo).toBe(null);
  const pressed = await slack.press('Approve 1', list, { user: mina }).answer();
  expect([pressed.ts, held.approved]).toEqual([list.ts, ['hostile']]);
});

test.each([
  ['anybody else', ada, general],
  ['whoever created the channel', ada, hers],
  ['an admin of another workspace', stranger, general],
])('%s is told who may', async (_, user, there) => {
  for (const text of ['held', 'held approve hostile']) {
    const told = await slack.command(text, { user, channel: there }).answer();
    expect(textOf(told)).toContain('approved here by the admins and owners of this workspace');
    expect(told.ephemeralTo).toBe(user.id);
  }
  expect(held.approved).toEqual([]);
});

test('in a workspace that the setting does not name, also a list that was shown before decides nothing', async () => {
  const list = await slack.command('held', asMina).answer();
  curatedFrom.splice(0, 1, { platform: 'slack', community: 'T0OTHER' });
  const told = await slack.press('Approve 1', list, { user: mina }).answer();
  expect(told.ts).not.toBe(list.ts);
  expect(textOf(told)).toContain(`once CURATED_FROM names slack/${home.id} (this workspace)`);
  expect(held.approved).toEqual([]);
});

test('a look-up that fails is told with what to do', async () => {
  slack.on('users.info', [refused('missing_scope', { needed: 'users:read' })]);
  const told = await slack.command('held', asMina).answer();
  expect(textOf(told)).toContain('whether you may approve articles here, because the app was not granted users:read');
});

test('an address for answers that fails does not hide what was done', async () => {
  const list = await slack.command('held', asMina).answer();
  slack.on('response_url', [{ status: 500 }]);
  expect(textOf(await slack.press('Approve 1', list, { user: mina }).answer())).toContain('Approved: ');
});

test('what only begins like it is a request', async () => {
  const told = await slack.command('held talks in Muscat', asMina).answer();
  expect(textOf(told)).toContain('Answer: held talks in Muscat');
});
