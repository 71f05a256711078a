// startSite(answers): a web server of this machine that a test scripts path by path, and what it was asked.
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** Status, headers and body; or whatever the test does itself. */
export type SiteAnswer =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string | Uint8Array;
    }
  | ((request: IncomingMessage, response: ServerResponse) => void);

export interface Site {
  readonly port: number;
  /** "http://127.0.0.1:…" and the path. */
  at(path: string): string;
  readonly asked: readonly { readonly path: string; readonly headers: IncomingHttpHeaders }[];
  connections(): number;
}

/** Listens on every address of this machine; gone when the test is over. Pages are text/html unless a test says otherwise. */
export async function startSite(answers: Readonly<Record<string, SiteAnswer>>): Promise<Site> {
  const asked: { path: string; headers: IncomingHttpHeaders }[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ path, headers: request.headers });
    const answer = answers[path] ?? { status: 404 };
    if (typeof answer === 'function') return answer(request, response);
    response.writeHead(answer.status ?? 200, { 'content-type': 'text/html', ...answer.headers });
    response.end(answer.body ?? '');
  });
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { port, asked, at: (path) => `http://127.0.0.1:${port}${path}`, connections: () => connections };
}
