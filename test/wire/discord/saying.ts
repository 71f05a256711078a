// People who write: messages in channels, threads and to the app, their changes and deletions. What a person says gives
// something to await the bot's answer from.
import { type APIMessage, ChannelType } from 'discord-api-types/v10';
import type { Wait } from '../journal.ts';
import { announceDeletion, announceMessage, type Core } from './core.ts';
import { newId } from './ids.ts';
import { userObject } from './objects.ts';
import { announceThread, threadIn } from './routes/channels.ts';
import { isWithin } from './state.ts';
import type { Channel, Person, Role } from './world.ts';

export interface Saying {
  readonly replyTo?: APIMessage;
  /** false: the reply does not mention whom it answers. */
  readonly mentionsAuthor?: boolean;
  /** Written before the text. */
  readonly mentions?: readonly (Person | Role)[];
  readonly attachments?: readonly { readonly name: string; readonly text: string }[];
}

/** Something that somebody has said. */
export class Said {
  readonly message: APIMessage;
  readonly #core: Core;
  readonly #from: number;

  constructor(core: Core, message: APIMessage) {
    this.#core = core;
    this.message = message;
    this.#from = core.posted.items.length;
  }

  /**
   * What the bot has posted since that answers this: a reply to it, or a message without a reference in the same channel or
   * in a thread below it.
   */
  get answers(): readonly APIMessage[] {
    return this.#core.posted.items.slice(this.#from).filter((posted) => this.#isAnswer(posted));
  }

  /** The first of them. */
  answer(wait: Wait = {}): Promise<APIMessage> {
    const what = `an answer to ${JSON.stringify(this.message.content)} of ${this.message.author.username}`;
    return this.#core.posted.until((posted) => this.#isAnswer(posted), what, { from: this.#from, ...wait });
  }

  #isAnswer({ message_reference: reference, channel_id }: APIMessage): boolean {
    if (reference?.message_id !== undefined) return reference.message_id === this.message.id;
    const [there, here] = [channel_id, this.message.channel_id].map((id) => this.#core.state.findChannel(id));
    return there !== undefined && here !== undefined && isWithin(there, here);
  }
}

export function say(core: Core, text: string, user: Person, channel: Channel, saying: Saying = {}): Said {
  const { replyTo, mentionsAuthor = true, mentions = [], attachments = [] } = saying;
  core.state.putPerson(user);
  const names = mentions.map((each) => ('isBot' in each ? `<@${each.id}> ` : `<@&${each.id}> `));
  const files = attachments.map(({ name, text: content }) => {
    const bytes = new TextEncoder().encode(content);
    return { name, type: 'text/plain', size: bytes.length, bytes };
  });
  const message = core.messages.add({
    channel: core.state.getChannel(channel.id),
    author: user,
    draft: { content: `${names.join('')}${text}`, files },
    mayMention: true,
    ...(replyTo === undefined ? {} : { replyTo }),
  });
  const answered = replyTo === undefined || !mentionsAuthor ? undefined : core.state.findPerson(replyTo.author.id);
  const isMentioned = answered === undefined || message.mentions.some(({ id }) => id === answered.id);
  const whole = isMentioned
    ? message
    : core.messages.mark(message, { mentions: [...message.mentions, userObject(answered)] });
  const said = new Said(core, whole);
  announceMessage(core, 'create', whole);
  return said;
}

/** Changes what somebody has said. */
export function changeMessage(core: Core, message: APIMessage, text: string): Said {
  const changed = core.messages.change(message, { content: text });
  const said = new Said(core, changed);
  announceMessage(core, 'update', changed);
  return said;
}

export function deleteMessage(core: Core, message: APIMessage): void {
  core.messages.remove(message);
  announceDeletion(core, message);
}

/** Begins a thread in a channel. */
export function openThread(core: Core, name: string, parent: Channel): Channel {
  const thread = threadIn(core.state.getChannel(parent.id), { id: newId(), name, type: ChannelType.PublicThread });
  core.state.putChannel(thread);
  announceThread(core, thread);
  return thread;
}
