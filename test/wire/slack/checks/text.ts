// The pieces that shapes are made of: texts of a length, ids, addresses, confirmation.
import { z } from 'zod';
import { LIMITS } from './limits.ts';

export function words(most: number): z.ZodString {
  return z.string().min(1).max(most);
}

export function plain(most: number) {
  return z.strictObject({ type: z.literal('plain_text'), text: words(most), emoji: z.exactOptional(z.boolean()) });
}

function mrkdwn(most: number) {
  return z.strictObject({ type: z.literal('mrkdwn'), text: words(most), verbatim: z.exactOptional(z.boolean()) });
}

export function anyText(most: number) {
  return z.discriminatedUnion('type', [plain(most), mrkdwn(most)]);
}

export const blockId = z.exactOptional(words(LIMITS.blockId));
export const actionId = z.exactOptional(words(LIMITS.actionId));

export const webUrl = z
  .string()
  .max(LIMITS.url)
  .refine(
    (text) => !/\s/u.test(text) && URL.canParse(text) && /^https?:/u.test(text),
    'must be an http or https address',
  );

export const confirm = z.exactOptional(
  z.strictObject({
    title: z.exactOptional(plain(LIMITS.confirmTitle)),
    text: anyText(LIMITS.confirmText),
    confirm: z.exactOptional(plain(LIMITS.confirmButton)),
    deny: z.exactOptional(plain(LIMITS.confirmButton)),
    style: z.exactOptional(z.enum(['primary', 'danger'])),
  }),
);

const picture = { type: z.literal('image'), alt_text: words(LIMITS.altText) };
const slackFile = z.union([z.strictObject({ id: words(255) }), z.strictObject({ url: webUrl })]);

/** An image within another block. */
export const image = z
  .strictObject({ ...picture, image_url: z.exactOptional(webUrl), slack_file: z.exactOptional(slackFile) })
  .refine(
    (each) => (each.image_url === undefined) !== (each.slack_file === undefined),
    'needs image_url or slack_file',
  );

export const imageBlock = z
  .strictObject({
    ...picture,
    block_id: blockId,
    title: z.exactOptional(plain(LIMITS.imageTitle)),
    image_url: z.exactOptional(webUrl),
    slack_file: z.exactOptional(slackFile),
  })
  .refine(
    (each) => (each.image_url === undefined) !== (each.slack_file === undefined),
    'needs image_url or slack_file',
  );
