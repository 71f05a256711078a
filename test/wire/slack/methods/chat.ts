// Messages of the bot: chat.postMessage, chat.postEphemeral, chat.update, chat.delete.
import { z } from 'zod';
import type { Answer } from '../../httpAnswer.ts';
import { ok, refused } from '../answers.ts';
import { breachesOfContent, breachesOfUnfurling, content } from '../checks/messages.ts';
import { show } from '../core.ts';
import { announce } from '../events.ts';
import type { Draft, Message } from '../messages.ts';
import { messageObject } from '../objects.ts';
import { namedBlocks } from '../views.ts';
import type { Channel } from '../world.ts';
import { type Call, type Method, textOf } from './method.ts';

const channel = z.string().min(1);
const ts = z.string().regex(/^\d+\.\d{6}$/u, 'must be a timestamp');
const post = { ...content, channel, thread_ts: z.exactOptional(ts) };

export const CHAT_METHODS: readonly Method[] = [
  {
    name: 'chat.postMessage',
    token: 'bot',
    scopes: ['chat:write'],
    shape: z.strictObject({
      ...post,
      unfurl_links: z.exactOptional(z.boolean()),
      unfurl_media: z.exactOptional(z.boolean()),
      reply_broadcast: z.exactOptional(z.boolean()),
    }),
    check: ({ args, core }) => [...breachesOfContent(args, core.mayMention), ...breachesOfUnfurling(args)],
    answer: (call) =>
      inChannel(call, (there) => {
        const thread = textOf(call, 'thread_ts');
        if (thread !== '' && call.core.messages.find(there.id, thread) === undefined)
          return refused('thread_not_found');
        const message = call.core.messages.add(draftOf(call, there, null));
        show(call.core, { kind: 'post', by: 'chat.postMessage', body: call.args, message });
        announce(call.core, message);
        return ok({ channel: there.id, ts: message.ts, message: messageObject(call.core, message) });
      }),
  },
  {
    name: 'chat.postEphemeral',
    token: 'bot',
    scopes: ['chat:write'],
    shape: z.strictObject({ ...post, user: z.string() }),
    check: ({ args, core }) => breachesOfContent(args, core.mayMention),
    answer: (call) =>
      inChannel(call, (there) => {
        const user = textOf(call, 'user');
        if (call.core.state.findPerson(user) === undefined) return refused('user_not_in_channel');
        const message = call.core.messages.add(draftOf(call, there, user));
        show(call.core, { kind: 'ephemeral', by: 'chat.postEphemeral', body: call.args, message });
        return ok({ message_ts: message.ts });
      }),
  },
  {
    name: 'chat.update',
    token: 'bot',
    scopes: ['chat:write'],
    shape: z.strictObject({ ...content, channel, ts, reply_broadcast: z.exactOptional(z.boolean()) }),
    check: ({ args, core }) => breachesOfContent(args, core.mayMention),
    answer: (call) =>
      withOwn(call, 'cant_update_message', (old) => {
        const message = call.core.messages.change(old, changeOf(call.args));
        show(call.core, { kind: 'update', by: 'chat.update', body: call.args, message });
        announce(call.core, message, old);
        return ok({
          channel: message.channel,
          ts: message.ts,
          text: message.text,
          message: messageObject(call.core, message),
        });
      }),
  },
  {
    name: 'chat.delete',
    token: 'bot',
    scopes: ['chat:write'],
    shape: z.strictObject({ channel, ts }),
    answer: (call) =>
      withOwn(call, 'cant_delete_message', (message) => {
        call.core.messages.remove(message);
        show(call.core, { kind: 'deletion', by: 'chat.delete', body: call.args, message });
        return ok({ channel: message.channel, ts: message.ts });
      }),
  },
];

/** What changes of a message: blocks that are not sent go, as on Slack, where text is. */
export function changeOf(
  body: Readonly<Record<string, unknown>>,
): Pick<Message, 'text' | 'blocks'> & { metadata?: unknown } {
  const { text = '', blocks = [], metadata } = body;
  return {
    text: String(text),
    blocks: namedBlocks(blocks as Record<string, unknown>[]),
    ...(metadata === undefined ? {} : { metadata }),
  };
}

function draftOf(call: Call, there: Channel, ephemeralTo: string | null): Draft {
  const { thread_ts: threadTs } = call.args;
  return {
    ...changeOf(call.args),
    channel: there.id,
    threadTs: typeof threadTs === 'string' ? threadTs : null,
    botId: call.workspace.botId,
    ephemeralTo,
  };
}

/** Answers for a channel in which the bot may write; somebody's id means their direct messages. */
export function inChannel(call: Call, answer: (there: Channel) => Answer): Answer {
  const there = channelOf(call);
  if (there === undefined) return refused('channel_not_found');
  if (there.isArchived) return refused('is_archived');
  if (!there.hasBot && there.kind !== 'public') return refused('channel_not_found');
  const mayBeOutside = call.core.state.scopesIn(call.workspace.id).includes('chat:write.public');
  if (!there.hasBot && !mayBeOutside) return refused('not_in_channel');
  const { text, blocks } = call.args;
  const isEmpty = (text === undefined || text === '') && (!Array.isArray(blocks) || blocks.length === 0);
  return isEmpty ? refused('no_text') : answer(there);
}

function channelOf(call: Call): Channel | undefined {
  const { state } = call.core;
  const id = textOf(call, 'channel');
  const somebody = state.findPerson(id);
  if (somebody !== undefined) return state.directWith(call.workspace.id, somebody.person);
  const there = state.findChannel(id);
  return there !== undefined && state.teamOf(there) === call.workspace.id ? there : undefined;
}

function withOwn(call: Call, error: string, answer: (message: Message) => Answer): Answer {
  const there = channelOf(call);
  if (there === undefined) return refused('channel_not_found');
  const message = call.core.messages.find(there.id, textOf(call, 'ts'));
  // A private answer is no message of the channel.
  if (message === undefined || message.ephemeralTo !== null) return refused('message_not_found');
  return message.botId === call.workspace.botId ? answer(message) : refused(error);
}
