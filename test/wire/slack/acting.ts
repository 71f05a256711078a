// How an act of a person reaches the bot, and what its acknowledgement does.
import { breachesOf } from '../breach.ts';
import { breachesOfBlocks } from './checks/markup.ts';
import { modalView } from './checks/views.ts';
import { type Core, show } from './core.ts';
import { Exchange, type ExchangeSetup } from './exchange.ts';
import { slackId } from './ids.ts';
import { checkResponse, respond } from './responding.ts';
import type { ResponseUrl } from './responseUrls.ts';
import type { Outgoing, Receipt, Retry } from './transport.ts';
import type { View } from './views.ts';

/** Events that nobody acknowledged come three times more. */
const MOST_RETRIES = 3;

type Setup = Omit<ExchangeSetup, 'id' | 'shown'>;

/** @param outgoing what is sent, given the id that response_urls and triggers lead back to */
export function act(core: Core, setup: Setup, outgoing: (id: string) => readonly Outgoing[]): Exchange {
  const exchange = new Exchange({ ...setup, id: slackId('X'), shown: core.shown });
  core.exchanges.set(exchange.id, exchange);
  exchange.outgoing = outgoing(exchange.id);
  for (const each of exchange.outgoing) send(core, exchange, each, null);
  return exchange;
}

/** @throws Error where nobody would receive it */
export function send(core: Core, exchange: Exchange, outgoing: Outgoing, retry: Retry | null): void {
  // A socket that is not there throws here, where the test that acts is told.
  const sending = core.transport.send(outgoing, retry);
  void sending.then((receipt) => settle(core, exchange, outgoing, receipt));
}

function settle(core: Core, exchange: Exchange, outgoing: Outgoing, receipt: Receipt): void {
  if (receipt.outcome === 'acknowledged') takeResponse(core, exchange, outgoing, receipt.response);
  else if (outgoing.type === 'events_api') retryLater(core, exchange, outgoing, receipt);
  else if (receipt.outcome !== 'dropped') {
    core.report(`${exchange.name} was not acknowledged: ${receipt.outcome}, status ${receipt.status}`);
  }
  exchange.receipts.add(receipt);
}

function retryLater(core: Core, exchange: Exchange, outgoing: Outgoing, { retry, outcome }: Receipt): void {
  const number = (retry?.number ?? 0) + 1;
  if (!core.settings.retries || number > MOST_RETRIES) return;
  const reason = outcome === 'silent' ? 'timeout' : 'http_error';
  try {
    send(core, exchange, outgoing, { number, reason });
  } catch {
    core.report(`${exchange.name} can't be delivered again: nobody would receive it`);
  }
}

function takeResponse(core: Core, exchange: Exchange, outgoing: Outgoing, response: unknown): void {
  const isEmpty = response === undefined || response === null;
  const isForm = outgoing.payload['type'] === 'view_submission';
  if (isForm && isEmpty) closeSubmitted(core, exchange);
  else if (isForm) takeViewResponse(core, exchange, response as Record<string, unknown>);
  else if (!isEmpty && outgoing.type === 'slash_commands') answerCommand(core, exchange, outgoing, response);
  else if (!isEmpty)
    core.report(`The acknowledgement of ${exchange.name} carries what Slack ignores: ${JSON.stringify(response)}`);
}

function answerCommand(core: Core, exchange: Exchange, { payload }: Outgoing, response: unknown): void {
  const by = `the acknowledgement of ${exchange.name}`;
  if (checkResponse(core, by, response).some(({ isRefused }) => isRefused)) return;
  const url: ResponseUrl = {
    exchangeId: exchange.id,
    team: exchange.team,
    channel: String(payload['channel_id']),
    user: exchange.user,
    original: null,
  };
  respond(core, url, response as Record<string, unknown>, 'acknowledgement');
}

function closeSubmitted(core: Core, exchange: Exchange): void {
  const view = submitted(core, exchange);
  if (view !== undefined) core.views.close(view);
}

function submitted(core: Core, { outgoing }: Exchange): View | undefined {
  const { id } = (outgoing[0]?.payload['view'] ?? {}) as { id?: string };
  return core.views.find({ id });
}

function takeViewResponse(core: Core, exchange: Exchange, response: Readonly<Record<string, unknown>>): void {
  const view = submitted(core, exchange);
  const by = `the acknowledgement of ${exchange.name}`;
  const exchangeId = exchange.id;
  if (view === undefined) return;
  switch (response['response_action']) {
    case 'clear':
      core.views.close(view, { all: true });
      break;
    case 'errors':
      show(core, { kind: 'errors', by, body: response['errors'], exchangeId });
      break;
    case 'update':
    case 'push':
      takeView(core, view, response, { by, exchangeId });
      break;
    default:
      core.report(`${by}: no response_action "${String(response['response_action'])}"`);
  }
}

function takeView(
  core: Core,
  view: View,
  { response_action: action, view: body }: Readonly<Record<string, unknown>>,
  how: { readonly by: string; readonly exchangeId: string },
): void {
  const breaches = [...breachesOf(modalView, body, ['view']), ...breachesOfBlocks(body, ['view'], core.mayMention)];
  for (const { path, reason } of breaches) core.report(`${how.by}: ${path}: ${reason}`);
  if (breaches.some(({ isRefused }) => isRefused)) return;
  const sent = body as View['body'];
  const shown = action === 'update' ? core.views.update(view, sent) : core.views.push(view.team, view.user, sent, view);
  show(core, { kind: 'view', ...how, body, view: shown });
}
