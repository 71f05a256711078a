// What Bolt stores, fetches and deletes, and for whom.
import { describe, expect, test } from 'vitest';
import {
  at,
  ENTERPRISE,
  NOT_INSTALLED,
  ofEnterprise,
  ofTeam,
  START,
  stand,
  TEAM,
  TEAM_OF_ENTERPRISE,
  tokenOf,
} from './installed.ts';

describe('an installation', () => {
  test('of a workspace is fetched with all that Slack told of it', async () => {
    const { installations } = await stand();
    await installations.storeInstallation(ofTeam('a'));
    expect(await installations.fetchInstallation(TEAM)).toEqual({ ...ofTeam('a'), installedAt: START });
  });

  test('of a workspace is found by it alone, whether its organisation is told or not', async () => {
    const here = await stand();
    await here.installations.storeInstallation(ofTeam('a', { enterprise: { id: 'E1' } }));
    expect(await tokenOf(here, TEAM)).toBe('a');
    expect(await tokenOf(here, TEAM_OF_ENTERPRISE)).toBe('a');
    expect(await tokenOf(here, { ...TEAM, teamId: 'T2' })).toBeNull();
    expect(await tokenOf(here, ENTERPRISE)).toBeNull();
  });

  test('of an organisation is found by all its workspaces, and by no other', async () => {
    const here = await stand();
    await here.installations.storeInstallation(ofEnterprise('org'));
    expect(await tokenOf(here, ENTERPRISE)).toBe('org');
    expect(await tokenOf(here, { ...ENTERPRISE, teamId: 'T1' })).toBe('org');
    expect(await tokenOf(here, TEAM_OF_ENTERPRISE)).toBe('org');
    expect(await tokenOf(here, { ...TEAM_OF_ENTERPRISE, enterpriseId: 'E2' })).toBeNull();
    expect(await tokenOf(here, TEAM)).toBeNull();
  });

  test("of a workspace stands before its organisation's", async () => {
    const here = await stand();
    await here.installations.storeInstallation(ofTeam('own', { enterprise: { id: 'E1' } }));
    await here.installations.storeInstallation(ofEnterprise('org'));
    expect(await tokenOf(here, TEAM_OF_ENTERPRISE)).toBe('own');
    expect(await tokenOf(here, { ...ENTERPRISE, teamId: 'T1' })).toBe('org');
  });

  test.each([TEAM, ENTERPRISE, { ...TEAM, teamId: undefined }])(
    'that is not there is said to be so: %j',
    async (query) => {
      const { installations } = await stand();
      const fetched = installations.fetchInstallation(query as typeof TEAM);
      await expect(fetched).rejects.toMatchObject({ code: 'not-installed', message: NOT_INSTALLED });
    },
  );

  test('by another person replaces the bot token, and the person', async () => {
    const here = await stand();
    await here.installations.storeInstallation(ofTeam('a'));
    const user = { token: undefined, scopes: undefined, id: 'U2' };
    await here.installations.storeInstallation(ofTeam('b', { user }));
    expect(await here.installations.fetchInstallation(TEAM)).toMatchObject({ bot: { token: 'b' }, user: { id: 'U2' } });
    expect(await here.store.installations('slack')).toHaveLength(1);
  });

  test('that names neither workspace nor organisation is refused', async () => {
    const { installations } = await stand();
    const nowhere = ofTeam('a', { team: undefined, enterprise: { id: 'E1' } });
    await expect(installations.storeInstallation(nowhere)).rejects.toThrow('without telling where');
  });

  test('is deleted whenever it was made, alone, and twice without harm', async () => {
    const here = await stand();
    await here.installations.storeInstallation(ofTeam('a', { enterprise: { id: 'E1' } }));
    await here.installations.storeInstallation(ofEnterprise('org'));
    await here.installations.deleteInstallation(TEAM_OF_ENTERPRISE);
    await here.installations.deleteInstallation(TEAM_OF_ENTERPRISE);
    expect(await tokenOf(here, TEAM_OF_ENTERPRISE)).toBe('org');
    await here.installations.deleteInstallation(ENTERPRISE);
    expect(await tokenOf(here, ENTERPRISE)).toBeNull();
  });

  test('is logged by its ids, never with a token', async () => {
    const here = await stand();
    await here.installations.storeInstallation(ofTeam('xoxb-secret'));
    await here.installations.storeInstallation(await here.installations.fetchInstallation(TEAM));
    await here.removals.uninstalled({ ...TEAM, at: at(1) });
    expect(here.logged).toEqual([
      'slack: the app was installed {"enterprise":null,"team":"T1"}',
      'slack: tokens were refreshed {"enterprise":null,"team":"T1"}',
      'slack: the app was removed {"enterprise":null,"team":"T1"}',
    ]);
  });
});
