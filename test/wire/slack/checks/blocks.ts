// Blocks: https://docs.slack.dev/reference/block-kit/blocks (read November 2026). What this project does not use (files, videos, cards,
// carousels, containers, tasks, plans, alerts, data tables) is no block that is known here.
import { z } from 'zod';
import { chart } from './chart.ts';
import { button, choices, feedbackButtons, iconButton, overflow, selects, textInput } from './elements.ts';
import { LIMITS } from './limits.ts';
import { richText, table } from './richText.ts';
import { anyText, blockId, image, imageBlock, plain, words } from './text.ts';

type Named = { readonly action_id?: string | undefined };

function haveOwnIds(elements: readonly Named[]): boolean {
  const ids = elements.flatMap(({ action_id }) => (action_id === undefined ? [] : [action_id]));
  return new Set(ids).size === ids.length;
}

const OWN_IDS = 'must have an action_id of its own for each element';

const section = z
  .strictObject({
    type: z.literal('section'),
    block_id: blockId,
    text: z.exactOptional(anyText(LIMITS.sectionText)),
    fields: z.exactOptional(z.array(anyText(LIMITS.field)).min(1).max(LIMITS.fields)),
    accessory: z.exactOptional(z.discriminatedUnion('type', [button, image, overflow, ...selects, ...choices])),
    expand: z.exactOptional(z.boolean()),
  })
  .refine(({ text, fields }) => text !== undefined || fields !== undefined, 'needs text or fields');

const actions = z.strictObject({
  type: z.literal('actions'),
  block_id: blockId,
  elements: z
    .array(z.discriminatedUnion('type', [button, overflow, ...selects, ...choices]))
    .min(1)
    .max(LIMITS.actions)
    .refine(haveOwnIds, OWN_IDS),
});

const contextActions = z.strictObject({
  type: z.literal('context_actions'),
  block_id: blockId,
  elements: z
    .array(z.discriminatedUnion('type', [feedbackButtons, iconButton]))
    .min(1)
    .max(LIMITS.contextActions)
    .refine(haveOwnIds, OWN_IDS),
});

const context = z.strictObject({
  type: z.literal('context'),
  block_id: blockId,
  elements: z
    .array(z.union([anyText(LIMITS.contextText), image]))
    .min(1)
    .max(LIMITS.contextElements),
});

const input = z.strictObject({
  type: z.literal('input'),
  block_id: blockId,
  label: plain(LIMITS.inputLabel),
  hint: z.exactOptional(plain(LIMITS.hint)),
  optional: z.exactOptional(z.boolean()),
  dispatch_action: z.exactOptional(z.boolean()),
  element: z.discriminatedUnion('type', [textInput, ...selects, ...choices]),
});

const everywhere = [
  section,
  actions,
  context,
  imageBlock,
  z.strictObject({ type: z.literal('divider'), block_id: blockId }),
  z.strictObject({ type: z.literal('header'), block_id: blockId, text: plain(LIMITS.header) }),
  richText,
  input,
] as const;

function haveOwnBlockIds(blocks: readonly { readonly block_id?: string | undefined }[]): boolean {
  const ids = blocks.flatMap(({ block_id }) => (block_id === undefined ? [] : [block_id]));
  return new Set(ids).size === ids.length;
}

export const messageBlocks = z
  .array(
    z.discriminatedUnion('type', [
      ...everywhere,
      contextActions,
      table,
      chart,
      z.strictObject({ type: z.literal('markdown'), block_id: blockId, text: words(LIMITS.markdown) }),
    ]),
  )
  .max(LIMITS.messageBlocks)
  .refine(haveOwnBlockIds, 'must have a block_id of its own for each block')
  .refine((blocks) => blocks.filter(({ type }) => type === 'table').length <= 1, 'may have one table')
  .refine(
    (blocks) => blocks.filter(({ type }) => type === 'data_visualization').length <= LIMITS.charts,
    'may have two charts',
  )
  .refine((blocks) => {
    const all = blocks.flatMap((block) => (block.type === 'markdown' ? [block.text.length] : []));
    return all.reduce((sum, each) => sum + each, 0) <= LIMITS.markdown;
  }, `may have ${LIMITS.markdown} characters over all markdown blocks`);

export const viewBlocks = z
  .array(z.discriminatedUnion('type', [...everywhere]))
  .max(LIMITS.viewBlocks)
  .refine(haveOwnBlockIds, 'must have a block_id of its own for each block');
