// HTTP mode: signed requests to the bot. https://docs.slack.dev/authentication/verifying-requests-from-slack and
// https://docs.slack.dev/apis/events-api (read November 2026)
import { createHmac } from 'node:crypto';
import type { Outgoing, Receipt, Retry, Transport } from './transport.ts';

/** What may be wrong with a request; by default nothing is. */
export interface Signing {
  /** Signs with another secret. */
  readonly secret?: string;
  /** false: without signature and timestamp. */
  readonly isSigned?: boolean;
  /** Seconds ago; Slack's own libraries refuse more than 300. */
  readonly ageSeconds?: number;
  /** Sends this instead of the body that was signed. */
  readonly changedBody?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface SentRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

const FORM = 'application/x-www-form-urlencoded';

export class HttpMode implements Transport {
  /** Everything that was sent, to be sent again byte by byte. */
  readonly sent: SentRequest[] = [];
  readonly #url: string;
  readonly #secret: string;
  readonly #acknowledgeMs: number;
  readonly #aborts = new Set<AbortController>();

  /** @param url of the bot: "http://127.0.0.1:3000/slack/events" */
  constructor(url: string, secret: string, acknowledgeMs: number) {
    this.#url = url;
    this.#secret = secret;
    this.#acknowledgeMs = acknowledgeMs;
  }

  async send({ type, payload }: Outgoing, retry: Retry | null): Promise<Receipt> {
    const startedAt = performance.now();
    const again = retry === null ? {} : retryHeaders(retry);
    const settle = (outcome: Receipt['outcome'], status: number | null, response?: unknown): Receipt => ({
      outcome,
      ms: performance.now() - startedAt,
      response,
      status,
      retry,
    });
    try {
      const reply = await this.post(bodyOf(type, payload), { headers: { ...typeHeader(type), ...again } });
      const isTaken = reply.status >= 200 && reply.status < 300;
      return settle(isTaken ? 'acknowledged' : 'refused', reply.status, responseOf(reply));
    } catch (cause) {
      return settle(isTimeout(cause) ? 'silent' : 'dropped', null);
    }
  }

  /** Asks the bot whether its address is its own. @returns its answer, which must have the challenge */
  verifyUrl(challenge = 'challenge'): Promise<HttpReply> {
    return this.post({ token: 'local-verification-token', challenge, type: 'url_verification' });
  }

  /** Asks the bot whether its certificate is good, without a signature. */
  checkSsl(): Promise<HttpReply> {
    return this.post('ssl_check=1&token=local-verification-token', {
      isSigned: false,
      headers: { 'content-type': FORM },
    });
  }

  /** Sends a body, signed, unless `signing` says what is wrong with it; its type is JSON unless `headers` says otherwise. */
  post(content: string | object, signing: Signing = {}): Promise<HttpReply> {
    const body = typeof content === 'string' ? content : JSON.stringify(content);
    const { secret = this.#secret, isSigned = true, ageSeconds = 0, changedBody = body, headers = {} } = signing;
    const timestamp = String(Math.floor(Date.now() / 1_000) - ageSeconds);
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
    const signed = isSigned ? { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } : {};
    const type = { 'content-type': 'application/json', 'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)' };
    return this.#send({ url: this.#url, headers: { ...type, ...signed, ...headers }, body: changedBody });
  }

  /** Sends a request again, byte by byte: by default the last. */
  repeat(request: SentRequest | undefined = this.sent.at(-1)): Promise<HttpReply> {
    if (request === undefined) throw new Error('Nothing has been sent yet.');
    return this.#send(request);
  }

  close(): void {
    for (const abort of this.#aborts) abort.abort();
  }

  async #send({ url, headers, body }: SentRequest): Promise<HttpReply> {
    this.sent.push({ url, headers, body });
    const abort = new AbortController();
    this.#aborts.add(abort);
    const signal = AbortSignal.any([abort.signal, AbortSignal.timeout(this.#acknowledgeMs)]);
    try {
      const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
      const text = await response.text();
      return { status: response.status, headers: Object.fromEntries(response.headers), text };
    } finally {
      this.#aborts.delete(abort);
    }
  }
}

function typeHeader(type: Outgoing['type']): Record<string, string> {
  return type === 'events_api' ? {} : { 'content-type': FORM };
}

/** Events as JSON, commands as a form, the rest as JSON in the field "payload" of a form. */
export function bodyOf(type: Outgoing['type'], payload: Outgoing['payload']): string {
  if (type === 'events_api') return JSON.stringify(payload);
  if (type === 'interactive') return new URLSearchParams({ payload: JSON.stringify(payload) }).toString();
  return new URLSearchParams(
    Object.entries(payload).map(([key, value]): [string, string] => [key, String(value)]),
  ).toString();
}

function retryHeaders({ number, reason }: Retry): Record<string, string> {
  return { 'x-slack-retry-num': String(number), 'x-slack-retry-reason': reason };
}

/** What an acknowledgement carries: undefined, or an object; a text is one of a message. */
function responseOf({ headers, text }: HttpReply): unknown {
  if (text === '') return undefined;
  return headers['content-type']?.startsWith('application/json') ? (JSON.parse(text) as unknown) : { text };
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'TimeoutError';
}
