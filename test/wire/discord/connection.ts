// One socket of a client to the gateway: writes payloads as the client asked for them, plain or compressed, and reads its own.
import { constants, createDeflate, type Deflate, deflateSync } from 'node:zlib';
import type { GatewayOpcodes } from 'discord-api-types/v10';
import type { RawData, WebSocket } from 'ws';
import type { Session } from './session.ts';

/** Plain text; each payload by itself; or one stream that is flushed after each payload. */
export type Compression = 'none' | 'payload' | 'zlib-stream';

export interface Outgoing {
  readonly op: GatewayOpcodes;
  readonly d?: unknown;
  readonly s?: number;
  readonly t?: string;
}

export class Connection {
  readonly socket: WebSocket;
  /** Whether it came to the address that READY gave for resuming. */
  readonly isResuming: boolean;
  compression: Compression;
  session: Session | null = null;
  #deflate: Deflate | null = null;
  /** Compressing takes turns; payloads leave in their order. */
  #queue: Promise<void> = Promise.resolve();

  constructor(socket: WebSocket, compression: Compression, isResuming: boolean) {
    this.socket = socket;
    this.compression = compression;
    this.isResuming = isResuming;
  }

  send(payload: Outgoing): void {
    const text = JSON.stringify({ t: null, s: null, d: null, ...payload });
    if (this.compression === 'none') this.#write(text);
    else if (this.compression === 'payload') this.#write(deflateSync(text));
    else this.#queue = this.#queue.then(() => this.#writeFlushed(text));
  }

  /** Ends it without a word, as a network does. */
  drop(): void {
    this.socket.terminate();
  }

  #write(data: string | Buffer): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(data);
  }

  #writeFlushed(text: string): Promise<void> {
    this.#deflate ??= createDeflate();
    const deflate = this.#deflate;
    const chunks: Buffer[] = [];
    const collect = (chunk: Buffer) => chunks.push(chunk);
    deflate.on('data', collect);
    return new Promise((resolve) => {
      deflate.write(text);
      deflate.flush(constants.Z_SYNC_FLUSH, () => {
        deflate.off('data', collect);
        this.#write(Buffer.concat(chunks));
        resolve();
      });
    });
  }
}

/** What a client sent, or undefined where it is no payload. */
export function readPayload(data: RawData): { op: number; d: unknown } | undefined {
  try {
    const payload: unknown = JSON.parse(String(data));
    if (typeof payload !== 'object' || payload === null || !('op' in payload)) return undefined;
    const { op, d } = payload as { op: unknown; d?: unknown };
    return typeof op === 'number' ? { op, d } : undefined;
  } catch {
    return undefined;
  }
}
