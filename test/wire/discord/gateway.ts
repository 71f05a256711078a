// The gateway: takes connections, sends events to the sessions that want them, and breaks what a test asks it to break.
// What it says to a client is in conversation.ts.
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes, GatewayOpcodes, type RESTGetAPIGatewayBotResult } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import { Journal, type Wait } from '../journal.ts';
import { Connection, type Outgoing, readPayload } from './connection.ts';
import { answerPayload, type Room } from './conversation.ts';
import type { Admission } from './identify.ts';
import { shardOf } from './ids.ts';
import { INTENT_OF, type Session } from './session.ts';
import type { State } from './state.ts';

export interface GatewayEvent {
  readonly kind: 'connected' | 'identified' | 'ready' | 'resumed' | 'heartbeat' | 'presence' | 'refused' | 'closed';
  readonly shard: number | null;
  /** The payload of the client, or the code that closed the connection. */
  readonly data: unknown;
  readonly session: string | null;
}

export interface GatewayOptions extends Admission {
  /** Milliseconds between heartbeats; a test that waits for one makes it short. */
  readonly heartbeatInterval: number;
  /** How many sessions may still be begun. */
  readonly sessionsLeft: number;
  /** How many shards Discord recommends. */
  readonly shards: number;
  /** How many shards may identify within five seconds; discord.js makes the others wait. */
  readonly sessionsPerFiveSeconds: number;
}

export class Gateway {
  readonly journal = new Journal<GatewayEvent>(({ kind, data }) =>
    `${kind} ${JSON.stringify(data) ?? ''}`.slice(0, 200),
  );
  /** false: heartbeats get no answer, as on a connection that is dead and does not know it. */
  acknowledges = true;
  sessionsLeft: number;
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #connections = new Set<Connection>();
  readonly #sessions = new Set<Session>();
  readonly #room: Room;
  /** Where clients connect; known once the server listens. */
  address = '';

