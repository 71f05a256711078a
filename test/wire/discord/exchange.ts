// One interaction and everything that the bot answered to it, in order: what a test awaits.
import {
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { Journal, type Wait } from '../journal.ts';
import { LIMITS } from './checks/limits.ts';

/**
 * The first response is a `message`, a `deferral` (of a message or of an update), an `update` of the message that a button is
 * on, `choices` or a `modal`; after it come `edit`, `followUp` and `deletion`.
 */
export type ReplyKind = 'message' | 'deferral' | 'update' | 'choices' | 'modal' | 'edit' | 'followUp' | 'deletion';

export interface Reply {
  readonly kind: ReplyKind;
  /** As it is after this; null for what is no message. */
  readonly message: APIMessage | null;
  /** What was sent: of a first response its `data`. */
  readonly body: unknown;
  /** Only the person who asked sees it. */
  readonly isPrivate: boolean;
  /** From the event to this, in milliseconds. */
  readonly ms: number;
}

export class Exchange {
  readonly interaction: APIInteraction;
  /** The message that a button is on. */
  readonly source: APIMessage | null;
  /** What `@original` names: the answer, or the message that a button is on. */
  original: { readonly channelId: string; readonly id: string } | null = null;
  readonly journal: Journal<Reply>;
  readonly #startedAt = performance.now();
  #endedAt = Number.POSITIVE_INFINITY;

  constructor(interaction: APIInteraction, source: APIMessage | null) {
    this.interaction = interaction;
    this.source = source;
    this.journal = new Journal(({ kind, ms, body }) => `${kind} after ${Math.round(ms)} ms: ${JSON.stringify(body)}`);
  }

  get replies(): readonly Reply[] {
    return this.journal.items;
  }

  /** Milliseconds since the event was sent. */
  get age(): number {
    return performance.now() - this.#startedAt;
  }

  get isAnswered(): boolean {
    return this.replies.length > 0;
  }

  /** Whether Discord has given it up: nobody answered in 3 s, or 15 minutes are over, or a test ended it. */
  get isOver(): boolean {
    const life = this.isAnswered ? LIMITS.token : LIMITS.firstResponse;
    return this.age > Math.min(life, this.#endedAt);
  }

  /** Makes Discord give it up now, as after 15 minutes. */
  expire(): void {
    this.#endedAt = 0;
  }

  /** The first response, of whatever kind; `ms` tells how long it took. */
  first(wait?: Wait): Promise<Reply> {
    return this.#until(() => true, 'any response', wait);
  }

  /** The message that answers: sent at once, or in the place of a deferral. */
  async answer(wait?: Wait): Promise<APIMessage> {
    const isMessage = ({ kind }: Reply) => ['message', 'update', 'edit', 'followUp'].includes(kind);
    const { message } = await this.#until(isMessage, 'a message', wait);
    return message as APIMessage;
  }

  /** The next answer of a kind, counted from 0. */
  reply(kind: ReplyKind, number = 0, wait?: Wait): Promise<Reply> {
    let left = number;
    const isWanted = (reply: Reply) => {
      left -= reply.kind === kind ? 1 : 0;
      return reply.kind === kind && left < 0;
    };
    return this.#until(isWanted, `the response "${kind}" number ${number}`, wait);
  }

  /** What is suggested while somebody types. */
  async choices(wait?: Wait): Promise<readonly APIApplicationCommandOptionChoice[]> {
    const { body } = await this.reply('choices', 0, wait);
    return (body as { choices?: APIApplicationCommandOptionChoice[] }).choices ?? [];
  }

  async modal(wait?: Wait): Promise<APIModalInteractionResponseCallbackData> {
    return (await this.reply('modal', 0, wait)).body as APIModalInteractionResponseCallbackData;
  }

  add(kind: ReplyKind, message: APIMessage | null, body: unknown, ms: number): void {
    const isPrivate = ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
    this.journal.add({ kind, message, body, isPrivate, ms });
  }

  #until(isWanted: (reply: Reply) => boolean, what: string, wait?: Wait): Promise<Reply> {
    return this.journal.until(isWanted, `${what} to ${nameOf(this.interaction)}`, wait);
  }
}

/** "/iran-talks", "the button x": for errors. */
export function nameOf(interaction: APIInteraction): string {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
    case InteractionType.ApplicationCommandAutocomplete:
      return `the command "${interaction.data.name}"`;
    case InteractionType.MessageComponent:
      return `the component "${interaction.data.custom_id}"`;
    case InteractionType.ModalSubmit:
      return `the modal "${interaction.data.custom_id}"`;
    default:
      return 'a ping';
  }
}
