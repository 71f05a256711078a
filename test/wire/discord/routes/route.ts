// A route of the REST interface: its path with names for what varies, what its body must be, and what it answers.

import type { Breach } from '../../breach.ts';
import type { Answer } from '../../httpAnswer.ts';
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
