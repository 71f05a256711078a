// Bolt's installation store on the product's own: an installation is one row of JSON, of a workspace or of a whole organisation.
// Bolt stores a token that it refreshed by the same call as a new installation. What it was given by a fetch has `installedAt`, by
// which the two are told apart: a refresh must neither bring back what was removed meanwhile nor replace what was installed again.
import type { Installation, InstallationQuery, InstallationStore } from '@slack/bolt';
import { PlatformError } from '../errors.ts';
import type { InstallationKey, Store } from '../store/store.ts';

/** Ids alone are written, never a token. pino fits. */
export interface InstallationLog {
  readonly info: (fields: Readonly<Record<string, unknown>>, message: string) => void;
}

export interface InstallationParts {
  readonly now: () => Date;
  readonly log?: InstallationLog;
}

type AnyInstallation = Installation<'v1' | 'v2', boolean>;
type AnyQuery = InstallationQuery<boolean>;
type Saved = AnyInstallation & { readonly installedAt?: number };

export interface Installations extends InstallationStore {
  /** @throws PlatformError `not-installed` */
  readonly fetchInstallation: (query: AnyQuery) => Promise<AnyInstallation>;
  /** Removes what is there, whenever it was installed. */
  readonly deleteInstallation: (query: AnyQuery) => Promise<void>;
  /** Removes what was installed up to the second of `at`: what was installed again later stays. False where nothing was removed. */
  readonly forgetInstallation: (query: Where, at: Date) => Promise<boolean>;
  /** Ids of the organisations that have installed it as a whole. */
  readonly organisations: () => Promise<readonly string[]>;
}

/** What an event tells of where it happened. */
export interface Where {
  readonly teamId?: string | null | undefined;
  readonly enterpriseId?: string | null | undefined;
  readonly isEnterpriseInstall: boolean;
}

/** What is needed of the product's store. */
export type InstallationTable = Pick<
  Store,
  'saveInstallation' | 'renewInstallation' | 'findInstallation' | 'removeInstallation' | 'installations'
>;

export function createInstallationStore(table: InstallationTable, { now, log }: InstallationParts): Installations {
  const tell = (key: InstallationKey, message: string): void => {
    log?.info({ enterprise: key.enterprise, team: key.team }, `slack: ${message}`);
  };
  const find = async (key: InstallationKey | null): Promise<Saved | null> => {
    const text = key === null ? null : await table.findInstallation(key);
    return text === null ? null : (JSON.parse(text) as Saved);
  };
  return {
    async storeInstallation(installation: Saved) {
      const key = keyOfInstallation(installation);
      const { installedAt } = installation;
      if (installedAt !== undefined) {
        const isKept = await table.renewInstallation(rowOf(key, installation), new Date(installedAt));
        return tell(
          key,
          isKept ? 'tokens were refreshed' : 'tokens were refreshed too late, the app was removed or installed again',
        );
      }
      const at = now();
      await table.saveInstallation(rowOf(key, { ...installation, installedAt: at.getTime() }), at);
      tell(key, 'the app was installed');
    },
    async fetchInstallation({ teamId, enterpriseId, isEnterpriseInstall }) {
      const own = isEnterpriseInstall ? null : teamKey(teamId, enterpriseId);
      const found = (await find(own)) ?? (await find(enterpriseKey(enterpriseId)));
      if (found === null) throw notInstalled();
      return found;
    },
    async deleteInstallation(query) {
      const key = keyOfQuery(query);
      if (key !== null && (await table.removeInstallation(key))) tell(key, 'the installation was deleted');
    },
    async forgetInstallation(query, at) {
      const key = keyOfQuery(query);
      if (key === null) return false;
      const isRemoved = await table.removeInstallation(key, endOfSecond(at));
      if (isRemoved) tell(key, 'the app was removed');
      return isRemoved;
    },
    async organisations() {
      const all = await table.installations('slack');
      return all.flatMap(({ enterprise, isEnterprise }) => (isEnterprise && enterprise !== null ? [enterprise] : []));
    },
  };
}

export interface Removal extends Where {
  /** The event's own time, `event_time`, not when it arrived. */
  readonly at: Date;
}

export interface Revocation extends Removal {
  /** `tokens.bot`: ids of bot users, not tokens (https://docs.slack.dev/reference/events/tokens_revoked, read November 2026). */
  readonly botTokens: readonly string[];
  /** `tokens.oauth`: ids of people. */
  readonly userTokens: readonly string[];
}

/**
 * When an app is removed Slack sends both events, in either order, and either may come twice or late
 * (https://docs.slack.dev/reference/events/app_uninstalled, read November 2026).
 */
export interface Removals {
  /** True where the installation was removed by this event. */
  uninstalled(removal: Removal): Promise<boolean>;
  /** A bot without its token can't answer: its installation is removed. Without somebody's own token it can. */
  revoked(revocation: Revocation): Promise<boolean>;
}

export function createRemovals(installations: Pick<Installations, 'forgetInstallation'>): Removals {
  return {
    uninstalled: (removal) => installations.forgetInstallation(removal, removal.at),
    async revoked({ botTokens, ...removal }) {
      return botTokens.length > 0 && (await installations.forgetInstallation(removal, removal.at));
    },
  };
}

function notInstalled(): PlatformError {
  return new PlatformError('not-installed', 'This workspace has not installed the app, or has removed it');
}

function rowOf(key: InstallationKey, saved: Saved) {
  return { ...key, installation: JSON.stringify(saved) };
}

function keyOfInstallation({ team, enterprise, isEnterpriseInstall }: AnyInstallation): InstallationKey {
  const key = isEnterpriseInstall ? enterpriseKey(enterprise?.id) : teamKey(team?.id, enterprise?.id);
  if (key === null) throw new Error('Slack installed the app without telling where');
  return key;
}

/** Null where the id is missing. A workspace of an organisation never stands for the organisation here: it alone removed the app. */
function keyOfQuery({ teamId, enterpriseId, isEnterpriseInstall }: Where): InstallationKey | null {
  return isEnterpriseInstall ? enterpriseKey(enterpriseId) : teamKey(teamId, enterpriseId);
}

function enterpriseKey(enterprise: Where['enterpriseId']): InstallationKey | null {
  return enterprise ? { platform: 'slack', enterprise, team: null, isEnterprise: true } : null;
}

function teamKey(team: Where['teamId'], enterprise: Where['enterpriseId']): InstallationKey | null {
  return team ? { platform: 'slack', enterprise: enterprise || null, team, isEnterprise: false } : null;
}

/** `event_time` is in whole seconds. Of what happened within one the event counts as the later: it arrived later. */
function endOfSecond(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 1000) * 1000 + 999);
}
