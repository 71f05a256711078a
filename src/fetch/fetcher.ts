// What is fetched from the web, as the rest of the program sees it. createFetcher.ts makes one.

/** What a server gave. */
export interface Fetched {
  readonly kind: 'fetched';
  /** The address that was answered from, behind all redirects. */
  readonly address: string;
  /** Addresses before it, in order; empty: there was no redirect. */
  readonly redirects: readonly string[];
  /** True when every redirect was a permanent one (301, 308): the new address is to be used from now on. */
  readonly isMoved: boolean;
  /** As sent, with its charset; null: none. */
  readonly contentType: string | null;
  /** Decompressed. */
  readonly bytes: Uint8Array;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** How long the server says it may be kept, in milliseconds (Cache-Control max-age); null: it does not say. */
  readonly freshFor: number | null;
}

/** 304: what was fetched before still stands. */
export interface Unchanged {
  readonly kind: 'unchanged';
  readonly freshFor: number | null;
}

export interface FetchOptions {
  /** page: HTML or text. feed: RSS, Atom, JSON Feed, sitemaps. */
  readonly wanted: 'page' | 'feed';
  /** What the server gave the last time: sent back, so that it need not send the same again. */
  readonly known?: { readonly etag: string | null; readonly lastModified: string | null };
  readonly signal?: AbortSignal;
}

export interface Fetcher {
  /** @throws IntakeError with a code and, of 429 and 503, how long to wait; nothing else but what an aborted signal throws */
  fetch(address: string, options: FetchOptions): Promise<Fetched | Unchanged>;
  close(): Promise<void>;
}
