// A session of the gateway: what a shard identified as, and every event it was sent, so that it can be resumed.
import { randomUUID } from 'node:crypto';
import { GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import type { Connection } from './connection.ts';

/** The events with whose intent they come. Interactions, and whatever is not listed, always come. */
export const INTENT_OF = {
  guilds: GatewayIntentBits.Guilds,
  guildMessages: GatewayIntentBits.GuildMessages,
  directMessages: GatewayIntentBits.DirectMessages,
  always: 0,
} as const;

interface Sent {
  readonly s: number;
  readonly t: string;
  readonly d: unknown;
}

export class Session {
  readonly id = randomUUID().replaceAll('-', '');
  readonly shard: readonly [id: number, count: number];
  readonly intents: number;
  /** false once the client has closed it, or Discord has said so. */
  isResumable = true;
  /** null while nobody is connected to it; events wait. */
  connection: Connection | null;
  readonly #sent: Sent[] = [];

  constructor(shard: readonly [number, number], intents: number, connection: Connection) {
    this.shard = shard;
    this.intents = intents;
    this.connection = connection;
  }

  get sequence(): number {
    return this.#sent.length;
  }

  wants(intent: number): boolean {
    return intent === 0 || (this.intents & intent) !== 0;
  }

  get readsContent(): boolean {
    return this.wants(GatewayIntentBits.MessageContent);
  }

  dispatch(t: string, d: unknown): void {
    const sent = { s: this.#sent.length + 1, t, d };
    this.#sent.push(sent);
    this.#send(sent);
  }

  /** Sends again what came after `sequence`. */
  replay(sequence: number): void {
    for (const sent of this.#sent.slice(sequence)) this.#send(sent);
  }

  #send(sent: Sent): void {
    this.connection?.send({ op: GatewayOpcodes.Dispatch, ...sent });
  }
}
