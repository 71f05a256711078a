// The events that end an installation: in any order, twice, late, and while others install it again.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Where } from '../../src/slack/installations.ts';
import { openStore } from '../../src/store/openStore.ts';
import {
  at,
  ENTERPRISE,
  ofEnterprise,
  ofTeam,
  type Stand,
  stand,
  standOn,
  TEAM,
  TEAM_OF_ENTERPRISE,
  tokenOf,
} from './installed.ts';

describe('when the app is removed', () => {
  const uninstalled = { name: 'app_uninstalled', botTokens: null };
  const bot = { name: 'tokens_revoked (bot)', botTokens: ['UB1'] };
  const user = { name: 'tokens_revoked (user)', botTokens: [] };
  type Event = typeof uninstalled | typeof bot | typeof user;

  const deliver = ({ removals }: Stand, event: Event, where: Where, when: Date): Promise<boolean> =>
    event.botTokens === null
      ? removals.uninstalled({ ...where, at: when })
      : removals.revoked({ ...where, botTokens: event.botTokens, userTokens: ['U1'], at: when });

  const ORDERS: readonly (readonly Event[])[] = [
    [uninstalled],
    [bot],
    [uninstalled, bot],
    [bot, uninstalled],
    [user, bot, uninstalled],
    [uninstalled, user, bot, user],
    [uninstalled, uninstalled, bot, bot],
  ];
  test.each(ORDERS.map((events) => [events.map(({ name }) => name).join(', '), events] as const))(
    'it is gone after %s, and once',
    async (_, events) => {
      const here = await stand();
      await here.installations.storeInstallation(ofTeam('a'));
      const removed: boolean[] = [];
      for (const event of events) removed.push(await deliver(here, event, TEAM, at(10)));
      expect(removed.filter(Boolean)).toHaveLength(1);
      expect(await tokenOf(here, TEAM)).toBeNull();
      expect(await here.store.installations('slack')).toEqual([]);
    },
  );

  test("people's tokens alone leave it where it is", async () => {
    const here = await stand();
    await here.installations.storeInstallation(ofTeam('a'));
    for (const _ of [1, 2]) expect(await deliver(here, user, TEAM, at(10))).toBe(false);
    expect(await tokenOf(here, TEAM)).toBe('a');
  });

  test.each([uninstalled, bot])('and installed again before a late $name, the new one stays', async (event) => {
    const here = await stand();
    await here.installations.storeInstallation(ofTeam('old'));
    here.clock.now = at(20);
    await here.installations.storeInstallation(ofTeam('new'));
    expect(await deliver(here, event, TEAM, at(10))).toBe(false);
    expect(await tokenOf(here, TEAM)).toBe('new');
    expect(await deliver(here, event, TEAM, at(30))).toBe(true);
    expect(await tokenOf(here, TEAM)).toBeNull();
  });

  test('a refresh does not make it younger than the event', async () => {
    const here = await stand();
    await here.installations.storeInstallation(ofTeam('a'));
    here.clock.now = at(20);
    await here.installations.storeInstallation(await here.installations.fetchInstallation(TEAM));
    expect(await deliver(here, uninstalled, TEAM, at(10))).toBe(true);
  });

  test('within the second in which it was installed, it is gone', async () => {
    const here = await stand();
    here.clock.now = at(10.9);
    await here.installations.storeInstallation(ofTeam('a'));
    expect(await deliver(here, uninstalled, TEAM, at(9))).toBe(false);
    expect(await deliver(here, uninstalled, TEAM, at(10))).toBe(true);
  });

  test.each([uninstalled, bot])(
    'by one workspace of an organisation, the organisation keeps it: $name',
    async (event) => {
      const here = await stand();
      await here.installations.storeInstallation(ofEnterprise('org'));
      expect(await deliver(here, event, TEAM_OF_ENTERPRISE, at(10))).toBe(false);
      expect(await tokenOf(here, ENTERPRISE)).toBe('org');
      expect(await deliver(here, event, { ...ENTERPRISE, teamId: null }, at(10))).toBe(true);
      expect(await tokenOf(here, TEAM_OF_ENTERPRISE)).toBeNull();
    },
  );

  test('by nobody that is named, nothing happens', async () => {
    const here = await stand();
    await here.installations.storeInstallation(ofTeam('a'));
    const nobody = { teamId: null, enterpriseId: null };
    for (const isEnterpriseInstall of [true, false])
      expect(await deliver(here, uninstalled, { ...nobody, isEnterpriseInstall }, at(10))).toBe(false);
    expect(await tokenOf(here, TEAM)).toBe('a');
  });

  test('what is installed is what people left installed, however late and often events and refreshes arrive', async () => {
    const places = [TEAM, { ...TEAM_OF_ENTERPRISE, teamId: 'T2' }, ENTERPRISE] as const;
    const step = fc.record({
      place: fc.nat({ max: places.length - 1 }),
      kind: fc.constantFrom('install', 'remove', 'refresh'),
      ms: fc.nat({ max: 999 }),
      /** After how many further steps each delivery arrives. */
      delays: fc.array(fc.nat({ max: 6 }), { minLength: 2, maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const store = await openStore('file::memory:');
        const here = standOn(store);
        /** The number of the step that installed it; null: removed. */
        const truth: (number | null)[] = places.map(() => null);
        const pending: { due: number; arrive: () => Promise<unknown> }[] = [];
        const look = async (): Promise<(string | null)[]> => Promise.all(places.map((place) => tokenOf(here, place)));
        const name = (step: number | null | undefined): string | null => (step == null ? null : `${step}`);
        const expected = (): (string | null)[] => [name(truth[0]), name(truth[1] ?? truth[2]), name(truth[2])];
        const withoutRefreshes = (tokens: (string | null)[]) => tokens.map((token) => token?.split('+')[0] ?? null);
        const arriveUntil = async (number: number): Promise<void> => {
          const due = pending.filter((each) => each.due <= number).sort((a, b) => a.due - b.due);
          for (const each of due) {
            pending.splice(pending.indexOf(each), 1);
            await each.arrive();
          }
        };
        for (const [number, { place, kind, ms, delays }] of steps.entries()) {
          const where = places[place] ?? TEAM;
          here.clock.now = at(number * 2 + ms / 1000);
          const eventTime = at(number * 2);
          if (kind === 'install') {
            truth[place] = number;
            const team = where.teamId === undefined ? undefined : { id: where.teamId };
            const enterprise = where.enterpriseId === undefined ? undefined : { id: where.enterpriseId };
            const { isEnterpriseInstall } = where;
            await here.installations.storeInstallation(ofTeam(`${number}`, { team, enterprise, isEnterpriseInstall }));
          } else if (kind === 'remove' && truth[place] !== null) {
            truth[place] = null;
            for (const [index, delay] of delays.entries()) {
              const event = [uninstalled, bot, user][(index + ms) % 3] ?? uninstalled;
              pending.push({ due: number + delay, arrive: () => deliver(here, event, where, eventTime) });
            }
          } else if (kind === 'refresh' && (await tokenOf(here, where)) !== null) {
            const found = await here.installations.fetchInstallation(where as typeof TEAM);
            if (found.bot !== undefined) found.bot.token += `+${number}`;
            const arrive = () => here.installations.storeInstallation(found);
            pending.push({ due: number + (delays[0] ?? 0), arrive });
          }
          await arriveUntil(number);
          const tokens = withoutRefreshes(await look());
          for (const [index, token] of expected().entries())
            if (truth[index] !== null) expect(tokens[index]).toBe(token);
        }
        await arriveUntil(Number.POSITIVE_INFINITY);
        expect(withoutRefreshes(await look())).toEqual(expected());
        await store.close();
      }),
    );
  });
});
