// The REST interface over HTTP: every request is recorded and its body checked, scripted answers come before those of the
// routes, and what nobody scripted and no route knows is answered 500 and reported.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Breach, breach } from '../breach.ts';
import { type Answer, Answering, openHeaders, write } from '../httpAnswer.ts';
import { Journal } from '../journal.ts';
import { match } from '../paths.ts';
import { type Plan, type Script, Scripts } from '../scripts.ts';
import { invalidBody, refusal } from './answers.ts';
import { readBody } from './bodies.ts';
import type { Core } from './core.ts';
import type { SentFile } from './messages.ts';
import { APP_ROUTES } from './routes/app.ts';
import { CHANNEL_ROUTES } from './routes/channels.ts';
import { INTERACTION_ROUTES } from './routes/interactions.ts';
import type { Call, Method, Route } from './routes/route.ts';

export interface RecordedRequest {
  readonly method: Method;
  /** Without "/api/v10" and the query. */
  readonly path: string;
  /** "/channels/:channel/messages"; null for a path that no route knows. */
  readonly route: string | null;
  readonly query: Readonly<Record<string, string>>;
  /** With lower-case names; the token is left out of `authorization`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly files: readonly SentFile[];
  /** Milliseconds since the server began. */
  readonly at: number;
}

const ROUTES: readonly Route[] = [...APP_ROUTES, ...CHANNEL_ROUTES, ...INTERACTION_ROUTES];
const BASE = '/api/v10';
const UNAUTHORIZED = refusal(401, 0, '401: Unauthorized');

export class Rest {
  readonly journal = new Journal<RecordedRequest>(({ method, path, body }) =>
    `${method} ${path} ${JSON.stringify(body) ?? ''}`.slice(0, 300),
  );
  readonly #core: Core;
  readonly #token: string;
  readonly #scripts = new Scripts();
  readonly #answering = new Answering();
  readonly #startedAt = performance.now();

  constructor(core: Core, token: string) {
    this.#core = core;
    this.#token = token;
  }

  /** A later script comes before an earlier one. */
  on(method: Method, pattern: string | RegExp, plan: Plan): Script {
    return this.#scripts.on(method, pattern, plan);
  }

  /** Takes a request; a fault of the local Discord itself is reported as well, and leaves nobody without an answer. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#take(request, response);
    } catch (cause) {
      // Who has gone before the whole body was read gets no answer.
      if (request.destroyed && !request.complete) return;
      this.#core.report(`${request.method} ${request.url}: the local Discord failed: ${String(cause)}`);
      write(response, refusal(500, 0, 'The local Discord failed'));
    }
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now();
    const method = request.method as Method;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.startsWith(`${BASE}/`) ? pathname.slice(BASE.length) : pathname;
    const { route, params } = pathname === path ? NOWHERE : routeOf(method, path);
    const { body, files, fault } = await readBody(request);
    const call: Call = { core: this.#core, params, query: searchParams, body, files, at };
    const breaches = [...(fault === undefined ? [] : [breach([], fault)]), ...breachesOf(route, call)];
    for (const each of breaches) this.#core.report(`${method} ${path}: ${each.path || 'the body'}: ${each.reason}`);
    this.journal.add({
      method,
      path,
      route: route?.path ?? null,
      query: Object.fromEntries(searchParams),
      headers: openHeaders(request),
      body,
      files,
      at: at - this.#startedAt,
    });
    const does = () => this.#answer(route, call, breaches, request);
    this.#answering.deliver(response, this.#scripts.take(method, path) ?? {}, does);
  }

  close(): void {
    this.#answering.close();
  }

  #answer(route: Route | undefined, call: Call, breaches: readonly Breach[], request: IncomingMessage): Answer {
    if (route === undefined) {
      this.#core.report(`${request.method} ${request.url}: neither scripted nor a route that the local Discord knows.`);
      return refusal(500, 0, 'Neither scripted nor known to the local Discord');
    }
    if (route.needsToken && request.headers.authorization !== `Bot ${this.#token}`) return UNAUTHORIZED;
    const refused = breaches.filter(({ isRefused }) => isRefused);
    return refused.length > 0 ? invalidBody(refused) : route.answer(call);
  }
}

const NOWHERE: { route: undefined; params: Record<string, string> } = { route: undefined, params: {} };

function routeOf(method: Method, path: string): { route: Route | undefined; params: Record<string, string> } {
  for (const route of ROUTES) {
    const params = route.method === method ? match(route.path, path) : undefined;
    if (params !== undefined) return { route, params };
  }
  return NOWHERE;
}

function breachesOf(route: Route | undefined, call: Call): readonly Breach[] {
  if (route === undefined) return [];
  if (route.check !== undefined) return route.check(call);
  return call.body === undefined ? [] : [breach([], 'there should be none')];
}