  constructor(state: State, options: GatewayOptions, report: (fault: string) => void) {
    this.sessionsLeft = options.sessionsLeft;
    this.#options = options;
    this.#room = {
      state,
      sessions: this.#sessions,
      admission: options,
      resumeAddress: () => `${this.address}/resume`,
      acknowledges: () => this.acknowledges,
      begun: () => {
        this.sessionsLeft -= 1;
      },
      note: (kind, connection, data) => this.#note(kind, connection, data),
      report,
    };
  }

  /** What `GET /gateway/bot` gives. */
  get information(): RESTGetAPIGatewayBotResult {
    const { shards, sessionsPerFiveSeconds } = this.#options;
    return {
      url: this.address,
      shards,
      session_start_limit: {
        total: 1_000,
        remaining: this.sessionsLeft,
        reset_after: 14_400_000,
        max_concurrency: sessionsPerFiveSeconds,
      },
    };
  }

  get events(): readonly GatewayEvent[] {
    return this.journal.items;
  }

  /** Sessions that are open or could be resumed. */
  get sessions(): readonly Session[] {
    return [...this.#sessions].filter(({ isResumable, connection }) => isResumable || connection !== null);
  }

  /** The next event of a kind; pass `from: gateway.events.length` to leave out what has been. */
  until(kind: GatewayEvent['kind'], wait: Wait = {}): Promise<GatewayEvent> {
    return this.journal.until((event) => event.kind === kind, `the gateway's "${kind}"`, wait);
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    this.#server.handleUpgrade(request, socket, head, (client) => {
      const isStream = searchParams.get('compress') === 'zlib-stream';
      const connection = new Connection(client, isStream ? 'zlib-stream' : 'none', pathname === '/resume');
      this.#open(connection, searchParams);
    });
  }

  /**
   * Sends an event to the shard of a guild, or to the first one for what is in no guild. Who did not ask for it with an
   * intent does not get it; a session that is not connected gets it when it is resumed.
   * @param data by session, where it depends on what the session may read
   * @returns the sessions that have it
   */
  dispatch(
    event: string,
    data: object | ((session: Session) => object),
    { guildId = null, intent = INTENT_OF.always as number }: { guildId?: string | null; intent?: number } = {},
  ): readonly Session[] {
    const receivers = this.sessions.filter(
      (each) => each.wants(intent) && each.shard[0] === (guildId === null ? 0 : shardOf(guildId, each.shard[1])),
    );
    for (const each of receivers) each.dispatch(event, typeof data === 'function' ? data(each) : data);
    return receivers;
  }

  /**
   * Ends when every connected client has received all that was sent: it is asked for heartbeats until one names the last
   * event. What the client does about it may still be on its way.
   */
  async delivered(): Promise<void> {
    const open = [...this.#connections].filter(({ session }) => session !== null);
    await Promise.all(open.map((connection) => this.#caughtUp(connection)));
  }

  /** discord.js names in a heartbeat the event before the last one while it still works on that: so it is asked again. */
  async #caughtUp(connection: Connection): Promise<void> {
    const { session } = connection;
    let seen = -1;
    while (session !== null && seen < session.sequence) {
      const from = this.events.length;
      connection.send({ op: GatewayOpcodes.Heartbeat, d: null });
      const isOwn = (event: GatewayEvent) => event.kind === 'heartbeat' && event.session === session.id;
      const { data } = await this.journal.until(isOwn, 'the heartbeat that was asked for', { from });
      seen = Number(data);
    }
  }

  /** Tells clients to come again and resume. */
  reconnect(): void {
    this.#broadcast({ op: GatewayOpcodes.Reconnect, d: null });
  }

  /** Tells clients that their session is over; they may resume it, or must identify again. */
  invalidateSessions({ isResumable }: { isResumable: boolean }): void {
    for (const connection of this.#connections) {
      if (connection.session !== null && !isResumable) this.#end(connection.session);
      if (connection.session !== null) connection.session.connection = null;
      connection.session = null;
    }
    this.#broadcast({ op: GatewayOpcodes.InvalidSession, d: isResumable });
  }

  /** Ends sessions without telling anybody: the next attempt to resume is refused. */
  forgetSessions(): void {
    for (const session of this.#sessions) this.#end(session);
  }

  /** Breaks all connections: without a word, or with a code. */
  drop(code?: number): void {
    for (const connection of this.#connections) {
      if (code === undefined) connection.drop();
      else connection.socket.close(code);
    }
  }

  close(): void {
    for (const connection of this.#connections) connection.drop();
    this.#server.close();
  }

  #broadcast(payload: Outgoing): void {
    for (const connection of this.#connections) connection.send(payload);
  }

  #open(connection: Connection, query: URLSearchParams): void {
    this.#connections.add(connection);
    this.#note('connected', connection, Object.fromEntries(query));
    connection.socket.on('message', (data) => {
      const refusal = answerPayload(this.#room, connection, readPayload(data), Buffer.byteLength(String(data)));
      if (refusal !== undefined) this.#refuse(connection, refusal);
    });
    connection.socket.on('close', (code) => this.#closed(connection, code));
    connection.socket.on('error', () => connection.drop());
    if (query.get('v') !== '10') this.#refuse(connection, GatewayCloseCodes.InvalidAPIVersion);
    else if (query.get('encoding') !== 'json') this.#refuse(connection, GatewayCloseCodes.DecodeError);
    else connection.send({ op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.#options.heartbeatInterval } });
  }

  #refuse(connection: Connection, code: GatewayCloseCodes): void {
    this.#note('refused', connection, code);
    connection.socket.close(code);
  }

  #closed(connection: Connection, code: number): void {
    this.#connections.delete(connection);
    const { session } = connection;
    if (session !== null) {
      session.connection = null;
      // A client that says goodbye has no session any more.
      if (code === 1000 || code === 1001) this.#end(session);
    }
    this.#note('closed', connection, code);
  }

  #end(session: Session): void {
    session.isResumable = false;
  }

  #note(kind: GatewayEvent['kind'], { session }: Connection, data: unknown): void {
    this.journal.add({ kind, data, shard: session?.shard[0] ?? null, session: session?.id ?? null });
  }
}
