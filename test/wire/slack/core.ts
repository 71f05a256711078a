// What all parts of the local Slack share.
import type { Journal } from '../journal.ts';
import type { Exchange } from './exchange.ts';
import type { Message, Messages } from './messages.ts';
import type { ResponseUrls } from './responseUrls.ts';
import type { Shown } from './shown.ts';
import type { State } from './state.ts';
import type { Transport } from './transport.ts';
import type { Triggers } from './triggers.ts';
import type { View, Views } from './views.ts';

export interface Core {
  readonly state: State;
  readonly messages: Messages;
  readonly views: Views;
  readonly exchanges: Map<string, Exchange>;
  readonly shown: Journal<Shown>;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  /** How events reach the bot: Socket Mode or HTTP, as a test has chosen. */
  transport: Transport;
  /** Texts in which the bot may mention somebody. */
  readonly mayMention: RegExp[];
  readonly settings: Settings;
  /** What a test must hear of: it fails when it ends. */
  readonly report: (fault: string) => void;
  /** What was sent, with every token in it named in the fault. */
  readonly secrets: () => readonly string[];
  /** "http://127.0.0.1:1234" */
  readonly origin: () => string;
}

export interface Settings {
  /** Milliseconds that the bot has to acknowledge. */
  readonly acknowledgeMs: number;
  /** Whether events that nobody acknowledged are delivered again, up to three times. */
  readonly retries: boolean;
  /** Whether new tokens expire and come with a token that refreshes them. */
  readonly rotatesTokens: boolean;
}

/** Tells the tests that somebody sees something. */
export function show(
  core: Core,
  shown: Pick<Shown, 'kind' | 'by' | 'body'> & { message?: Message; view?: View; exchangeId?: string | null },
): void {
  core.shown.add({ message: null, view: null, exchangeId: null, ...shown, at: performance.now() });
}
