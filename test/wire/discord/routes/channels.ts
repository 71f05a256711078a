// Channels, their messages and threads, and direct messages.
import {
  type APIMessage,
  type APIThreadChannel,
  ChannelType,
  GatewayDispatchEvents,
  MessageFlags,
  PermissionFlagsBits,
  RESTJSONErrorCodes,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { type Breach, breachesOf } from '../../breach.ts';
import type { Answer } from '../../httpAnswer.ts';
import { NO_CONTENT, ok, refusal } from '../answers.ts';
import { LIMITS } from '../checks/limits.ts';
import { checkMessage } from '../checks/messages.ts';
import { snowflake, words } from '../checks/text.ts';
import { announceDeletion, announceMessage, mayApp } from '../core.ts';
import { newId } from '../ids.ts';
import { channelObject, threadObject, userObject } from '../objects.ts';
import { isThread } from '../permissions.ts';
import { INTENT_OF } from '../session.ts';
import { BOT } from '../state.ts';
import { APP_ID, type Channel } from '../world.ts';
import { inChannel, isPrivate, MISSING_PERMISSIONS, refusalToPost, withMessage } from './posting.ts';
import type { Call, Route } from './route.ts';

function post(call: Call): Answer {
  return inChannel(call, (channel) => {
    const refused = refusalToPost(call, channel);
    if (refused !== undefined) return refused;
    const { core, files } = call;
    const body = call.body as RESTPostAPIChannelMessageJSONBody;
    const same = core.messages
      .in(channel.id)
      .find(({ nonce, author }) => body.enforce_nonce === true && nonce === body.nonce && author.id === APP_ID);
    if (same !== undefined) return ok(same);
    const replyTo = core.messages.find(channel.id, body.message_reference?.message_id ?? '');
    const mayMention = body.allowed_mentions === undefined || (body.allowed_mentions.parse ?? []).length > 0;
    const message = core.messages.add({
      channel,
      author: BOT,
      draft: { ...body, files } as Parameters<typeof core.messages.add>[0]['draft'],
      mayMention,
      ...(replyTo === undefined ? {} : { replyTo }),
    });
    announceMessage(core, 'create', message);
    core.posted.add(message);
    return ok(message);
  });
}

function change(call: Call): Answer {
  return withMessage(call, (_, message) => {
    if (message.author.id !== APP_ID) {
      const code = RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser;
      return refusal(403, code, 'Cannot edit a message authored by another user');
    }
    const body = call.body as RESTPatchAPIChannelMessageJSONBody;
    const changed = call.core.messages.change(message, { ...draftOf(body), files: call.files });
    announceMessage(call.core, 'update', changed);
    return ok(changed);
  });
}

/** The fields of a body that a message keeps. */
export function draftOf({ content, embeds, components, flags }: RESTPatchAPIChannelMessageJSONBody) {
  return {
    ...(content === undefined ? {} : { content }),
    ...(embeds === undefined ? {} : { embeds }),
    ...(components === undefined ? {} : { components }),
    ...(flags === undefined ? {} : { flags }),
  };
}

function remove(call: Call): Answer {
  return withMessage(call, (channel, message) => {
    const isOwn = message.author.id === APP_ID;
    if (!isOwn && !mayApp(call.core, channel, PermissionFlagsBits.ManageMessages)) return MISSING_PERMISSIONS;
    call.core.messages.remove(message);
    announceDeletion(call.core, message);
    return NO_CONTENT;
  });
}

/** Without the intent for content it is as empty as in events. */
function read(call: Call): Answer {
  return withMessage(call, (_, message) => ok(readAgain(call, message)));
}

/** A nonce is told once, to whoever sent it. */
function readAgain({ core }: Call, message: APIMessage): APIMessage {
  const { nonce: _, ...kept } = core.messages.seen(message, false);
  return kept;
}

/** Without the permission for what was before there is nothing; behind `after` come the next ones, not the newest. */
function list(call: Call): Answer {
  return inChannel(call, (channel) => {
    if (!mayApp(call.core, channel, PermissionFlagsBits.ReadMessageHistory)) return ok([]);
    const { id } = channel;
    const limit = Number(call.query.get('limit') ?? 50);
    const [before, after] = [call.query.get('before'), call.query.get('after')];
    const all = call.core.messages
      .in(id)
      .filter((message) => !isPrivate(message))
      .filter((message) => before === null || BigInt(message.id) < BigInt(before))
      .filter((message) => after === null || BigInt(message.id) > BigInt(after));
    const some = after === null ? all.slice(-limit) : all.slice(0, limit);
    return ok([...some].reverse().map((message) => readAgain(call, message)));
  });
}

/** The app's own reading and writing, where Discord keeps nothing that a test could see. */
function acknowledge(call: Call): Answer {
  return inChannel(call, () => NO_CONTENT);
}

const threadBody = z.strictObject({
  name: words(LIMITS.threadName),
  auto_archive_duration: z.exactOptional(z.literal([60, 1_440, 4_320, 10_080])),
  rate_limit_per_user: z.exactOptional(z.int().min(0).max(21_600)),
  type: z.exactOptional(z.literal([ChannelType.PublicThread, ChannelType.PrivateThread])),
  invitable: z.exactOptional(z.boolean()),
});

function checkThread({ body }: Call): Breach[] {
  return breachesOf(threadBody, body);
}

function beginThread(call: Call): Answer {
  return inChannel(call, (parent) => {
    if (!mayApp(call.core, parent, PermissionFlagsBits.CreatePublicThreads)) return MISSING_PERMISSIONS;
    if (isThread(parent)) {
      const code = RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType;
      return refusal(400, code, 'Cannot execute action on this channel type');
    }
    const from = call.core.messages.find(parent.id, call.params['message'] ?? '');
    if (from === undefined && call.params['message'] !== undefined) {
      return refusal(404, RESTJSONErrorCodes.UnknownMessage, 'Unknown Message');
    }
    if (from !== undefined && call.core.state.findChannel(from.id) !== undefined) {
      const code = RESTJSONErrorCodes.ThreadAlreadyCreatedForMessage;
      return refusal(400, code, 'A thread has already been created for this message');
    }
    const { name, type } = call.body as z.output<typeof threadBody>;
    const thread = threadIn(parent, { id: from?.id ?? newId(), name, type: type ?? ChannelType.PublicThread });
    call.core.state.putChannel(thread);
    if (from !== undefined) {
      const flags = ((from.flags ?? 0) | MessageFlags.HasThread) as MessageFlags;
      announceMessage(call.core, 'update', call.core.messages.mark(from, { flags, thread: threadObject(thread) }));
    }
    announceThread(call.core, thread);
    return { status: 201, body: threadObject(thread) };
  });
}

export function threadIn(parent: Channel, fields: Pick<Channel, 'id' | 'name' | 'type'>): Channel {
  return { ...parent, ...fields, parentId: parent.id, overwrites: [], isArchived: false, isLocked: false };
}

export function announceThread(core: Call['core'], thread: Channel): void {
  const data: APIThreadChannel & { newly_created: true } = { ...threadObject(thread), newly_created: true };
  core.gateway.dispatch(GatewayDispatchEvents.ThreadCreate, data, {
    guildId: thread.guildId,
    intent: INTENT_OF.guilds,
  });
}

const dmBody = z.strictObject({ recipient_id: snowflake });

function openDirect({ core, body }: Call): Answer {
  const user = core.state.findPerson((body as z.output<typeof dmBody>).recipient_id);
  if (user === undefined) return refusal(404, RESTJSONErrorCodes.UnknownUser, 'Unknown User');
  return ok(channelObject(core.state.directWith(user)));
}

function readUser({ core, params }: Call): Answer {
  const user = core.state.findPerson(params['user'] ?? '');
  return user === undefined ? refusal(404, RESTJSONErrorCodes.UnknownUser, 'Unknown User') : ok(userObject(user));
}

const CHANNEL = '/channels/:channel';
const MESSAGES = `${CHANNEL}/messages`;
const MESSAGE = `${MESSAGES}/:message`;

export const CHANNEL_ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: CHANNEL,
    needsToken: true,
    answer: (call) => inChannel(call, (channel) => ok(channelObject(channel))),
  },
  { method: 'POST', path: `${CHANNEL}/typing`, needsToken: true, answer: acknowledge },
  { method: 'PUT', path: `${CHANNEL}/thread-members/@me`, needsToken: true, answer: acknowledge },
  {
    method: 'POST',
    path: MESSAGES,
    needsToken: true,
    check: ({ body, files }) => checkMessage(body, { use: 'channel', existing: null, files: files.length }),
    answer: post,
  },
  { method: 'GET', path: MESSAGES, needsToken: true, answer: list },
  { method: 'GET', path: MESSAGE, needsToken: true, answer: read },
  {
    method: 'PATCH',
    path: MESSAGE,
    needsToken: true,
    check: ({ core, params, body, files }) =>
      checkMessage(body, {
        use: 'edit',
        existing: core.messages.find(params['channel'] ?? '', params['message'] ?? '') ?? null,
        files: files.length,
      }),
    answer: change,
  },
  { method: 'DELETE', path: MESSAGE, needsToken: true, answer: remove },
  { method: 'POST', path: `${CHANNEL}/threads`, needsToken: true, check: checkThread, answer: beginThread },
  { method: 'POST', path: `${MESSAGE}/threads`, needsToken: true, check: checkThread, answer: beginThread },
  {
    method: 'POST',
    path: '/users/@me/channels',
    needsToken: true,
    check: ({ body }) => breachesOf(dmBody, body),
    answer: openDirect,
  },
  { method: 'GET', path: '/users/:user', needsToken: true, answer: readUser },
];
