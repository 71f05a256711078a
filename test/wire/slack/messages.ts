// The messages of all channels, private ones (ephemeral) among them.
import { newTs } from './ids.ts';

export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly threadTs: string | null;
  /** null: a bot's. */
  readonly user: string | null;
  readonly botId: string | null;
  readonly text: string;
  readonly blocks: readonly Record<string, unknown>[];
  readonly metadata: unknown;
  /** Who alone sees it; null: everybody. */
  readonly ephemeralTo: string | null;
  readonly isEdited: boolean;
  readonly files: readonly { readonly name: string }[];
}

export type Draft = Pick<Message, 'channel' | 'text'> & Partial<Omit<Message, 'ts' | 'channel' | 'text'>>;

export class Messages {
  readonly #all: Message[] = [];

  in(channel: string): readonly Message[] {
    return this.#all.filter((each) => each.channel === channel);
  }

  find(channel: string, ts: string): Message | undefined {
    return this.#all.find((each) => each.channel === channel && each.ts === ts);
  }

  add(draft: Draft): Message {
    const message: Message = {
      threadTs: null,
      user: null,
      botId: null,
      blocks: [],
      metadata: null,
      ephemeralTo: null,
      isEdited: false,
      files: [],
      ...draft,
      ts: newTs(),
    };
    this.#all.push(message);
    return message;
  }

  /** The message with other content, in its place. */
  change({ channel, ts }: Message, change: Partial<Pick<Message, 'text' | 'blocks' | 'metadata'>>): Message {
    const position = this.#all.findIndex((each) => each.channel === channel && each.ts === ts);
    const old = this.#all[position];
    if (old === undefined) throw new Error(`There is no message ${ts} in ${channel}.`);
    const changed = { ...old, ...change, isEdited: true };
    this.#all[position] = changed;
    return changed;
  }

  remove({ channel, ts }: Message): void {
    const position = this.#all.findIndex((each) => each.channel === channel && each.ts === ts);
    if (position >= 0) this.#all.splice(position, 1);
  }
}
