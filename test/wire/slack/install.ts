// Installing the app by OAuth, as a browser does it: the bot's page, Slack's question, the way back with a code, cookies kept.
// https://docs.slack.dev/authentication/installing-with-oauth (read November 2026)
import { randomUUID } from 'node:crypto';
import { CREDENTIALS } from './credentials.ts';

interface Grant {
  readonly team: string;
  readonly user: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string | null;
}

/** Codes that Slack has given out. */
export class Install {
  readonly #codes = new Map<string, Grant>();

  isApp(clientId: unknown, clientSecret: unknown): boolean {
    return clientId === CREDENTIALS.clientId && clientSecret === CREDENTIALS.clientSecret;
  }

  give(grant: Grant): string {
    const code = `${randomUUID()}-local-code`;
    this.#codes.set(code, grant);
    return code;
  }

  /** What a code stands for, which is used up with this, or the error that Slack gives. */
  take(code: string, redirectUri: unknown): Grant | string {
    const grant = this.#codes.get(code);
    if (grant === undefined) return 'invalid_code';
    this.#codes.delete(code);
    return (redirectUri ?? null) === grant.redirectUri ? grant : 'bad_redirect_uri';
  }
}

/** What a page of the bot is. */
export interface Page {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What Slack asks whoever installs the app, as the address of its page says it. */
export interface Consent {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly state: string;
  readonly redirectUri: string | null;
}

/** How somebody answers, and what may go wrong on the way back. */
export interface Agreeing {
  readonly team: string;
  readonly user: string;
  /** Says no. */
  readonly denies?: boolean;
  /** Fewer scopes than were asked for. */
  readonly scopes?: readonly string[];
  /** Instead of the state that belongs there. */
  readonly state?: string;
  /** Instead of a good code. */
  readonly code?: string;
}

/** Keeps cookies, follows no redirect by itself. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #origin: string;
  readonly #install: Install;

  /** @param origin of the bot: "http://127.0.0.1:3000" */
  constructor(origin: string, install: Install) {
    this.#origin = origin;
    this.#install = install;
  }

  async get(path: string): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(path, this.#origin), {
      redirect: 'manual',
      ...(cookie === '' ? {} : { headers: { cookie } }),
    });
    for (const each of response.headers.getSetCookie()) this.#keep(each);
    return { status: response.status, text: await response.text(), headers: Object.fromEntries(response.headers) };
  }

  /** Opens the page that begins an installation, and reads what Slack would ask. */
  async begin(path = '/slack/install'): Promise<Consent> {
    const { status, text, headers } = await this.get(path);
    const link = headers['location'] ?? /href="([^"]*\/oauth\/v2\/authorize[^"]*)"/u.exec(text)?.[1];
    if (link === undefined)
      throw new Error(`${path} leads to no page of Slack: status ${status}, ${text.slice(0, 200)}`);
    const asked = new URL(link.replaceAll('&amp;', '&')).searchParams;
    return {
      clientId: asked.get('client_id') ?? '',
      scopes: (asked.get('scope') ?? '').split(',').filter((scope) => scope !== ''),
      state: asked.get('state') ?? '',
      redirectUri: asked.get('redirect_uri'),
    };
  }

  /** Comes back to the bot with what somebody answered. */
  finish(consent: Consent, agreeing: Agreeing, path = '/slack/oauth_redirect'): Promise<Page> {
    const { team, user, scopes = consent.scopes, state = consent.state, denies = false } = agreeing;
    if (denies) return this.get(`${path}?${new URLSearchParams({ error: 'access_denied', state })}`);
    const code = agreeing.code ?? this.#install.give({ team, user, scopes, redirectUri: consent.redirectUri });
    return this.get(`${path}?${new URLSearchParams({ code, state })}`);
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split(/=(.*)/su);
    const isGone = attributes.some((each) => /^max-age=0$/iu.test(each) || /^expires=.*19(?:69|70)/iu.test(each));
    if (isGone || value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
