// Who manages a workspace on Slack: its own admins and owners, and nobody who only shares a channel with it.
import { webApi } from '@slack/bolt';
import { expect, test } from 'vitest';
import { managesWorkspace } from '../../src/slack/managers.ts';

/** Answers `users.info` without a network. */
function clientFor(user: Readonly<Record<string, unknown>>): webApi.WebClient {
  const client = new webApi.WebClient('xoxb-local');
  client.users.info = async () => ({ ok: true, user });
  return client;
}

test.each<[string, Record<string, unknown>, string | null, boolean]>([
  ['an admin', { is_admin: true, team_id: 'T1' }, 'T1', true],
  ['an owner', { is_owner: true, team_id: 'T1' }, 'T1', true],
  ['the first owner', { is_primary_owner: true, team_id: 'T1' }, 'T1', true],
  [
    'an admin in an organisation, whose home is another workspace of it',
    { is_admin: true, team_id: 'T2', enterprise_user: { teams: ['T1', 'T2'] } },
    'T1',
    true,
  ],
  ['a member', { is_admin: false, team_id: 'T1' }, 'T1', false],
  ['nobody that Slack knows', {}, 'T1', false],
  ['a stranger who is an admin elsewhere', { is_admin: true, is_stranger: true }, 'T1', false],
  ['an admin from elsewhere in a shared channel', { is_admin: true, team_id: 'T2' }, 'T1', false],
  [
    'an admin of another organisation in a shared channel',
    { is_admin: true, team_id: 'T2', enterprise_user: { teams: ['T2'] } },
    'T1',
    false,
  ],
])('%s', async (_, user, team, manages) => {
  expect(await managesWorkspace('U1', team, clientFor(user))).toBe(manages);
});
