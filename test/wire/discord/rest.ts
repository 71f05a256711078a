// The REST interface over HTTP: every request is recorded and its body checked, scripted answers come before those of the
// routes, and what nobody scripted and no route knows is answered 500 and reported.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Answer, invalidBody, refusal } from './answers.ts';
import { readBody } from './bodies.ts';
import { type Breach, breach } from './checks/breach.ts';
import type { Core } from './core.ts';
import { Journal } from './journal.ts';
import type { SentFile } from './messages.ts';
import { APP_ROUTES } from './routes/app.ts';
import { CHANNEL_ROUTES } from './routes/channels.ts';
import { INTERACTION_ROUTES } from './routes/interactions.ts';
import { type Call, type Method, match, type Route } from './routes/route.ts';
import { answerOf, type Plan, Script, type Scripted } from './scripts.ts';

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
  readonly #scripts: Script[] = [];
  readonly #startedAt = performance.now();
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(core: Core, token: string) {
    this.#core = core;
    this.#token = token;
  }

  /** A later script comes before an earlier one. */
  on(method: Method, pattern: string | RegExp, plan: Plan): Script {
    const script = new Script(method, pattern, plan);
    this.#scripts.unshift(script);
    return script;
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
    this.#deliver(response, this.#scriptedFor(method, path) ?? {}, does);
  }

  #scriptedFor(method: Method, path: string): Scripted | undefined {
    for (const script of this.#scripts) {
      const scripted = script.take(method, path);
      // Those behind it keep their answers for later.
      if (scripted !== undefined) return scripted;
    }
    return undefined;
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
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

  #deliver(response: ServerResponse, scripted: Scripted, does: () => Answer): void {
    const isLost = scripted.hang === true || scripted.drop !== undefined;
    // What it always does happens at once, also where its answer is late.
    const answer = answerOf(scripted) ?? (isLost && scripted.isDone !== true ? undefined : does());
    const end = () => {
      if (scripted.hang === true) return;
      if (scripted.drop === 'reset') response.socket?.resetAndDestroy();
      else if (scripted.drop === 'close') response.socket?.destroy();
      else if (answer !== undefined) write(response, answer);
    };
    if (scripted.delayMs === undefined) end();
    else this.#later(end, scripted.delayMs);
  }

  #later(end: () => void, delayMs: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      end();
    }, delayMs);
    this.#timers.add(timer);
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

/** A test may print what was recorded: the token is not part of it. */
function openHeaders({ headers }: IncomingMessage): Record<string, string> {
  const all = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  return Object.fromEntries(
    all.map(([name, value]) => [name, name === 'authorization' ? `${value.split(' ')[0]} (left out)` : value]),
  );
}

function write(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  response.writeHead(status, { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}
