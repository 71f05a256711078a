// Modals and Home tabs: https://docs.slack.dev/reference/views (read November 2026).
import { z } from 'zod';
import { viewBlocks } from './blocks.ts';
import { LIMITS } from './limits.ts';
import { plain, words } from './text.ts';

const named = {
  blocks: viewBlocks,
  callback_id: z.exactOptional(words(LIMITS.callbackId)),
  private_metadata: z.exactOptional(z.string().max(LIMITS.privateMetadata)),
  external_id: z.exactOptional(words(LIMITS.externalId)),
};

export const homeView = z.strictObject({ type: z.literal('home'), ...named });

export const modalView = z
  .strictObject({
    type: z.literal('modal'),
    ...named,
    title: plain(LIMITS.viewTitle),
    submit: z.exactOptional(plain(LIMITS.viewButton)),
    close: z.exactOptional(plain(LIMITS.viewButton)),
    clear_on_close: z.exactOptional(z.boolean()),
    notify_on_close: z.exactOptional(z.boolean()),
    submit_disabled: z.exactOptional(z.boolean()),
  })
  .refine(
    ({ blocks, submit }) => submit !== undefined || !blocks.some(({ type }) => type === 'input'),
    'needs "submit" where something is put in',
  );
