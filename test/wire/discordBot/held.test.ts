// Held articles on Discord, up to the files: who may, what is shown, and what a press and an option do.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createApproval } from '../../../src/approval/approval.ts';
import { NO_LOG } from '../digestPages.ts';
import { type LocalDiscord, startDiscord } from '../discord/server.ts';
import { channel, groupOf, guild, member, person } from '../discord/world.ts';
import { HOSTILE, heldPages, refill } from '../heldPages.ts';
import { startInProcess } from './inProcess.ts';
import { isPrivate, labelsOf, textOf } from './seen.ts';

const [ada, mina, mara] = [person('Ada'), person('Mina'), person('Mara')];
const general = channel('general');
const elsewhere = channel('elsewhere');
const may = ['ManageGuild'] as const;
const home = guild({ members: [ada, member(mina, { may }), member(mara, { may })], channels: [general] });
const other = guild({ members: [member(mina, { may })], channels: [elsewhere] });
const group = groupOf(ada, mina);
const held = heldPages();
const curatedFrom = [{ platform: 'discord', community: home.id }] as const;
const approval = createApproval({ curation: held, curatedFrom, log: NO_LOG });
let discord: LocalDiscord;
let bot: Awaited<ReturnType<typeof startInProcess>>;

beforeAll(async () => {
  discord = await startDiscord({ guilds: [home, other], groups: [group], installedBy: [ada, mina] });
  bot = await startInProcess(discord, { approval });
  await discord.request('PUT', /commands$/u);
});
afterAll(() => bot.stop(1_000));
beforeEach(() => refill(held));
const [asMina, asMara] = [{ user: mina }, { user: mara }];
const HELD = 'iran-talks held';

test('whoever may manage the server sees what waits, alone, as it is printed, with rows of buttons', async () => {
  const list = await discord.slash(HELD, {}, asMina).answer();
  expect(isPrivate(list)).toBe(true);
  const printed = textOf(list).replaceAll('\\', '');
  const bare = (text: string): string => text.replaceAll('**', '');
  for (const words of [`1. ${HOSTILE.title}`, HOSTILE.outlet, HOSTILE.opening, ...HOSTILE.doubts])
    expect(printed).toContain(bare(words));
  expect(printed).toContain('1 to 5 of 7 articles');
  const rows = list.components?.map((row) => labelsOf({ ...list, components: [row] }));
  const numbers = [1, 2, 3, 4, 5];
  expect(rows).toEqual([numbers.map((at) => `Approve ${at}`), numbers.map((at) => `Refuse ${at}`), ['Next']]);
  const [, first] = list.embeds;
  for (const mark of ['\\# Ferries', '\\~\\~run', '\\<!here>', '\\|\\|']) expect(first?.description).toContain(mark);
});

test('a press changes that message, also for an id that no button holds', async () => {
  const list = await discord.slash(HELD, {}, asMina).answer();
  const changed = await discord.button('Approve 2', list, asMina).answer();
  expect(changed.id).toBe(list.id);
  expect(textOf(changed)).toContain('Approved: Long; it is answered from in a few seconds.');
  expect(held.approved).toEqual([`long-${'x'.repeat(200)}`]);
  const after = await discord.button('Refuse 3', changed, asMina).answer();
  expect(held.refused).toEqual(['c']);
  const next = await discord.button('Next', after, asMina).answer();
  expect(next.id).toBe(list.id);
  const rows = next.components?.map((row) => labelsOf({ ...next, components: [row] }));
  expect(rows).toEqual([['Approve 1', 'Approve 2'], ['Refuse 1', 'Refuse 2'], ['Previous']]);
});

test('of two who press, the second is told that it is no longer held', async () => {
  const first = await discord.slash(HELD, {}, asMina).answer();
  const second = await discord.slash(HELD, {}, asMara).answer();
  await discord.button('Approve 1', first, asMina).answer();
  expect(textOf(await discord.button('Refuse 1', second, asMara).answer())).toContain('No longer held');
  expect([held.approved, held.refused]).toEqual([['hostile'], []]);
});

test('an option is completed with what waits, and refuses it', async () => {
  const typed = discord.autocomplete(HELD, { refuse: 'long' }, 'refuse', asMina);
  const [choice] = await typed.choices();
  expect(choice?.name).toBe('Long · The Orlan Courier · 12 Feb 2026');
  const told = await discord.slash(HELD, { refuse: String(choice?.value) }, asMina).answer();
  expect(textOf(told)).toContain('Refused: Long');
  expect([isPrivate(told), held.refused]).toEqual([true, [`long-${'x'.repeat(200)}`]]);
});

test('both options at once decide nothing', async () => {
  const told = await discord.slash(HELD, { approve: 'c', refuse: 'd' }, asMina).answer();
  expect(textOf(told)).toContain('can’t be read');
  expect([held.approved, held.refused]).toEqual([[], []]);
});

test.each([
  ['Whoever does not manage the server is told who may', { user: ada }, 'here by those who may Manage Server'],
  [
    'a manager of another server how it could be one',
    { user: mina, channel: elsewhere },
    `once CURATED_FROM names discord/${other.id} (this server)`,
  ],
  [
    'outside of servers, where it is done',
    { user: ada, channel: group },
    'a workspace or server that CURATED_FROM names',
  ],
])('%s', async (_, where, words) => {
  const told = await discord.slash(HELD, { approve: 'c' }, where).answer();
  expect(textOf(told).replaceAll('\\', '')).toContain(words);
  expect(isPrivate(told)).toBe(true);
  expect(await discord.autocomplete(HELD, { approve: '' }, 'approve', where).choices()).toEqual([]);
  expect(held.approved).toEqual([]);
});

test('a change that is lost on the way is made again', async () => {
  const list = await discord.slash(HELD, {}, asMina).answer();
  discord.on('PATCH', /\/messages\/@original$/u, [{ drop: 'close' }]);
  expect(textOf(await discord.button('Approve 1', list, asMina).answer())).toContain('Approved: ');
  expect(held.approved).toEqual(['hostile']);
});

test('what goes wrong is told beside the list, which stays', async () => {
  const list = await discord.slash(HELD, {}, asMina).answer();
  held.faults.approve = new Error('a bug');
  const asked = discord.button('Approve 1', list, asMina);
  const told = await asked.answer();
  expect(textOf(told)).toContain('it was logged');
  expect(asked.replies.map(({ kind }) => kind)).toEqual(['deferral', 'followUp']);
  expect([told.id === list.id, isPrivate(told)]).toEqual([false, true]);
});
