// What the bot makes people see: the journal that tests await.
import type { Message } from './messages.ts';
import type { View } from './views.ts';

/**
 * `post` and `ephemeral` are new messages, `update` and `deletion` change one; `view` is a modal that opened or changed, `home` a
 * Home tab; `errors` are those of a form, `prompts` and `status` stand in a thread of the agent view.
 */
export type ShownKind =
  | 'post'
  | 'ephemeral'
  | 'update'
  | 'deletion'
  | 'view'
  | 'home'
  | 'errors'
  | 'prompts'
  | 'status'
  | 'title';

export interface Shown {
  readonly kind: ShownKind;
  /** By what: "chat.postMessage", "response_url", "acknowledgement". */
  readonly by: string;
  /** As it is after this. */
  readonly message: Message | null;
  readonly view: View | null;
  /** What was sent, without tokens. */
  readonly body: unknown;
  /** Where it is certain: the act that this answers, by its response_url, trigger or acknowledgement. */
  readonly exchangeId: string | null;
  /** By `performance.now()`. */
  readonly at: number;
}
