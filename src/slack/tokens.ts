// tokensOf(community, installer, installations): the tokens by which the bot may write in a workspace's channels without an event of it.
import type { HTTPReceiver } from '@slack/bolt';
import { isNotInstalled } from './digestErrors.ts';
import type { Installations } from './installations.ts';

export type Installer = Pick<NonNullable<HTTPReceiver['installer']>, 'authorize'>;

/** Of the workspace, where it has installed the app itself; else of every organisation that has: one of them is its own. */
export async function tokensOf(
  community: string | null,
  installer: Installer,
  { organisations }: Pick<Installations, 'organisations'>,
): Promise<readonly string[]> {
  // It refreshes what has expired.
  const tokenOf = async (query: Parameters<Installer['authorize']>[0]): Promise<string[]> => {
    const { botToken } = await installer.authorize(query);
    return botToken === undefined ? [] : [botToken];
  };
  const own =
    community === null
      ? null
      : await tokenOf({ teamId: community, enterpriseId: undefined, isEnterpriseInstall: false }).catch(
          (cause: unknown) => {
            if (isNotInstalled(cause)) return null;
            throw cause;
          },
        );
  if (own !== null) return own;
  const ids = await organisations();
  const all = await Promise.all(
    ids.map((enterpriseId) => tokenOf({ teamId: undefined, enterpriseId, isEnterpriseInstall: true })),
  );
  return all.flat();
}
