// A method of the Web API: who may call it, what its arguments must be, and what it answers.
import type { z } from 'zod';
import type { Breach } from '../../breach.ts';
import type { Answer } from '../../httpAnswer.ts';
import type { Core } from '../core.ts';
import type { Workspace } from '../world.ts';

export interface Call {
  readonly core: Core;
  /** Without the token and other secrets. */
  readonly args: Readonly<Record<string, unknown>>;
  /** As they were sent: for methods about tokens. */
  readonly secrets: Readonly<Record<string, string>>;
  /** Of the token. @throws Error for a method that needs none */
  readonly workspace: Workspace;
}

export interface Method {
  readonly name: string;
  /** The app's own token for Socket Mode, a bot's, or none. */
  readonly token: 'bot' | 'app' | 'none';
  /** One of these must be granted; empty: none is needed. */
  readonly scopes: readonly string[];
  readonly shape: z.ZodType;
  /** What the shape does not say. */
  readonly check?: (call: Call) => readonly Breach[];
  readonly answer: (call: Call) => Answer;
}

/** An argument that the shape has found to be a text. */
export function textOf({ args }: Call, name: string): string {
  return String(args[name] ?? '');
}
