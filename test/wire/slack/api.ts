// The Web API and response_urls over HTTP: every request is recorded without its tokens and its arguments checked, scripted answers
// come before those of the methods, and what nobody scripted and no method knows is answered 500 and reported.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Breach, breachesOf } from '../breach.ts';
import { type Answer, Answering, openHeaders, write } from '../httpAnswer.ts';
import { Journal } from '../journal.ts';
import { type Plan, type Script, Scripts } from '../scripts.ts';
import { invalid, refused } from './answers.ts';
import { readArgs } from './bodies.ts';
import type { Core } from './core.ts';
import { CREDENTIALS } from './credentials.ts';
import type { Call, Method } from './methods/method.ts';
import { answerResponse, checkResponse } from './responding.ts';
import type { Workspace } from './world.ts';

export interface RecordedRequest {
  /** "chat.postMessage"; "response_url". */
  readonly method: string;
  /** Without tokens, codes and secrets. */
  readonly args: Readonly<Record<string, unknown>>;
  /** The workspace of the token, if it is a bot's. */
  readonly team: string | null;
  /** With lower-case names; the token is left out of `authorization`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since the server began. */
  readonly at: number;
}

/** Arguments that nobody may read in a log. */
const SECRET_ARGS = ['token', 'client_secret', 'code', 'refresh_token'];

export class Api {
  readonly journal = new Journal<RecordedRequest>(({ method, args }) =>
    `${method} ${JSON.stringify(args)}`.slice(0, 300),
  );
  readonly #core: Core;
  readonly #methods: ReadonlyMap<string, Method>;
  readonly #scripts = new Scripts();
  readonly #answering = new Answering();
  readonly #startedAt = performance.now();

  constructor(core: Core, methods: readonly Method[]) {
    this.#core = core;
    this.#methods = new Map(methods.map((method) => [method.name, method]));
  }

  /** A later script comes before an earlier one. */
  on(method: string | RegExp, plan: Plan): Script {
    return this.#scripts.on('POST', method, plan);
  }

  /** Takes a request; a fault of the local Slack itself is reported as well, and leaves nobody without an answer. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.#take(request, response);
    } catch (cause) {
      // Who has gone before the whole body was read gets no answer.
      if (request.destroyed && !request.complete) return;
      this.#core.report(`${request.method} ${request.url}: the local Slack failed: ${String(cause)}`);
      write(response, { status: 500, text: 'The local Slack failed' });
    }
  }

  close(): void {
    this.#answering.close();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now() - this.#startedAt;
    const { pathname: path } = new URL(request.url ?? '/', 'http://localhost');
    const isResponse = this.#core.responseUrls.isOne(path);
    const name = isResponse ? 'response_url' : path.replace(/^\/api\//u, '');
    const { args: sent, fault } = await readArgs(request);
    const [args, secrets] = split(sent);
    if (fault !== undefined) this.#core.report(`${name}: ${fault}`);
    this.#reportSecrets(name, args);
    const bearer = request.headers.authorization?.replace(/^Bearer /u, '');
    const token = bearer ?? secrets['token'];
    const known = token === undefined ? undefined : this.#core.state.tokens.get(token);
    const breaches = isResponse ? checkResponse(this.#core, name, args) : [];
    this.journal.add({ method: name, args, team: known?.team ?? null, headers: openHeaders(request), at });
    const does = () =>
      isResponse ? answerResponse(this.#core, path, args, breaches) : this.#answer(name, { args, secrets, token });
    this.#answering.deliver(response, this.#scripts.take('POST', name) ?? {}, does);
  }

  #answer(
    name: string,
    { args, secrets, token }: Omit<Call, 'core' | 'workspace'> & { token: string | undefined },
  ): Answer {
    const method = this.#methods.get(name);
    if (method === undefined) {
      this.#core.report(`${name}: neither scripted nor a method that the local Slack knows.`);
      return { status: 500, text: 'Neither scripted nor known to the local Slack' };
    }
    const workspace = this.#workspaceOf(method, token);
    if (typeof workspace === 'string') return refused(workspace);
    const call = { core: this.#core, args, secrets, workspace: workspace as Workspace };
    // Bolt names the workspace with every call; of a workspace's own token Slack takes no notice of it.
    const { team_id: _, ...named } = args;
    const breaches = [...breachesOf(method.shape, named), ...(method.check?.(call) ?? [])];
    for (const each of breaches) this.#core.report(`${name}: ${each.path || 'the arguments'}: ${each.reason}`);
    return this.#missingScope(method, workspace) ?? firstRefusal(breaches) ?? method.answer(call);
  }

  /** The workspace of the token, or Slack's error; null where none is needed. */
  #workspaceOf({ token: needed }: Method, token: string | undefined): Workspace | string | null {
    if (needed === 'none') return null;
    if (token === undefined || token === '') return 'not_authed';
    const known = this.#core.state.tokens.get(token);
    if (needed === 'app') {
      if (token === CREDENTIALS.appToken) return null;
      return known === undefined ? 'invalid_auth' : 'not_allowed_token_type';
    }
    if (token === CREDENTIALS.appToken) return 'not_allowed_token_type';
    if (known === undefined) return 'invalid_auth';
    return known.status === 'valid' ? this.#core.state.getWorkspace(known.team) : `token_${known.status}`;
  }

  #missingScope({ name, scopes }: Method, workspace: Workspace | null): Answer | undefined {
    if (scopes.length === 0 || workspace === null) return undefined;
    const provided = this.#core.state.scopesIn(workspace.id);
    if (scopes.some((scope) => provided.includes(scope))) return undefined;
    this.#core.report(`${name}: needs the scope ${scopes.join(' or ')}, which was not granted`);
    return refused('missing_scope', { needed: scopes[0], provided: provided.join(',') });
  }

  #reportSecrets(name: string, args: Readonly<Record<string, unknown>>): void {
    const text = JSON.stringify(args);
    if (this.#core.secrets().some((secret) => text.includes(secret))) {
      this.#core.report(`${name}: a token or secret is in what was sent`);
    }
  }
}

function firstRefusal(breaches: readonly Breach[]): Answer | undefined {
  const refusals = breaches.filter(({ isRefused }) => isRefused);
  return refusals.length === 0 ? undefined : invalid(refusals);
}

function split(sent: Readonly<Record<string, unknown>>): [Record<string, unknown>, Record<string, string>] {
  const entries = Object.entries(sent);
  const isSecret = ([name]: [string, unknown]) => SECRET_ARGS.includes(name);
  return [
    Object.fromEntries(entries.filter((entry) => !isSecret(entry))),
    Object.fromEntries(entries.filter(isSecret).map(([name, value]) => [name, String(value)])),
  ];
}
