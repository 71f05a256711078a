// An installation store on a real database in memory, and what Slack grants to an app.
import type { Installation } from '@slack/bolt';
import { onTestFinished } from 'vitest';
import { PlatformError } from '../../src/errors.ts';
import {
  createInstallationStore,
  createRemovals,
  type Installations,
  type Where,
} from '../../src/slack/installations.ts';
import { openStore } from '../../src/store/openStore.ts';
import type { Store } from '../../src/store/store.ts';

type AnyInstallation = Installation<'v1' | 'v2', boolean>;

export const NOT_INSTALLED = 'This workspace has not installed the app, or has removed it';
export const START = Date.UTC(2026, 1, 12);
export const at = (seconds: number): Date => new Date(START + seconds * 1000);

export interface Stand {
  readonly store: Store;
  readonly installations: Installations;
  readonly removals: ReturnType<typeof createRemovals>;
  readonly clock: { now: Date };
  readonly logged: string[];
}

export async function stand(): Promise<Stand> {
  const store = await openStore('file::memory:');
  onTestFinished(() => store.close());
  return standOn(store);
}

export function standOn(store: Store): Stand {
  const clock = { now: at(0) };
  const logged: string[] = [];
  const log = { info: (fields: object, message: string) => void logged.push(`${message} ${JSON.stringify(fields)}`) };
  const installations = createInstallationStore(store, { now: () => clock.now, log });
  return { store, installations, removals: createRemovals(installations), clock, logged };
}

/** Of the workspace T1, with a bot token. */
export function ofTeam(token: string, fields: Partial<AnyInstallation> = {}): AnyInstallation {
  return {
    team: { id: 'T1', name: 'Harbour desk' },
    enterprise: undefined,
    user: { token: undefined, scopes: undefined, id: 'U1' },
    bot: { token, scopes: ['chat:write'], id: 'B1', userId: 'UB1' },
    isEnterpriseInstall: false,
    authVersion: 'v2',
    ...fields,
  };
}

/** Of the whole organisation E1. */
export function ofEnterprise(token: string): AnyInstallation {
  return ofTeam(token, { team: undefined, enterprise: { id: 'E1' }, isEnterpriseInstall: true });
}

export const TEAM = { teamId: 'T1', enterpriseId: undefined, isEnterpriseInstall: false };
export const TEAM_OF_ENTERPRISE = { teamId: 'T1', enterpriseId: 'E1', isEnterpriseInstall: false };
export const ENTERPRISE = { teamId: undefined, enterpriseId: 'E1', isEnterpriseInstall: true };

export async function tokenOf(
  { installations }: Stand,
  query: typeof TEAM | typeof ENTERPRISE | Where,
): Promise<string | null> {
  try {
    const found = await installations.fetchInstallation(query as Parameters<Installations['fetchInstallation']>[0]);
    return found.bot?.token ?? 'none';
  } catch (cause) {
    if (cause instanceof PlatformError && cause.code === 'not-installed') return null;
    throw cause;
  }
}
