// What a conversation keeps beyond one answer. The store has it in a database; a conversation without one forgets with the process.
import type { PassageId, StatementId } from '../domain.ts';

/** What the next text of a conversation goes on from. */
export interface Context {
  /** The last request that was answered, in its own grammar. */
  readonly request: string;
  /** The page that was shown, from 1. */
  readonly page: number;
}

/** An answer as it was shown, so that its buttons can act on it. */
export interface Shown {
  readonly id: string;
  readonly request: string;
  readonly page: number;
  readonly isPrivate: boolean;
  readonly askedBy: string;
  readonly place: string;
}

export interface Feedback {
  readonly platform: string;
  /** Server or workspace; null: a direct message. */
  readonly community: string | null;
  readonly place: string;
  readonly user: string;
  readonly passageId: PassageId;
  readonly statementId: StatementId | null;
  readonly request: string;
  readonly verdict: 'right' | 'wrong';
  readonly note: string | null;
}

/** `at`: an instant. Each may reject: then the answer is given all the same, and the fault is told to whoever runs the bot. */
export interface Memory {
  findContext(place: string): Promise<Context | null>;
  saveContext(place: string, context: Context, at: Date): Promise<void>;
  findShown(id: string): Promise<Shown | null>;
  saveShown(shown: Shown, at: Date): Promise<void>;
  addFeedback(feedback: Feedback, at: Date): Promise<void>;
  /** True the first time only. */
  claimOnce(key: string, at: Date): Promise<boolean>;
}
