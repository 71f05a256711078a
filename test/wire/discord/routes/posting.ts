// Whether the bot may post in a channel, and what Discord says if not.
import { type APIMessage, MessageFlags, PermissionFlagsBits, RESTJSONErrorCodes } from 'discord-api-types/v10';
import type { Answer } from '../../httpAnswer.ts';
import { refusal } from '../answers.ts';
import { type Core, mayApp } from '../core.ts';
import { isThread } from '../permissions.ts';
import { isDirectWithApp } from '../state.ts';
import type { Channel } from '../world.ts';
import type { Call } from './route.ts';

export const MISSING_ACCESS = refusal(403, RESTJSONErrorCodes.MissingAccess, 'Missing Access');
export const MISSING_PERMISSIONS = refusal(403, RESTJSONErrorCodes.MissingPermissions, 'Missing Permissions');
export const UNKNOWN_MESSAGE = refusal(404, RESTJSONErrorCodes.UnknownMessage, 'Unknown Message');

/** Answers for a channel that the app can see. */
export function inChannel(call: Call, answer: (channel: Channel) => Answer): Answer {
  const channel = call.core.state.findChannel(call.params['channel'] ?? '');
  if (channel === undefined) return refusal(404, RESTJSONErrorCodes.UnknownChannel, 'Unknown Channel');
  return mayApp(call.core, channel, PermissionFlagsBits.ViewChannel) ? answer(channel) : MISSING_ACCESS;
}

/** Answers for a message of it. */
export function withMessage(call: Call, answer: (channel: Channel, message: APIMessage) => Answer): Answer {
  return inChannel(call, (channel) => {
    const message = call.core.messages.find(channel.id, call.params['message'] ?? '');
    // A private answer is no message of the channel.
    return message === undefined || isPrivate(message) ? UNKNOWN_MESSAGE : answer(channel, message);
  });
}

export function isPrivate({ flags }: APIMessage): boolean {
  return ((flags ?? 0) & MessageFlags.Ephemeral) !== 0;
}

/** What the bot may not do here; undefined: it may post this. */
export function refusalToPost({ core, body, files }: Call, channel: Channel): Answer | undefined {
  if (isDirectWithApp(channel) && channel.people.some(({ takesMessages }) => !takesMessages)) {
    return refusal(403, RESTJSONErrorCodes.CannotSendMessagesToThisUser, 'Cannot send messages to this user');
  }
  const { embeds = [], message_reference: reference } = body as { embeds?: unknown[]; message_reference?: unknown };
  const needed =
    (isThread(channel) ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages) |
    (embeds.length > 0 ? PermissionFlagsBits.EmbedLinks : 0n) |
    (files.length > 0 ? PermissionFlagsBits.AttachFiles : 0n);
  if (!mayApp(core, channel, needed)) return MISSING_PERMISSIONS;
  if (channel.isLocked) return refusal(400, RESTJSONErrorCodes.InvalidActionOnArchivedThread, 'Thread is archived');
  return reference === undefined ? undefined : refusalToReply(core, channel, reference as Reference);
}

interface Reference {
  readonly message_id: string;
  readonly fail_if_not_exists?: boolean;
}

function refusalToReply(core: Core, channel: Channel, reference: Reference): Answer | undefined {
  if (!mayApp(core, channel, PermissionFlagsBits.ReadMessageHistory)) {
    const code = RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory;
    return refusal(403, code, 'Cannot reply without permission to read message history');
  }
  const isThere = core.messages.find(channel.id, reference.message_id) !== undefined;
  if (isThere || reference.fail_if_not_exists === false) return undefined;
  return refusal(400, RESTJSONErrorCodes.InvalidFormBodyOrContentType, 'Invalid Form Body', {
    message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] },
  });
}
