// The token by which a digest is sent: of the workspace, else of an organisation that installed the app as a whole.
import { HTTPReceiver, LogLevel } from '@slack/bolt';
import { expect, test } from 'vitest';
import { tokensOf } from '../../src/slack/tokens.ts';
import { ofEnterprise, ofTeam, type Stand, stand } from './installed.ts';

const installerOf = ({ installations }: Stand) => {
  const { installer } = new HTTPReceiver({
    signingSecret: 'signing',
    clientId: '1.2',
    clientSecret: 'client',
    stateSecret: 'state',
    logLevel: LogLevel.ERROR,
    installationStore: installations,
  });
  return installer ?? expect.fail('no installer');
};

const tokens = (here: Stand, community: string | null) => tokensOf(community, installerOf(here), here.installations);
const inside = { enterprise: { id: 'E1' } };

test.each<[string, Parameters<Stand['installations']['storeInstallation']>[0][], string | null, string[]]>([
  ['its own', [ofTeam('xoxb-team'), ofEnterprise('xoxb-org')], 'T1', ['xoxb-team']],
  ['its own, inside of an organisation', [ofTeam('xoxb-team', inside)], 'T1', ['xoxb-team']],
  ['the organisation’s', [ofEnterprise('xoxb-org')], 'T1', ['xoxb-org']],
  [
    'the organisation’s, for a channel of no one workspace',
    [ofTeam('xoxb-team'), ofEnterprise('xoxb-org')],
    null,
    ['xoxb-org'],
  ],
  ['none, where only others have installed it', [ofTeam('xoxb-team')], 'T2', []],
  ['none, where nobody has', [], null, []],
])('%s', async (_, installed, community, expected) => {
  const here = await stand();
  for (const each of installed) await here.installations.storeInstallation(each);
  expect(await tokens(here, community)).toEqual(expected);
});

test('a fault of the store is no missing installation', async () => {
  const here = await stand();
  await here.store.close();
  await expect(tokens(here, 'T1')).rejects.toThrow();
});
