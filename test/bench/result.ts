// What a measuring process sends to the one that prints.

export interface Measured {
  readonly articles: number;
  readonly passages: number;
  readonly statements: number;
  /** Seconds: reading files, reading statements in them, building the index. */
  readonly times: { readonly files: number; readonly statements: number; readonly index: number };
  /** Megabytes (1,000,000 bytes). `peak`: the most until the index stood; the others after that. */
  readonly memory: { readonly rss: number; readonly heap: number; readonly arrays: number; readonly peak: number };
  readonly requests: readonly RequestTimes[];
}

/** Milliseconds of `count` requests of one kind. */
export interface RequestTimes {
  readonly kind: string;
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export type Message =
  | { readonly kind: 'stage'; readonly stage: string }
  | { readonly kind: 'result'; readonly result: Measured };
