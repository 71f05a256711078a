// A route of the REST interface: its path with names for what varies, what its body must be, and what it answers.
import type { Answer } from '../answers.ts';
import type { Breach } from '../checks/breach.ts';
import type { Core } from '../core.ts';
import type { SentFile } from '../messages.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Call {
  readonly core: Core;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly SentFile[];
  /** When it arrived, by `performance.now()`. */
  readonly at: number;
}

export interface Route {
  readonly method: Method;
  /** "/channels/:channel/messages" */
  readonly path: string;
  /** Interactions are answered with their own token, all else with the bot's. */
  readonly needsToken: boolean;
  /** Breaches of the body; without it there may be no body. */
  readonly check?: (call: Call) => readonly Breach[];
  readonly answer: (call: Call) => Answer;
}

/** What varies in a path that fits a pattern, or undefined. @example match('/users/:user', '/users/@me') */
export function match(pattern: string, path: string): Record<string, string> | undefined {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [position, part] of wanted.entries()) {
    const value = given[position] ?? '';
    if (part.startsWith(':') && value !== '') params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return params;
}
