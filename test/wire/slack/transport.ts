// How something that happened reaches the bot, and what the bot says to it: over a socket or as a signed request.

export type OutgoingType = 'events_api' | 'slash_commands' | 'interactive';

export interface Outgoing {
  readonly type: OutgoingType;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** That it is delivered once more, and why. @example { number: 1, reason: 'timeout' } */
export interface Retry {
  readonly number: number;
  readonly reason: string;
}

export interface Receipt {
  /** `silent`: nothing in 3 s; `dropped`: the connection ended before; `refused`: an HTTP status other than 2xx. */
  readonly outcome: 'acknowledged' | 'silent' | 'dropped' | 'refused';
  /** From the event to this, in milliseconds. */
  readonly ms: number;
  /** What the acknowledgement carried; undefined: nothing. */
  readonly response: unknown;
  /** Of HTTP; null over a socket. */
  readonly status: number | null;
  readonly retry: Retry | null;
}

export interface Transport {
  /** @throws Error where nobody would receive it */
  send(outgoing: Outgoing, retry: Retry | null): Promise<Receipt>;
  close(): void;
}
