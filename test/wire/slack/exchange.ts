// One act of a person and everything that the bot answered to it, in order: what a test awaits.
import { Journal, type Wait } from '../journal.ts';
import type { Message } from './messages.ts';
import type { Shown, ShownKind } from './shown.ts';
import type { Outgoing, Receipt } from './transport.ts';
import type { View } from './views.ts';

export interface ExchangeSetup {
  readonly id: string;
  /** "/iran-talks who said missiles": for errors. */
  readonly name: string;
  readonly team: string;
  readonly user: string;
  /** What a test sees of the message that somebody wrote, or that a button or shortcut is on. */
  readonly message: Message | null;
  /** Whether something that names no act answers this one: a post in the same thread, an update of the message. */
  readonly isAnswer: (shown: Shown) => boolean;
  readonly shown: Journal<Shown>;
}

/** Something that the bot did, with how long it took since the act. */
export interface Reply extends Shown {
  readonly ms: number;
}

export class Exchange {
  readonly id: string;
  readonly name: string;
  readonly team: string;
  readonly user: string;
  readonly message: Message | null;
  /** What was sent to the bot: two events for a mention in a channel. */
  outgoing: readonly Outgoing[] = [];
  /** What became of each delivery, in the order in which that was settled. */
  readonly receipts: Journal<Receipt>;
  readonly #startedAt = performance.now();
  readonly #from: number;
  readonly #shown: Journal<Shown>;
  readonly #isAnswer: (shown: Shown) => boolean;

  constructor({ id, name, team, user, message, isAnswer, shown }: ExchangeSetup) {
    this.id = id;
    this.name = name;
    this.team = team;
    this.user = user;
    this.message = message;
    this.receipts = new Journal(({ outcome, ms, status }) => `${outcome} after ${Math.round(ms)} ms, status ${status}`);
    this.#shown = shown;
    this.#from = shown.items.length;
    this.#isAnswer = isAnswer;
  }

  /** Milliseconds since the act. */
  get age(): number {
    return performance.now() - this.#startedAt;
  }

  /** The first acknowledgement. @throws Error with what came instead, where it was not acknowledged in time */
  async acknowledged(wait?: Wait): Promise<Receipt> {
    const receipt = await this.receipts.until(() => true, `an acknowledgement of ${this.name}`, wait);
    if (receipt.outcome === 'acknowledged') return receipt;
    throw new Error(`${this.name} was not acknowledged: ${receipt.outcome} after ${Math.round(receipt.ms)} ms.`);
  }

  /** The first delivery that ended so. @example await asked.settled('silent') */
  settled(outcome: Receipt['outcome'], wait?: Wait): Promise<Receipt> {
    return this.receipts.until((each) => each.outcome === outcome, `"${outcome}" of ${this.name}`, wait);
  }

  /** Everything that answers it, so far. */
  get replies(): readonly Reply[] {
    return this.#shown.items.slice(this.#from).flatMap((each) => (this.#fits(each) ? [this.#timed(each)] : []));
  }

  /** Messages that answer it, each as it is after the reply. */
  get answers(): readonly Message[] {
    return this.replies.flatMap(({ message, kind }) => (message === null || kind === 'deletion' ? [] : [message]));
  }

  /** The message first shown. */
  async answer(wait?: Wait): Promise<Message> {
    const isMessage = ({ message, kind }: Shown) => message !== null && kind !== 'deletion';
    return (await this.#until(isMessage, 'an answer', wait)).message as Message;
  }

  /** The first of whatever is shown; `ms` tells how long it took. */
  first(wait?: Wait): Promise<Reply> {
    return this.#until(() => true, 'any answer', wait);
  }

  /** The next of a kind, counted from 0. */
  reply(kind: ShownKind, number = 0, wait?: Wait): Promise<Reply> {
    let left = number;
    const isWanted = (each: Shown) => {
      left -= each.kind === kind ? 1 : 0;
      return each.kind === kind && left < 0;
    };
    return this.#until(isWanted, `"${kind}" number ${number}`, wait);
  }

  /** The modal that opened, or the Home tab. */
  async view(wait?: Wait): Promise<View> {
    return (await this.#until(({ view }) => view !== null, 'a view', wait)).view as View;
  }

  /** What a form says is wrong, by block_id. */
  async errors(wait?: Wait): Promise<Readonly<Record<string, string>>> {
    return (await this.reply('errors', 0, wait)).body as Record<string, string>;
  }

  #fits(shown: Shown): boolean {
    return shown.exchangeId === null ? this.#isAnswer(shown) : shown.exchangeId === this.id;
  }

  #timed(shown: Shown): Reply {
    return { ...shown, ms: shown.at - this.#startedAt };
  }

  async #until(isWanted: (shown: Shown) => boolean, what: string, wait: Wait = {}): Promise<Reply> {
    const fits = (shown: Shown) => this.#fits(shown) && isWanted(shown);
    const found = await this.#shown.until(fits, `${what} to ${this.name}`, { from: this.#from, ...wait });
    return this.#timed(found);
  }
}
