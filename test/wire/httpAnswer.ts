// An answer over HTTP, and how it leaves: at once, late, lost, or with the connection broken, as a script says.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerOf, type Scripted } from './scripts.ts';

export interface Answer {
  readonly status: number;
  /** Sent as JSON; absent: no body. */
  readonly body?: unknown;
  /** Sent as it is, instead. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export class Answering {
  readonly #timers = new Set<NodeJS.Timeout>();

  /** @param does what the route always does: left out where the script answers or loses the request before it is done. */
  deliver(response: ServerResponse, scripted: Scripted, does: () => Answer): void {
    const isLost = scripted.hang === true || scripted.drop !== undefined;
    // What it always does happens at once, also where its answer is late.
    const answer = answerOf(scripted) ?? (isLost && scripted.isDone !== true ? undefined : does());
    const end = () => {
      if (scripted.hang === true) return;
      if (scripted.drop === 'reset') response.socket?.resetAndDestroy();
      else if (scripted.drop === 'close') response.socket?.destroy();
      else if (answer !== undefined) write(response, answer);
    };
    if (scripted.delayMs === undefined) end();
    else this.#later(end, scripted.delayMs);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #later(end: () => void, delayMs: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      end();
    }, delayMs);
    this.#timers.add(timer);
  }
}

export function write(response: ServerResponse, { status, body, text, headers = {} }: Answer): void {
  const type = text === undefined ? 'application/json' : 'text/plain';
  const content = text ?? (body === undefined ? undefined : JSON.stringify(body));
  response.writeHead(status, { ...(content === undefined ? {} : { 'content-type': type }), ...headers });
  response.end(content);
}

/** A test may print what was recorded: the token is not part of it. */
export function openHeaders({ headers }: IncomingMessage): Record<string, string> {
  const all = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  return Object.fromEntries(
    all.map(([name, value]) => [name, name === 'authorization' ? `${value.split(' ')[0]} (left out)` : value]),
  );
}
