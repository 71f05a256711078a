// Embeds: https://docs.discord.com/developers/resources/message#embed-object (read November 2026).
import type { APIEmbed } from 'discord-api-types/v10';
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { mediaUrl, webUrl, words } from './text.ts';

const picture = z.strictObject({ url: mediaUrl });

export const embed = z
  .strictObject({
    title: z.exactOptional(words(LIMITS.embedTitle)),
    description: z.exactOptional(words(LIMITS.embedDescription)),
    url: z.exactOptional(webUrl),
    timestamp: z.exactOptional(z.iso.datetime({ offset: true })),
    color: z.exactOptional(z.int().min(0).max(0xff_ff_ff)),
    footer: z.exactOptional(z.strictObject({ text: words(LIMITS.embedFooter), icon_url: z.exactOptional(mediaUrl) })),
    image: z.exactOptional(picture),
    thumbnail: z.exactOptional(picture),
    author: z.exactOptional(
      z.strictObject({
        name: words(LIMITS.embedAuthor),
        url: z.exactOptional(webUrl),
        icon_url: z.exactOptional(mediaUrl),
      }),
    ),
    fields: z.exactOptional(
      z
        .array(
          z.strictObject({
            name: words(LIMITS.fieldName),
            value: words(LIMITS.fieldValue),
            inline: z.exactOptional(z.boolean()),
          }),
        )
        .max(LIMITS.embedFields),
    ),
  })
  .refine(
    ({ title, description, footer, image, thumbnail, author, fields = [] }) =>
      [title, description, footer, image, thumbnail, author].some((part) => part !== undefined) || fields.length > 0,
    'must show something',
  ) satisfies z.ZodType<APIEmbed>;

/** All embeds of a message. */
export const embeds = z
  .array(embed)
  .max(LIMITS.embeds)
  .superRefine((all, context) => {
    const length = all.reduce((sum, each) => sum + lengthOf(each), 0);
    if (length <= LIMITS.embedText) return;
    context.addIssue({
      code: 'custom',
      message: `has ${length} characters over all embeds; ${LIMITS.embedText} may be`,
    });
  }) satisfies z.ZodType<APIEmbed[]>;

/** What Discord adds up to 6,000. */
function lengthOf({ title = '', description = '', footer, author, fields = [] }: z.output<typeof embed>): number {
  const ofFields = fields.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  return title.length + description.length + (footer?.text.length ?? 0) + (author?.name.length ?? 0) + ofFields;
}
