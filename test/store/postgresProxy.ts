// A way to the PostgreSQL server of tests that can be cut, closed, or answer in the server's place.
import { once } from 'node:events';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ServerProxy {
  /** The same address by this way, with a password that nobody may repeat. */
  urlOf(url: string): string;
  /** The next connections are refused with a SQLSTATE; 0: no more. */
  refuse(code: string, times: number): void;
  /** The next message with that text reaches the server; its answer does not come back, for all connections are cut then. */
  loseAnswerTo(text: string): void;
  /** All connections end, as when a cable is pulled out. */
  cut(): void;
  close(): Promise<void>;
  open(): Promise<void>;
  /** Connections that were made, the refused ones included. */
  readonly connections: () => number;
}

/** What no message may show. */
export const SECRET = 'correct-horse';

/** Closed when the test is over. */
export async function startProxy(serverUrl: string): Promise<ServerProxy> {
  const { hostname, port } = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let refusals = { code: '', times: 0 };
  let lost: string | null = null;
  let count = 0;
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    count += 1;
    keep(client);
    if (refusals.times > 0) {
      refusals.times -= 1;
      client.once('data', () => client.end(errorResponse(refusals.code)));
      return;
    }
    const upstream = dial(Number(port || 5432), hostname);
    keep(upstream);
    let isLosing = false;
    client.on('data', (data) => {
      if (lost !== null && data.includes(lost)) {
        lost = null;
        isLosing = true;
      }
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (isLosing) cut();
      else client.write(data);
    });
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  });
  const listen = async (at: number): Promise<number> => {
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const own = await listen(0);
  const close = async (): Promise<void> => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    cut();
    await closed;
  };
  onTestFinished(close);
  return {
    urlOf(url) {
      const address = new URL(url);
      address.password = SECRET;
      address.hostname = '127.0.0.1';
      address.port = String(own);
      return address.href;
    },
    refuse(code, times) {
      refusals = { code, times };
    },
    loseAnswerTo(text) {
      lost = text;
    },
    cut,
    close,
    open: async () => void (await listen(own)),
    connections: () => count,
  };
}

/** As a server refuses a connection: https://www.postgresql.org/docs/15/protocol-message-formats.html (read November 2026). */
function errorResponse(code: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0Mrefused\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
