// Answers to interactions: the first response, its changes and follow-ups, all with the interaction's own token.
import {
  type APIInteractionResponse,
  type APIMessage,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
  MessageType,
  RESTJSONErrorCodes,
  type RESTPostAPIInteractionCallbackWithResponseResult,
  type RESTPostAPIWebhookWithTokenJSONBody,
} from 'discord-api-types/v10';
import { type Breach, breach } from '../../breach.ts';
import type { Answer } from '../../httpAnswer.ts';
import { NO_CONTENT, ok, refusal } from '../answers.ts';
import { checkCallback } from '../checks/callbacks.ts';
import { LIMITS } from '../checks/limits.ts';
import { checkMessage } from '../checks/messages.ts';
import { announceDeletion, announceMessage } from '../core.ts';
import { type Exchange, nameOf } from '../exchange.ts';
import type { Draft } from '../messages.ts';
import { BOT } from '../state.ts';
import { draftOf } from './channels.ts';
import { UNKNOWN_MESSAGE } from './posting.ts';
import type { Call, Route } from './route.ts';

const UNKNOWN_INTERACTION = refusal(404, RESTJSONErrorCodes.UnknownInteraction, 'Unknown interaction');

function byId({ core, params }: Call): Exchange | undefined {
  const exchange = core.exchanges.get(params['interaction'] ?? '');
  return exchange?.interaction.token === params['token'] ? exchange : undefined;
}

function byToken({ core, params }: Call): Exchange | undefined {
  return [...core.exchanges.values()].find(({ interaction }) => interaction.token === params['token']);
}

function checkFirst(call: Call): Breach[] {
  const exchange = byId(call);
  if (exchange === undefined) return [];
  return checkCallback(call.body, exchange.interaction, { existing: exchange.source, files: call.files.length });
}

function respond(call: Call): Answer {
  const exchange = byId(call);
  if (exchange === undefined) return UNKNOWN_INTERACTION;
  if (exchange.isAnswered) {
    call.core.report(`${nameOf(exchange.interaction)} was answered twice: ${JSON.stringify(call.body)}`);
    const code = RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
    return refusal(400, code, 'Interaction has already been acknowledged.');
  }
  if (exchange.isOver) {
    const late = Math.round(exchange.age);
    call.core.report(
      `${nameOf(exchange.interaction)} was answered after ${late} ms: Discord waits ${LIMITS.firstResponse} ms.`,
    );
    return UNKNOWN_INTERACTION;
  }
  const response = call.body as APIInteractionResponse;
  const message = takeFirst(call, exchange, response);
  return call.query.get('with_response') === 'true' ? ok(callbackObject(exchange, response, message)) : NO_CONTENT;
}

/** Does what a first response says; gives the message that it made or changed. */
function takeFirst(call: Call, exchange: Exchange, response: APIInteractionResponse): APIMessage | null {
  const ms = exchange.age - (performance.now() - call.at);
  switch (response.type) {
    case InteractionResponseType.ChannelMessageWithSource:
    case InteractionResponseType.DeferredChannelMessageWithSource: {
      const isDeferred = response.type === InteractionResponseType.DeferredChannelMessageWithSource;
      const flags = (response.data?.flags ?? 0) | (isDeferred ? MessageFlags.Loading : 0);
      const message = send(call, exchange, { ...response.data, flags, files: call.files } as Draft);
      exchange.original = { channelId: message.channel_id, id: message.id };
      exchange.add(isDeferred ? 'deferral' : 'message', message, response.data ?? null, ms);
      return message;
    }
    case InteractionResponseType.UpdateMessage:
    case InteractionResponseType.DeferredMessageUpdate: {
      const { source } = exchange;
      if (source === null)
        throw new Error('Checked: only an interaction with a message may be answered with an update.');
      exchange.original = { channelId: source.channel_id, id: source.id };
      const isDeferred = response.type === InteractionResponseType.DeferredMessageUpdate;
      const data = isDeferred ? null : (response.data ?? null);
      const message = data === null ? source : rewrite(call, source, data);
      exchange.add(isDeferred ? 'deferral' : 'update', message, data, ms);
      return message;
    }
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      exchange.add('choices', null, response.data, ms);
      return null;
    case InteractionResponseType.Modal:
      exchange.add('modal', null, response.data, ms);
      return null;
    default:
      throw new Error(`Checked: no interaction may be answered with a response of type ${response.type}.`);
  }
}

/** Posts a message as the interaction's answer. */
function send({ core }: Call, { interaction, source }: Exchange, draft: Draft): APIMessage {
  const channel = core.state.getChannel(interaction.channel?.id ?? '');
  const isMenu = interaction.type === InteractionType.ApplicationCommand && interaction.data.type !== 1;
  const type = isMenu ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
  const user = interaction.member?.user ?? interaction.user;
  if (user === undefined) throw new Error('An interaction without a person.');
  const message = core.messages.add({
    channel,
    author: BOT,
    draft,
    mayMention: false,
    ...(source === null ? {} : { replyTo: source }),
    extra: {
      application_id: interaction.application_id,
      webhook_id: interaction.application_id,
      ...(source === null ? { type } : {}),
      interaction_metadata: {
        id: interaction.id,
        type: interaction.type,
        user,
        authorizing_integration_owners: interaction.authorizing_integration_owners,
      } as NonNullable<APIMessage['interaction_metadata']>,
    },
  });
  announceMessage(core, 'create', message);
  return message;
}

