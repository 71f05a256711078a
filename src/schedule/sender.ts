// What the schedule needs of a platform. An adapter implements it; the schedule knows no platform.

import type { Chart } from '../messages/chart.ts';
import type { Message } from '../messages/message.ts';
import type { Fits } from '../messages/screens.ts';
import type { ChannelKey, Refusal } from '../store/digestStore.ts';

/** One message of a digest. */
export interface DigestPage {
  readonly message: Message;
  /** Of the first page; null: none. */
  readonly chart: Chart | null;
}

export interface SendOptions {
  /** Of this page of this digest, the same for every try, at most 25 characters: the platform drops a repetition where it can. */
  readonly key: string;
  /** The first message, in whose thread this page goes; null: this is the first. */
  readonly thread: string | null;
  /** What the thread is called where it needs a name. */
  readonly title: string;
}

export interface Sender {
  /** The limits of the platform's messages. */
  readonly fits: Fits;
  /** The id of the message. @throws DeliveryError */
  send(to: ChannelKey, page: DigestPage, options: SendOptions): Promise<string>;
  /** The id of a page that was sent after `since` with this key; null: there is none, or it can't be told. @throws DeliveryError */
  find(to: ChannelKey, options: SendOptions & { readonly since: Date }): Promise<string | null>;
  /** Why nothing could be posted there now, in the platform's words; empty: all is well. */
  missing(to: ChannelKey): Promise<readonly string[]>;
  /** Tells one person in private. Never rejects. */
  tell(to: ChannelKey, user: string, message: Message): Promise<void>;
}

/** What a manager is told of a refusal. */
export type { Refusal };
