// How much and for how long is fetched. Chosen by eye: pages of news have some 0.3 MB, a third of it when compressed, and are there within 2 s.

export interface FetchLimits {
  /** Milliseconds for all of one fetch, redirects and body included. */
  readonly totalMs: number;
  /** Milliseconds until a server is found, connected and has begun to answer; anew for each redirect. */
  readonly answerMs: number;
  /** Bytes of what is read, decompressed. */
  readonly mostBytes: number;
  /** Bytes of it as sent, where it is compressed. */
  readonly mostCompressedBytes: number;
  readonly mostRedirects: number;
}

export const FETCH_LIMITS: FetchLimits = {
  totalMs: 20_000,
  answerMs: 10_000,
  mostBytes: 10_000_000,
  mostCompressedBytes: 5_000_000,
  mostRedirects: 5,
};
