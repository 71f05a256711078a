// The agent view: assistant.threads.setSuggestedPrompts, setStatus, setTitle.
import { z } from 'zod';
import { breach } from '../../breach.ts';
import type { Answer } from '../../httpAnswer.ts';
import { ok, refused } from '../answers.ts';
import { LIMITS } from '../checks/limits.ts';
import { show } from '../core.ts';
import type { ShownKind } from '../shown.ts';
import { type Call, type Method, textOf } from './method.ts';

const thread = { channel_id: z.string().min(1), thread_ts: z.string().min(1) };

export const ASSISTANT_METHODS: readonly Method[] = [
  {
    name: 'assistant.threads.setSuggestedPrompts',
    token: 'bot',
    scopes: ['assistant:write'],
    shape: z.strictObject({
      ...thread,
      thread_ts: z.exactOptional(thread.thread_ts),
      title: z.exactOptional(z.string().min(1)),
      prompts: z
        .array(z.strictObject({ title: z.string().min(1), message: z.string().min(1) }))
        .min(1)
        .max(LIMITS.prompts),
    }),
    check: ({ args }) => {
      const prompts = args['prompts'];
      if (!Array.isArray(prompts)) return [];
      const titles = (prompts as { title?: unknown }[]).map(({ title }) => title);
      return new Set(titles).size === titles.length ? [] : [breach(['prompts'], 'must have different titles', false)];
    },
    answer: (call) => inDirect(call, 'prompts'),
  },
  {
    name: 'assistant.threads.setStatus',
    token: 'bot',
    scopes: ['assistant:write', 'chat:write'],
    shape: z.strictObject({
      ...thread,
      status: z.string(),
      loading_messages: z.exactOptional(z.array(z.string().min(1)).max(10)),
    }),
    answer: (call) => inDirect(call, 'status'),
  },
  {
    name: 'assistant.threads.setTitle',
    token: 'bot',
    scopes: ['assistant:write'],
    shape: z.strictObject({ ...thread, title: z.string().min(1) }),
    answer: (call) => inDirect(call, 'title'),
  },
];

function inDirect(call: Call, kind: ShownKind): Answer {
  const there = call.core.state.findChannel(textOf(call, 'channel_id'));
  if (there === undefined || call.core.state.teamOf(there) !== call.workspace.id) return refused('channel_not_found');
  show(call.core, { kind, by: 'assistant.threads', body: call.args });
  return ok();
}
