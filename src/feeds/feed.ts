// What a feed says, whatever it is written in.
import type { LocalDate } from '../domain.ts';

export interface FeedItem {
  /** guid, Atom id or JSON Feed id, as printed; empty: none. */
  readonly ids: readonly string[];
  /** Absolute, without fragment and tracking parameters. */
  readonly address: string;
  /** Plain text; null: none. */
  readonly title: string | null;
  /** Plain text, cut to what words are looked for in; null: none. */
  readonly summary: string | null;
  readonly publishedAt: Date | null;
  /** The day of publication where the feed was written: "23:30 -0500" is the same day there. */
  readonly publishedOn: LocalDate | null;
  readonly updatedAt: Date | null;
  /** Whom the feed names as the publisher of this item; null: nobody. */
  readonly outlet: string | null;
  /** BCP 47, of the item or its feed; null: it does not say. */
  readonly language: string | null;
}

export interface Feed {
  readonly title: string | null;
  /** In the order of the feed. */
  readonly items: readonly FeedItem[];
  /** Items that can't be used, for they have no address (in a sitemap: no news entry). */
  readonly leftOut: number;
  /** Of a sitemap index: the sitemaps, the one that changed last first; else empty. */
  readonly children: readonly string[];
  /** Feeds are read by their first page alone. */
  readonly next: null;
}
