// Rich text and tables: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block and …/table-block (read November 2026), and
// the types of @slack/types 3.2.
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { blockId, webUrl } from './text.ts';

const style = z.exactOptional(
  z.strictObject({
    bold: z.exactOptional(z.boolean()),
    italic: z.exactOptional(z.boolean()),
    strike: z.exactOptional(z.boolean()),
    code: z.exactOptional(z.boolean()),
    underline: z.exactOptional(z.boolean()),
  }),
);

const piece = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({ type: z.literal('link'), url: webUrl, text: z.exactOptional(z.string().min(1)), style }),
  z.strictObject({ type: z.literal('emoji'), name: z.string().min(1), unicode: z.exactOptional(z.string()) }),
  z.strictObject({ type: z.literal('user'), user_id: z.string(), style }),
  z.strictObject({ type: z.literal('channel'), channel_id: z.string(), style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: z.string(), style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']) }),
]);

const pieces = z.array(piece);
const border = z.exactOptional(z.union([z.literal(0), z.literal(1)]));
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: pieces });

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: blockId,
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({ type: z.literal('rich_text_quote'), elements: pieces, border }),
        z.strictObject({ type: z.literal('rich_text_preformatted'), elements: pieces, border }),
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(section).min(1),
          indent: z.exactOptional(z.int().min(0)),
          offset: z.exactOptional(z.int().min(0)),
          border,
        }),
      ]),
    )
    .min(1),
});

const cell = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) }),
  z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) }),
  richText,
]);

export const table = z.strictObject({
  type: z.literal('table'),
  block_id: blockId,
  rows: z
    .array(z.array(cell).min(1).max(LIMITS.tableCells))
    .min(1)
    .max(LIMITS.tableRows)
    .refine((rows) => new Set(rows.map(({ length }) => length)).size === 1, 'must have rows of one length'),
  column_settings: z.exactOptional(
    z
      .array(
        z.strictObject({
          align: z.exactOptional(z.enum(['left', 'center', 'right'])),
          is_wrapped: z.exactOptional(z.boolean()),
        }),
      )
      .max(LIMITS.tableCells),
  ),
});
