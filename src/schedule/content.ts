// What a digest holds and how it is put into words, as the schedule asks for it: made where the parts meet, so that the schedule knows no index.
import type { LocalDate } from '../domain.ts';
import type { Chart } from '../messages/chart.ts';
import type { Message } from '../messages/message.ts';
import type { ArticleChange, Subscription } from '../store/digestStore.ts';

/** What is known of a channel when its digest is made. */
export interface DigestInput {
  readonly subscription: Subscription;
  /** By entry: when it was first seen. */
  readonly seen: ReadonlyMap<string, Date>;
  /** What the channel has had. */
  readonly had: ReadonlySet<string>;
  /** Changes of articles that it has not been told of. */
  readonly changes: readonly ArticleChange[];
  /** What was first seen before is not new. */
  readonly from: Date;
  readonly to: Date;
  /** Entries that were decided on earlier; null: all that is new. */
  readonly only: readonly string[] | null;
}

/** How it is headed. */
export interface DigestHead {
  readonly date: LocalDate;
  /** The digest before; null: this is the first. */
  readonly last: Date | null;
  readonly now: Date;
  /** True when it comes later than it was due. */
  readonly isLate: boolean;
}

export interface DigestMade {
  /** What the channel has had once it is posted. */
  readonly entries: readonly string[];
  /** Nothing new, and the channel wants to hear nothing then. */
  readonly isSilent: boolean;
  readonly message: (head: DigestHead) => Message;
  readonly chart: Chart | null;
  /** What would be posted, and why each thing is in or out. */
  readonly preview: (head: DigestHead) => Message;
}

export interface DigestContent {
  make(input: DigestInput): DigestMade;
}
