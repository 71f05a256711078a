// Channels and people: conversations.open, conversations.info, conversations.join, users.info.
import { z } from 'zod';
import { ok, refused } from '../answers.ts';
import { channelObject, userObject } from '../objects.ts';
import type { Channel } from '../world.ts';
import { type Call, type Method, textOf } from './method.ts';

const READS = { public: 'channels:read', private: 'groups:read', im: 'im:read', mpim: 'mpim:read' } as const;

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
