// Socket Mode: sockets that the bot opened, each event to one of them in turn, acknowledgements, and ways to lose a connection.
// https://docs.slack.dev/apis/events-api/using-socket-mode (read November 2026)
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { Journal, type Wait } from '../journal.ts';
import type { Outgoing, Receipt, Retry, Transport } from './transport.ts';
import { APP_ID } from './world.ts';

export type SocketEventKind = 'connected' | 'acknowledgement' | 'late' | 'ping' | 'closed';

export interface SocketEvent {
  readonly kind: SocketEventKind;
  /** Number of the connection, from 0. */
  readonly connection: number;
  readonly envelopeId: string | null;
}

interface Connection {
  readonly number: number;
  readonly socket: WebSocket;
  /** true: Slack sends it no more events. */
  isLeaving: boolean;
}

interface Pending {
  readonly connection: Connection;
  readonly settle: (outcome: Receipt['outcome'], response?: unknown) => void;
}

/** Ten a bot, as Slack allows. */
const MOST_CONNECTIONS = 10;
/** Chosen by eye, well below the 30 s after which @slack/socket-mode misses pings. */
const PING_MS = 5_000;

export class SocketMode implements Transport {
  readonly journal = new Journal<SocketEvent>(({ kind, connection, envelopeId }) =>
    `${kind} of connection ${connection} ${envelopeId ?? ''}`.trim(),
  );
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #connections: Connection[] = [];
  readonly #pending = new Map<string, Pending>();
  readonly #settled = new Set<string>();
  readonly #tickets = new Set<string>();
  readonly #acknowledgeMs: number;
  readonly #report: (fault: string) => void;
  readonly #pings: NodeJS.Timeout;
  #turn = 0;
  #opened = 0;

  constructor(acknowledgeMs: number, report: (fault: string) => void) {
    this.#acknowledgeMs = acknowledgeMs;
    this.#report = report;
    this.#pings = setInterval(() => this.ping(), PING_MS);
    this.#pings.unref();
  }

  /** How many sockets are open. */
  get connections(): number {
    return this.#connections.length;
  }

  /** The first event of a kind, also one that has been; `from: slack.socket.journal.items.length` leaves those out. */
  until(kind: SocketEventKind, wait?: Wait): Promise<SocketEvent> {
    return this.journal.until((each) => each.kind === kind, `"${kind}" of Socket Mode`, wait);
  }

  /** What a new connection must bring along, once. */
  issueTicket(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return ticket;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket) || this.connections >= MOST_CONNECTIONS) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#open(opened));
  }

  send({ type, payload }: Outgoing, retry: Retry | null): Promise<Receipt> {
    const open = this.#connections.filter(({ isLeaving }) => !isLeaving);
    const connection = open[this.#turn++ % Math.max(1, open.length)];
    if (connection === undefined) {
      throw new Error('Nobody would receive it: no socket is open. Wait for slack.socket.until("connected").');
    }
    const envelopeId = randomUUID();
    const startedAt = performance.now();
    const envelope = {
      envelope_id: envelopeId,
      type,
      payload,
      accepts_response_payload: type !== 'events_api',
      ...(type === 'events_api' ? { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' } : {}),
    };
    return new Promise((resolve) => {
      const settle = (outcome: Receipt['outcome'], response?: unknown) => {
        clearTimeout(timer);
        this.#pending.delete(envelopeId);
        this.#settled.add(envelopeId);
        resolve({ outcome, ms: performance.now() - startedAt, response, status: null, retry });
      };
      const timer = setTimeout(() => settle('silent'), this.#acknowledgeMs);
      this.#pending.set(envelopeId, { connection, settle });
      connection.socket.send(JSON.stringify(envelope));
    });
  }

  /** Tells every client that its connection ends soon, or that it must open another one. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void {
    for (const connection of this.#connections) {
      connection.isLeaving = true;
      connection.socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'local' } }));
    }
  }

  /** Ends every connection without a word, as a network does. */
  drop(): void {
    for (const { socket } of [...this.#connections]) socket.terminate();
  }

  ping(): void {
    for (const { socket } of this.#connections) socket.ping('Ping from Slack');
  }

  /** Sends something that is no envelope. */
  sendRaw(data: string | Buffer): void {
    for (const { socket } of this.#connections) socket.send(data);
  }

  close(): void {
    clearInterval(this.#pings);
    for (const { settle } of [...this.#pending.values()]) settle('dropped');
    this.drop();
    this.#server.close();
  }

  #open(socket: WebSocket): void {
    const connection: Connection = { number: this.#opened++, socket, isLeaving: false };
    this.#connections.push(connection);
    socket.on('message', (data) => this.#hear(connection, data));
    socket.on('ping', () => this.#note('ping', connection));
    socket.on('error', () => {});
    socket.on('close', () => this.#lose(connection));
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.connections,
        connection_info: { app_id: APP_ID },
        debug_info: { host: 'local', build_number: 1, approximate_connection_time: 18_060 },
      }),
    );
    this.#note('connected', connection);
  }

  #hear(connection: Connection, data: RawData): void {
    const envelopeId = envelopeIdOf(data);
    const pending = this.#pending.get(envelopeId ?? '');
    if (envelopeId === undefined || (pending === undefined && !this.#settled.has(envelopeId))) {
      this.#report(`Over the socket came what acknowledges nothing: ${String(data).slice(0, 200)}`);
      return;
    }
    this.#note(pending === undefined ? 'late' : 'acknowledgement', connection, envelopeId);
    pending?.settle('acknowledged', payloadOf(data));
  }

  #lose(connection: Connection): void {
    this.#connections.splice(this.#connections.indexOf(connection), 1);
    for (const pending of [...this.#pending.values()]) if (pending.connection === connection) pending.settle('dropped');
    this.#note('closed', connection);
  }

  #note(kind: SocketEventKind, { number }: Connection, envelopeId: string | null = null): void {
    this.journal.add({ kind, connection: number, envelopeId });
  }
}

function parsed(data: RawData): Record<string, unknown> {
  try {
    return JSON.parse(String(data)) as Record<string, unknown>;
  } catch {
    return {};
  }
}

function envelopeIdOf(data: RawData): string | undefined {
  const id = parsed(data)['envelope_id'];
  return typeof id === 'string' ? id : undefined;
}

/** undefined where it is empty. */
function payloadOf(data: RawData): unknown {
  const payload = parsed(data)['payload'];
  return typeof payload === 'object' && payload !== null && Object.keys(payload).length === 0 ? undefined : payload;
}
