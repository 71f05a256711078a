// The messages of all channels: made from what people say and from what the bot sends, changed, deleted, and shown to the app
// as one sees them that may not read the content of messages.
import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  EmbedType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
} from 'discord-api-types/v10';
import { newId } from './ids.ts';
import { userObject } from './objects.ts';
import { isDirectWithApp, type State } from './state.ts';
import { APP_ID, type Channel, type Person } from './world.ts';

/** What a sent body says, whoever sent it. */
export interface Draft {
  readonly content?: string | null;
  readonly embeds?: readonly APIEmbed[] | null;
  readonly components?: readonly APIMessageTopLevelComponent[] | null;
  readonly flags?: number | null;
  readonly nonce?: string | number;
  readonly files?: readonly SentFile[];
  /** What is said of the files, by their place in the list. */
  readonly attachments?: readonly { readonly id: number | string; readonly description?: string }[];
}

export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly bytes: Uint8Array;
}

export interface NewMessage {
  readonly channel: Channel;
  readonly author: Person;
  readonly draft: Draft;
  /** Whether mentions in the text count: people's do, the bot's where it allows them. */
  readonly mayMention: boolean;
  readonly replyTo?: APIMessage;
  /** Fields of a special kind of message: an interaction's answer. */
  readonly extra?: Partial<APIMessage>;
}

export class Messages {
  readonly #byChannel = new Map<string, APIMessage[]>();
  readonly #state: State;

  constructor(state: State) {
    this.#state = state;
  }

  /** All messages of a channel, the oldest first, private ones too. */
  in(channelId: string): readonly APIMessage[] {
    return this.#byChannel.get(channelId) ?? [];
  }

  find(channelId: string, id: string): APIMessage | undefined {
    return this.in(channelId).find((message) => message.id === id);
  }

  add({ channel, author, draft, mayMention, replyTo, extra = {} }: NewMessage): APIMessage {
    const content = draft.content ?? '';
    const mentioned = mayMention ? this.#mentionsOf(content) : NO_MENTIONS;
    const message: APIMessage = {
      id: newId(),
      channel_id: channel.id,
      author: userObject(author),
      content,
      timestamp: new Date().toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: mentioned.everyone,
      mentions: mentioned.people.map(userObject),
      mention_roles: mentioned.roles,
      attachments: (draft.files ?? []).map((file, at) => {
        const about = draft.attachments?.find(({ id }) => Number(id) === at);
        return { ...attachmentOf(file), ...(about?.description ? { description: about.description } : {}) };
      }),
      embeds: (draft.embeds ?? []).map(shown),
      components: numbered(draft.components ?? []),
      pinned: false,
      type: replyTo === undefined ? MessageType.Default : MessageType.Reply,
      flags: (draft.flags ?? 0) as MessageFlags,
      ...(draft.nonce === undefined ? {} : { nonce: draft.nonce }),
      ...(replyTo === undefined ? {} : referenceTo(replyTo, channel)),
      ...extra,
    };
    this.#byChannel.set(channel.id, [...this.in(channel.id), message]);
    return message;
  }

  /** Puts what was sent in the place of what was there; what was not sent stays. */
  change(message: APIMessage, draft: Draft): APIMessage {
    const changed: APIMessage = {
      ...message,
      content: draft.content === undefined ? message.content : (draft.content ?? ''),
      embeds: draft.embeds === undefined ? message.embeds : (draft.embeds ?? []).map(shown),
      components: draft.components === undefined ? (message.components ?? []) : numbered(draft.components ?? []),
      attachments: [...message.attachments, ...(draft.files ?? []).map(attachmentOf)],
      flags: changedFlags(message.flags ?? 0, draft.flags ?? 0),
      edited_timestamp: new Date().toISOString(),
    };
    this.#put(message, [changed]);
    return changed;
  }

  /** Sets fields that no body can, such as the thread that was begun on it. */
  mark(message: APIMessage, fields: Partial<APIMessage>): APIMessage {
    const marked = { ...message, ...fields };
    this.#put(message, [marked]);
    return marked;
  }

  remove(message: APIMessage): void {
    this.#put(message, []);
  }

  /**
   * As the app sees it without the intent for content: nothing of what people say, but in direct messages, where they mention
   * the app, and in the app's own messages. https://docs.discord.com/developers/events/gateway#message-content-intent
   */
  seen(message: APIMessage, hasIntent: boolean): APIMessage {
    const { referenced_message: referenced } = message;
    const whole = referenced ? { ...message, referenced_message: this.seen(referenced, hasIntent) } : message;
    const channel = this.#state.findChannel(message.channel_id);
    const isShown =
      hasIntent ||
      (channel !== undefined && isDirectWithApp(channel)) ||
      message.author.id === APP_ID ||
      message.mentions.some(({ id }) => id === APP_ID);
    return isShown ? whole : { ...whole, content: '', embeds: [], attachments: [], components: [] };
  }

  #put(message: APIMessage, by: readonly APIMessage[]): void {
    const all = this.in(message.channel_id).flatMap((each) => (each.id === message.id ? by : [each]));
    this.#byChannel.set(message.channel_id, all);
  }

  #mentionsOf(content: string): typeof NO_MENTIONS {
    const ids = (pattern: RegExp) => [...new Set([...content.matchAll(pattern)].map(([, id = '']) => id))];
    return {
      everyone: /@(?:everyone|here)\b/u.test(content),
      people: ids(/<@!?(\d+)>/gu).flatMap((id) => this.#state.findPerson(id) ?? []),
      roles: ids(/<@&(\d+)>/gu),
    };
  }
}

const NO_MENTIONS: { everyone: boolean; people: Person[]; roles: string[] } = {
  everyone: false,
  people: [],
  roles: [],
};

function referenceTo(message: APIMessage, channel: Channel): Partial<APIMessage> {
  const { referenced_message: _, ...rest } = message;
  return {
    message_reference: {
      type: MessageReferenceType.Default,
      channel_id: message.channel_id,
      message_id: message.id,
      ...(channel.guildId === null ? {} : { guild_id: channel.guildId }),
    },
    referenced_message: rest,
  };
}

/** A private or a V2 message stays one; the loading state ends with the first change. */
function changedFlags(before: number, sent: number): MessageFlags {
  const kept = before & (MessageFlags.Ephemeral | MessageFlags.IsComponentsV2 | MessageFlags.HasThread);
  return (kept | sent) as MessageFlags;
}

function shown(embed: APIEmbed): APIEmbed {
  return { type: EmbedType.Rich, ...embed };
}

function attachmentOf({ name, type, size }: SentFile): APIAttachment {
  const id = newId();
  // Never fetched: the suite's guard refuses every host but this machine.
  const url = `https://cdn.discordapp.com/attachments/${id}/${name}`;
  return { id, filename: name, size, url, proxy_url: url, content_type: type };
}

/** Discord gives every component that has no id the next number. */
function numbered(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  let last = 0;
  const number = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(number);
    if (typeof value !== 'object' || value === null) return value;
    const record = value as Record<string, unknown>;
    if (typeof record['type'] !== 'number') return record;
    last += 1;
    const own = record['id'] || last;
    const inner = ['components', 'accessory'].filter((key) => key in record).map((key) => [key, number(record[key])]);
    return { ...record, id: own, ...Object.fromEntries(inner) };
  };
  return number(components) as APIMessageTopLevelComponent[];
}
