// What must outlive the process, as the rest of the program sees it: plain data in, plain data out, no word of SQL. Keys and ids are
// made by the caller and mean nothing here. Instants are arguments: the store reads no clock. An unknown row is null, never an error.
import type { DigestStore } from './digestStore.ts';
import type { FeedStore } from './feedStore.ts';

/** What a conversation must remember between two texts. */
export interface Context {
  /** The last request that was answered, in its own grammar: `who said "missiles"`. */
  readonly request: string;
  /** The page that was shown, from 1. */
  readonly page: number;
}

/** An answer as it was shown, on which its buttons act, also after a restart. */
export interface Shown extends Context {
  /** Short and unique, made by the caller: it fits into a button. */
  readonly id: string;
  /** True: only the person who asked saw it. */
  readonly isPrivate: boolean;
  /** Who asked, as the platform names people. */
  readonly askedBy: string;
  /** Where: "discord/channel/123". */
  readonly place: string;
}

/** What somebody thought of a finding. */
export type Verdict = 'right' | 'wrong';

/** A press of a feedback button. */
export interface Feedback {
  /** "discord", "slack". */
  readonly platform: string;
  /** The server or workspace; null in direct messages that belong to none. */
  readonly community: string | null;
  readonly place: string;
  /** Who pressed, unique on the platform (where people are numbered by workspace, with the workspace). */
  readonly user: string;
  readonly passageId: string;
  /** Null: the passage was shown without a statement. */
  readonly statementId: string | null;
  /** What was asked, in its own grammar. */
  readonly request: string;
  readonly verdict: Verdict;
  /** The user's own words; null: none. */
  readonly note: string | null;
}

/** What was thought of one statement, or of one passage without a statement. */
export interface FeedbackSummary {
  readonly passageId: string;
  readonly statementId: string | null;
  /** People who pressed the one or the other. */
  readonly right: number;
  readonly wrong: number;
  /** Newest first. */
  readonly notes: readonly FeedbackNote[];
}

export interface FeedbackNote {
  readonly verdict: Verdict;
  readonly note: string;
  readonly request: string;
  readonly at: Date;
}

/** Where the program is installed: `enterprise` of an organisation (`isEnterprise`), else `team` of a workspace must be there. */
export interface InstallationKey {
  /** "slack". */
  readonly platform: string;
  /** The organisation; of a workspace only told, for a workspace is the same whether it belongs to one or not. */
  readonly enterprise: string | null;
  readonly team: string | null;
  /** True: one installation for all workspaces of the organisation. */
  readonly isEnterprise: boolean;
}

export interface Installation extends InstallationKey {
  /** What was granted there, tokens included, as JSON that the platform alone reads. */
  readonly installation: string;
}

/** Rows that were deleted, by kind. */
export interface Forgotten {
  readonly contexts: number;
  readonly shown: number;
  readonly claims: number;
  readonly deliveries: number;
  readonly feedItems: number;
}

/**
 * A key or an id (place, id, user, passage, statement, claim, installation) has at most this many UTF-16 units, so that every database can index it:
 * PostgreSQL refuses an index row above 2,704 bytes (its B-tree's page, read November 2026), and feedback is indexed by two of them.
 */
export const MAX_KEY_LENGTH = 400;

/**
 * Once a promise is fulfilled the write outlives the process, the system and a power cut. Every call rejects with a StoreError for what goes wrong outside the program, and with a RangeError for a key that is too
 * long or an invalid date.
 */
export interface Store extends DigestStore, FeedStore {
  /** What was saved last for a place; null: nothing, or it was forgotten. */
  findContext(place: string): Promise<Context | null>;
  /** Replaces what was there. */
  saveContext(place: string, context: Context, at: Date): Promise<void>;
  findShown(id: string): Promise<Shown | null>;
  /** Replaces an answer of the same id. */
  saveShown(shown: Shown, at: Date): Promise<void>;
  /** One for each user and statement (or passage without one): a second press replaces the first. */
  addFeedback(feedback: Feedback, at: Date): Promise<void>;
  /** Feedback from an instant on, inclusive: what most people called wrong first, then by passage and statement. */
  feedback(since: Date): Promise<FeedbackSummary[]>;
  /**
   * True for the first who asks, also when several processes ask at the same moment; false for all others, until it is forgotten:
   * `if (!(await store.claimOnce('discord/interaction/123', at))) return;`
   */
  claimOnce(key: string, at: Date): Promise<boolean>;
  /** Replaces one of the same workspace or organisation. `at`: when it was installed. */
  saveInstallation(installation: Installation, at: Date): Promise<void>;
  /**
   * New words for what was installed at that very instant, tokens that were refreshed for example. False, and nothing is saved, where it
   * was removed or installed again meanwhile.
   */
  renewInstallation(installation: Installation, at: Date): Promise<boolean>;
  findInstallation(key: InstallationKey): Promise<string | null>;
  /** False where there was none. With `upTo` only what was installed up to that instant, inclusive. */
  removeInstallation(key: InstallationKey, upTo?: Date): Promise<boolean>;
  /** Where the program is installed on a platform: organisations, then workspaces, by their ids. */
  installations(platform: string): Promise<InstallationKey[]>;
  /**
   * Deletes contexts, shown answers and claims that were saved before an instant, deliveries that were finished before, and items that their feed has
   * not listed any more since a year before; all else stays.
   */
  forget(before: Date): Promise<Forgotten>;
  /** Waits for what was asked before. Afterwards every call is refused; closing again does nothing. */
  close(): Promise<void>;
}
