// The pieces that shapes are made of: text of a length, ids, addresses, flags.
import { z } from 'zod';
import { LIMITS } from './limits.ts';

/** Text that must show something: Discord takes white space for nothing. */
export function words(most: number): z.ZodString {
  return z
    .string()
    .max(most)
    .refine((text) => text.trim() !== '', 'must not be empty');
}

export const snowflake = z.string().regex(/^\d{17,20}$/u, 'must be a snowflake');

export const customId = words(LIMITS.customId);

/** Where a reader is sent. */
export const webUrl = z
  .string()
  .max(LIMITS.url)
  .refine((text) => protocolOf(text) === 'http:' || protocolOf(text) === 'https:', 'must be an http or https address');

/** A picture: on the web, or a file of the same message. */
export const mediaUrl = z
  .string()
  .max(LIMITS.url)
  .refine((text) => ['http:', 'https:', 'attachment:'].includes(protocolOf(text)), 'must be http, https or attachment');

function protocolOf(text: string): string {
  // Discord refuses addresses with white space, which URL would mend.
  return /\s/u.test(text) || !URL.canParse(text) ? '' : new URL(text).protocol;
}

/** A whole number with no bit but those of `allowed`. */
export function flags(allowed: number): z.ZodNumber {
  return z
    .int()
    .min(0)
    .refine((bits) => (bits & ~allowed) === 0, `may only have the flags ${allowed} here`);
}

export const emoji = z.strictObject({
  id: z.exactOptional(snowflake),
  name: z.exactOptional(z.string().min(1)),
  animated: z.exactOptional(z.boolean()),
});

/** The optional number that names a component. */
export const componentId = z.exactOptional(
  z
    .int()
    .min(0)
    .max(2 ** 31 - 1),
);
