// What a test makes a route answer instead of, or before, what it would: an error, a delay, silence, a broken connection.
import type { Answer } from './httpAnswer.ts';
import { match } from './paths.ts';

/**
 * One answer. Without `status` the route does and answers what it always does, unless `drop` or `hang` prevent it.
 * @example { status: 503 } · { delayMs: 50 } · { drop: 'close' } · rateLimited(0.05)
 */
export interface Scripted {
  readonly status?: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** How long the answer is held back, in milliseconds. */
  readonly delayMs?: number;
  /** Never answers. */
  readonly hang?: true;
  /** Ends the connection without an answer: properly, or with a reset, which clients repeat. */
  readonly drop?: 'close' | 'reset';
  /** With `hang` or `drop`: the request was done all the same, and only the answer is lost. */
  readonly isDone?: true;
}

/** One answer for all; the answers to the first, second … and then what the route always does; or by the number of the call. */
export type Plan = Scripted | readonly Scripted[] | ((number: number) => Scripted);

export class Script {
  readonly #method: string;
  readonly #pattern: string | RegExp;
  readonly #plan: Plan;
  #isOn = true;
  /** How many requests it has answered. */
  calls = 0;

  constructor(method: string, pattern: string | RegExp, plan: Plan) {
    this.#method = method;
    this.#pattern = pattern;
    this.#plan = plan;
  }

  /** From now on the route does what it always does. */
  stop(): void {
    this.#isOn = false;
  }

  /** The answer to a request that it is meant for, counted; undefined for all others. */
  take(method: string, path: string): Scripted | undefined {
    if (!this.#isOn || method !== this.#method || !fits(this.#pattern, path)) return undefined;
    const planned = this.#next();
    if (planned !== undefined) this.calls += 1;
    return planned;
  }

  #next(): Scripted | undefined {
    if (typeof this.#plan === 'function') return this.#plan(this.calls);
    return Array.isArray(this.#plan) ? (this.#plan as readonly Scripted[])[this.calls] : (this.#plan as Scripted);
  }
}

/** The scripts of a server: a later one comes before an earlier one. */
export class Scripts {
  readonly #all: Script[] = [];

  on(method: string, pattern: string | RegExp, plan: Plan): Script {
    const script = new Script(method, pattern, plan);
    this.#all.unshift(script);
    return script;
  }

  take(method: string, path: string): Scripted | undefined {
    for (const script of this.#all) {
      const scripted = script.take(method, path);
      // Those behind it keep their answers for later.
      if (scripted !== undefined) return scripted;
    }
    return undefined;
  }
}

export function fits(pattern: string | RegExp, path: string): boolean {
  return typeof pattern === 'string' ? match(pattern, path) !== undefined : pattern.test(path);
}

/** The answer that is scripted, where it is one. */
export function answerOf({ status, body, headers }: Scripted): Answer | undefined {
  if (status === undefined) return undefined;
  return {
    status,
    ...(body === undefined ? { body: { message: `Scripted ${status}`, code: 0 } } : { body }),
    ...(headers === undefined ? {} : { headers }),
  };
}
