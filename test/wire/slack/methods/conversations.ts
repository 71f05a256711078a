// Channels and people: conversations.open, conversations.info, conversations.join, users.info; and what was said before:
// conversations.history, conversations.replies.
import { z } from 'zod';
import type { Answer } from '../../httpAnswer.ts';
import { ok, refused } from '../answers.ts';
import type { Message } from '../messages.ts';
import { channelObject, messageObject, userObject } from '../objects.ts';
import type { Channel } from '../world.ts';
import { type Call, type Method, textOf } from './method.ts';

const READS = { public: 'channels:read', private: 'groups:read', im: 'im:read', mpim: 'mpim:read' } as const;

const HISTORY = {
  public: 'channels:history',
  private: 'groups:history',
  im: 'im:history',
  mpim: 'mpim:history',
} as const;

const list = {
  channel: z.string().min(1),
  oldest: z.exactOptional(z.string().regex(/^\d+(?:\.\d+)?$/u)),
  inclusive: z.exactOptional(z.boolean()),
  include_all_metadata: z.exactOptional(z.boolean()),
  limit: z.exactOptional(z.coerce.number().int().min(1).max(999)),
  cursor: z.exactOptional(z.string()),
};

export const CONVERSATION_METHODS: readonly Method[] = [
  {
    name: 'conversations.open',
    token: 'bot',
    scopes: ['im:write', 'mpim:write', 'channels:manage', 'groups:write'],
    shape: z.strictObject({
      users: z.exactOptional(z.string().min(1)),
      channel: z.exactOptional(z.string().min(1)),
      return_im: z.exactOptional(z.boolean()),
      prevent_creation: z.exactOptional(z.boolean()),
    }),
    answer: (call) => {
      const { state } = call.core;
      const users = textOf(call, 'users').split(',');
      if (users.length > 1) {
        call.core.report('conversations.open: the local Slack knows no direct messages among several people.');
        return refused('internal_error');
      }
      const found = state.findPerson(users[0] ?? '');
      if (found === undefined) return refused('user_not_found');
      const there = state.directWith(call.workspace.id, found.person);
      return ok({
        channel: call.args['return_im'] === true ? channelObject(call.workspace.id, there) : { id: there.id },
      });
    },
  },
  {
    name: 'conversations.info',
    token: 'bot',
    scopes: Object.values(READS),
    shape: z.strictObject({
      channel: z.string().min(1),
      include_locale: z.exactOptional(z.boolean()),
      include_num_members: z.exactOptional(z.boolean()),
    }),
    answer: (call) => {
      const there = seen(call);
      if (there === undefined) return refused('channel_not_found');
      const needed = READS[there.kind];
      if (!call.core.state.scopesIn(call.workspace.id).includes(needed)) return refused('missing_scope', { needed });
      return ok({ channel: channelObject(call.workspace.id, there) });
    },
  },
  {
    name: 'conversations.join',
    token: 'bot',
    scopes: ['channels:join'],
    shape: z.strictObject({ channel: z.string().min(1) }),
    answer: (call) => {
      const there = seen(call);
      if (there === undefined) return refused('channel_not_found');
      if (there.kind !== 'public') return refused('method_not_supported_for_channel_type');
      if (there.isArchived) return refused('is_archived');
      const joined = { ...there, hasBot: true };
      call.core.state.putChannel(call.workspace.id, joined);
      return ok({ channel: channelObject(call.workspace.id, joined) });
    },
  },
  {
    name: 'conversations.history',
    token: 'bot',
    scopes: Object.values(HISTORY),
    shape: z.strictObject(list),
    // The newest first, without what was said in threads.
    answer: (call) =>
      said(call, (message) => message.threadTs === null || message.threadTs === message.ts, {
        isNewestFirst: true,
      }),
  },
  {
    name: 'conversations.replies',
    token: 'bot',
    scopes: Object.values(HISTORY),
    shape: z.strictObject({ ...list, ts: z.string().min(1) }),
    answer: (call) => {
      const ts = textOf(call, 'ts');
      if (call.core.messages.find(textOf(call, 'channel'), ts) === undefined) return refused('thread_not_found');
      return said(call, (message) => message.ts === ts || message.threadTs === ts, { isNewestFirst: false });
    },
  },
  {
    name: 'users.info',
    token: 'bot',
    scopes: ['users:read'],
    shape: z.strictObject({ user: z.string().min(1), include_locale: z.exactOptional(z.boolean()) }),
    answer: (call) => {
      const found = call.core.state.findPerson(textOf(call, 'user'));
      if (found === undefined) return refused('user_not_found');
      const withLocale = call.args['include_locale'] === true;
      return ok({ user: userObject(call.workspace.id, found.person, withLocale) });
    },
  },
];

/** A channel that the bot can see. */
function seen(call: Call): Channel | undefined {
  const { state } = call.core;
  const there = state.findChannel(textOf(call, 'channel'));
  if (there === undefined || state.teamOf(there) !== call.workspace.id) return undefined;
  return there.hasBot || there.kind === 'public' ? there : undefined;
}

/** A page of what the bot can see, with a cursor where there is more. */
function said(
  call: Call,
  isWanted: (message: Message) => boolean,
  { isNewestFirst }: { isNewestFirst: boolean },
): Answer {
  const there = seen(call);
  if (there === undefined) return refused('channel_not_found');
  const needed = HISTORY[there.kind];
  if (!call.core.state.scopesIn(call.workspace.id).includes(needed)) return refused('missing_scope', { needed });
  if (!there.hasBot) return refused('not_in_channel');
  const { oldest, limit = 100, cursor, include_all_metadata: withMetadata } = call.args;
  const all = call.core.messages
    .in(there.id)
    .filter((message) => message.ephemeralTo === null && isWanted(message))
    .filter(({ ts }) => oldest === undefined || Number(ts) >= Number(oldest));
  if (isNewestFirst) all.reverse();
  const from = Number(cursor ?? 0);
  const page = all.slice(from, from + Number(limit));
  const hasMore = from + page.length < all.length;
  return ok({
    messages: page.map((message) => {
      const { metadata, ...rest } = messageObject(call.core, message);
      return withMetadata === true && metadata !== undefined ? { ...rest, metadata } : rest;
    }),
    has_more: hasMore,
    ...(hasMore ? { response_metadata: { next_cursor: String(from + page.length) } } : {}),
  });
}
