// managesWorkspace(user, …): whether somebody is an admin or owner of the workspace itself. Whoever is in a shared channel from elsewhere manages another one.
import type { webApi } from '@slack/bolt';

/** @param teamId null: of a whole organisation, where Slack answers for the one that was asked from. @throws what Slack said */
export async function managesWorkspace(
  user: string,
  teamId: string | null,
  client: webApi.WebClient,
): Promise<boolean> {
  const { user: who } = await client.users.info({ user });
  if (!who || !(who.is_admin || who.is_owner || who.is_primary_owner)) return false;
  // Slack says of strangers alone that they are; whoever shares a channel with the bot is told by the workspace.
  if ((who as { is_stranger?: boolean }).is_stranger) return false;
  const isOfTeam = who.team_id === undefined || teamId === null || who.team_id === teamId;
  return isOfTeam || (who.enterprise_user?.teams?.includes(teamId) ?? false);
}
