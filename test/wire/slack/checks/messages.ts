// Bodies of messages, from wherever they are sent: what Slack refuses, and what this project has promised.
import { z } from 'zod';
import { type Breach, breach, breachesOf } from '../../breach.ts';
import { messageBlocks } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { breachesOfBlocks, breachesOfMarkup } from './markup.ts';
import { textsOf } from './walk.ts';

export const metadata = z.strictObject({
  event_type: z.string().min(1),
  event_payload: z.record(z.string(), z.unknown()),
});

/** What every message may have. */
export const content = {
  text: z.exactOptional(z.string().max(LIMITS.text)),
  blocks: z.exactOptional(messageBlocks),
  mrkdwn: z.exactOptional(z.boolean()),
  parse: z.exactOptional(z.enum(['none', 'full'])),
  link_names: z.exactOptional(z.boolean()),
  metadata: z.exactOptional(metadata),
};

/** What shapes do not say. */
export function breachesOfContent(body: unknown, mayMention: readonly RegExp[]): Breach[] {
  const { text, blocks = [], parse, link_names } = body as Record<string, unknown>;
  const fallback = typeof text === 'string' ? text : '';
  const long = textsOf(blocks, []).reduce((sum, each) => sum + each.text.length, 0);
  return [
    ...(fallback.trim() === '' ? [breach(['text'], 'must be there, for notifications and screen readers', false)] : []),
    ...(fallback.length > LIMITS.fallbackText
      ? [breach(['text'], `has ${fallback.length} characters; ${LIMITS.fallbackText} may be`, false)]
      : []),
    ...(long > LIMITS.blockText
      ? [breach(['blocks'], `has ${long} characters over all blocks; ${LIMITS.blockText} may be`, false)]
      : []),
    ...(parse === 'full' || link_names === true
      ? [breach([parse === 'full' ? 'parse' : 'link_names'], 'makes names ring for people', false)]
      : []),
    ...breachesOfMarkup(fallback, ['text'], mayMention),
    ...breachesOfBlocks(blocks, ['blocks'], mayMention),
  ];
}

/** A new message of the bot must unfold no links. */
export function breachesOfUnfurling(body: unknown): Breach[] {
  const given = body as Record<string, unknown>;
  return ['unfurl_links', 'unfurl_media']
    .filter((key) => given[key] !== false)
    .map((key) => breach([key], 'must be false: no link unfolds', false));
}

/** What goes to a response_url, and what acknowledges a command. */
export const response = z.strictObject({
  ...content,
  response_type: z.exactOptional(z.enum(['in_channel', 'ephemeral'])),
  replace_original: z.exactOptional(z.boolean()),
  delete_original: z.exactOptional(z.boolean()),
  thread_ts: z.exactOptional(z.string()),
  unfurl_links: z.exactOptional(z.boolean()),
  unfurl_media: z.exactOptional(z.boolean()),
});

export function breachesOfResponse(body: unknown, mayMention: readonly RegExp[]): Breach[] {
  const shape = breachesOf(response, body);
  if (typeof body !== 'object' || body === null) return shape;
  const deletes = (body as Record<string, unknown>)['delete_original'] === true;
  return deletes ? shape : [...shape, ...breachesOfContent(body, mayMention)];
}
