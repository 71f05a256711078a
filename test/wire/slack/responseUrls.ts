// response_urls: they work five times within thirty minutes. https://docs.slack.dev/interactivity/handling-user-interaction (read
// November 2026); the errors are those that Slack gives, which its pages do not list.
import { randomUUID } from 'node:crypto';
import { LIMITS } from './checks/limits.ts';
import type { Message } from './messages.ts';

export interface ResponseUrl {
  readonly exchangeId: string;
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  /** What `replace_original` and `delete_original` mean; null: nothing, as after a command. */
  readonly original: Pick<Message, 'channel' | 'ts'> | null;
}

interface Kept extends ResponseUrl {
  readonly at: number;
  uses: number;
  isExpired: boolean;
}

export class ResponseUrls {
  readonly #all = new Map<string, Kept>();

  /** @returns its path: "/actions/T1/2/secret" */
  issue(kind: 'commands' | 'actions', url: ResponseUrl): string {
    const path = `/${kind}/${url.team}/${this.#all.size + 1}/${randomUUID().replaceAll('-', '')}`;
    this.#all.set(path, { ...url, at: performance.now(), uses: 0, isExpired: false });
    return path;
  }

  isOne(path: string): boolean {
    return /^\/(?:commands|actions)\/T[^/]+\//u.test(path);
  }

  /** The address, which is used once more with this, or the error that Slack gives. */
  use(path: string): ResponseUrl | string {
    const found = this.#all.get(path);
    if (found === undefined) return 'no_service';
    if (found.isExpired || performance.now() - found.at > LIMITS.responseUrl) return 'expired_url';
    if (found.uses >= LIMITS.responses) return 'used_url';
    found.uses += 1;
    return found;
  }

  /** Makes that of an act too old. */
  expire(exchangeId: string): void {
    for (const url of this.#all.values()) if (url.exchangeId === exchangeId) url.isExpired = true;
  }
}