function rewrite(call: Call, message: APIMessage, body: object): APIMessage {
  const present = call.core.messages.find(message.channel_id, message.id) ?? message;
  const changed = call.core.messages.change(present, { ...draftOf(body), files: call.files });
  announceMessage(call.core, 'update', changed);
  return changed;
}

function callbackObject(
  { interaction, original }: Exchange,
  { type }: APIInteractionResponse,
  message: APIMessage | null,
): RESTPostAPIInteractionCallbackWithResponseResult {
  const flags = message?.flags ?? 0;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(original === null ? {} : { response_message_id: original.id }),
      response_message_loading: (flags & MessageFlags.Loading) !== 0,
      response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
    },
    resource: { type, ...(message === null ? {} : { message }) },
  };
}

/** Answers with the token of an interaction that has had its first response and is younger than 15 minutes. */
function withExchange(call: Call, answer: (exchange: Exchange) => Answer): Answer {
  const exchange = byToken(call);
  if (exchange === undefined || !exchange.isAnswered) {
    return refusal(404, RESTJSONErrorCodes.UnknownWebhook, 'Unknown Webhook');
  }
  if (exchange.isOver) return refusal(401, RESTJSONErrorCodes.InvalidWebhookToken, 'Invalid Webhook Token');
  return answer(exchange);
}

function namedMessage({ core, params }: Call, exchange: Exchange): APIMessage | undefined {
  const channelId = exchange.interaction.channel?.id ?? '';
  const id = params['message'] === '@original' ? exchange.original?.id : params['message'];
  const message = core.messages.find(channelId, id ?? '');
  const isOwn = message?.id === exchange.original?.id || message?.webhook_id !== undefined;
  return isOwn ? message : undefined;
}

function withAnswer(call: Call, answer: (message: APIMessage, exchange: Exchange) => Answer): Answer {
  return withExchange(call, (exchange) => {
    const message = namedMessage(call, exchange);
    return message === undefined ? UNKNOWN_MESSAGE : answer(message, exchange);
  });
}

function edit(call: Call): Answer {
  return withAnswer(call, (message, exchange) => {
    const changed = rewrite(call, message, call.body as object);
    exchange.add('edit', changed, call.body, exchange.age);
    return ok(changed);
  });
}

function remove(call: Call): Answer {
  return withAnswer(call, (message, exchange) => {
    call.core.messages.remove(message);
    if (((message.flags ?? 0) & MessageFlags.Ephemeral) === 0) announceDeletion(call.core, message);
    exchange.add('deletion', message, null, exchange.age);
    return NO_CONTENT;
  });
}

function followUp(call: Call): Answer {
  return withExchange(call, (exchange) => {
    const body = call.body as RESTPostAPIWebhookWithTokenJSONBody;
    const waiting = exchange.original === null ? undefined : loading(call, exchange.original);
    if (waiting !== undefined) {
      // The first follow-up takes the place of a deferred answer, and stays as private as that.
      const { flags = 0, ...rest } = body;
      const changed = rewrite(call, waiting, { ...rest, flags: flags & MessageFlags.IsComponentsV2 });
      exchange.add('followUp', changed, body, exchange.age);
      return ok(changed);
    }
    const isUserInstalled = exchange.interaction.authorizing_integration_owners[0] === undefined;
    const count = exchange.replies.filter(({ kind }) => kind === 'followUp').length;
    if (isUserInstalled && count >= LIMITS.followUps) {
      call.core.report(`More than ${LIMITS.followUps} follow-ups where only a person has installed the app.`);
      return refusal(400, 40_094, 'Max number of follow-ups reached');
    }
    const message = send(call, exchange, { ...body, files: call.files } as Draft);
    exchange.add('followUp', message, body, exchange.age);
    return ok(message);
  });
}

function loading({ core }: Call, { channelId, id }: NonNullable<Exchange['original']>): APIMessage | undefined {
  const message = core.messages.find(channelId, id);
  return ((message?.flags ?? 0) & MessageFlags.Loading) === 0 ? undefined : message;
}

function checkFollowUp(call: Call): Breach[] {
  const { body, files } = call;
  const breaches = checkMessage(body, { use: 'response', existing: null, files: files.length });
  const original = byToken(call)?.original;
  const waiting = original === null || original === undefined ? undefined : loading(call, original);
  const isPrivate = ((body as { flags?: number } | null)?.flags ?? 0) & MessageFlags.Ephemeral;
  const wasPrivate = (waiting?.flags ?? 0) & MessageFlags.Ephemeral;
  if (waiting === undefined || isPrivate === wasPrivate) return breaches;
  return [...breaches, breach(['flags'], 'the deferral has settled whether the answer is private', false)];
}

function checkEdit(call: Call): Breach[] {
  const exchange = byToken(call);
  const existing = exchange === undefined ? undefined : namedMessage(call, exchange);
  return checkMessage(call.body, { use: 'edit', existing: existing ?? null, files: call.files.length });
}

const WEBHOOK = '/webhooks/:app/:token';
const ANSWER = `${WEBHOOK}/messages/:message`;

export const INTERACTION_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/:interaction/:token/callback',
    needsToken: false,
    check: checkFirst,
    answer: respond,
  },
  { method: 'POST', path: WEBHOOK, needsToken: false, check: checkFollowUp, answer: followUp },
  { method: 'GET', path: ANSWER, needsToken: false, answer: (call) => withAnswer(call, (message) => ok(message)) },
  { method: 'PATCH', path: ANSWER, needsToken: false, check: checkEdit, answer: edit },
  { method: 'DELETE', path: ANSWER, needsToken: false, answer: remove },
];
