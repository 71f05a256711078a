// What is on Slack while a test runs: workspaces, channels, people, and which token is good for what.
import { slackId } from './ids.ts';
import { type Channel, channel, type Person, type Workspace } from './world.ts';

export interface Token {
  readonly team: string;
  readonly scopes: readonly string[];
  readonly status: 'valid' | 'revoked' | 'expired';
}

export class State {
  readonly workspaces: readonly Workspace[];
  /** Teams that have the app. */
  readonly installed: Set<string>;
  readonly tokens = new Map<string, Token>();
  /** Refresh tokens and the team they are for. */
  readonly refreshTokens = new Map<string, { readonly team: string; readonly scopes: readonly string[] }>();
  readonly #channels = new Map<string, { team: string; channel: Channel }>();
  readonly #people = new Map<string, { team: string; person: Person }>();

  constructor(workspaces: readonly Workspace[]) {
    this.workspaces = workspaces;
    this.installed = new Set(workspaces.filter(({ isInstalled }) => isInstalled).map(({ id }) => id));
    for (const each of workspaces) {
      for (const there of each.channels) this.#channels.set(there.id, { team: each.id, channel: there });
      for (const person of each.people) this.#people.set(person.id, { team: each.id, person });
      if (each.isInstalled) this.tokens.set(each.botToken, { team: each.id, scopes: each.scopes, status: 'valid' });
    }
  }

  getWorkspace(team: string): Workspace {
    const found = this.workspaces.find(({ id }) => id === team);
    if (found === undefined) throw new Error(`There is no workspace ${team}.`);
    return found;
  }

  findChannel(id: string): Channel | undefined {
    return this.#channels.get(id)?.channel;
  }

  getChannel(id: string): Channel {
    const found = this.findChannel(id);
    if (found === undefined) throw new Error(`There is no channel ${id}.`);
    return found;
  }

  /** The workspace that a channel is in. @throws Error for one that a test has not put there */
  teamOf({ id }: Channel): string {
    const found = this.#channels.get(id);
    if (found === undefined) throw new Error(`The channel ${id} is in no workspace.`);
    return found.team;
  }

  putChannel(team: string, there: Channel): void {
    this.#channels.set(there.id, { team, channel: there });
  }

  findPerson(id: string): { readonly team: string; readonly person: Person } | undefined {
    return this.#people.get(id);
  }

  putPerson(team: string, person: Person): void {
    if (!this.#people.has(person.id)) this.#people.set(person.id, { team, person });
  }

  /** The channel between somebody and the app. */
  directWith(team: string, user: Person): Channel {
    for (const { team: home, channel: there } of this.#channels.values()) {
      if (home === team && there.kind === 'im' && there.userId === user.id) return there;
    }
    const made = channel('directmessage', { kind: 'im', userId: user.id });
    this.putPerson(team, user);
    this.putChannel(team, made);
    return made;
  }

  /** The scopes that the app has in a workspace: of its newest token, even where that has expired. */
  scopesIn(team: string): readonly string[] {
    const tokens = [...this.tokens.values()].filter((each) => each.team === team && each.status !== 'revoked');
    return tokens.at(-1)?.scopes ?? [];
  }

  /** A new token for the bot of a workspace. */
  grant(team: string, scopes: readonly string[]): string {
    const token = `xoxb-${slackId('')}-local-granted-token`;
    this.tokens.set(token, { team, scopes, status: 'valid' });
    this.installed.add(team);
    return token;
  }

  /** Makes every token of a workspace bad. */
  spoil(team: string, status: 'revoked' | 'expired'): void {
    for (const [token, known] of this.tokens) if (known.team === team) this.tokens.set(token, { ...known, status });
  }
}
