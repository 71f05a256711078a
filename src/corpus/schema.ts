// The shapes of the three kinds of corpus files, as zod reads them. An unknown key is a fault: it is nearly always a
// misspelt known one, and what it was meant to say would be lost. Faults are put into words in `faults.ts`.
import { z } from 'zod';

const text = z.string().refine((value) => value.trim() !== '', 'is empty');
const day = z.iso.date();

/** Front matter of `articles/<id>.md`. */
export const frontMatterSchema = z.strictObject({
  title: text,
  outlet: text,
  url: z.url({ protocol: /^https?$/ }),
  publishedOn: day,
  updatedOn: day.optional(),
  retrievedOn: day,
  // BCP 47 as far as news needs it: a language, and a script or a region behind it.
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  byline: text.optional(),
  captions: z.array(text).optional(),
  status: z.enum(['usable', 'corrected', 'withdrawn']).default('usable'),
  note: text.optional(),
});

const speakerId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** `speakers.yaml` as a whole; its entries are parsed one by one, so that a fault in one does not hide those of others. */
export const speakersSchema = z.array(z.unknown());

/** One entry of `speakers.yaml`. */
export const speakerSchema = z.strictObject({
  id: speakerId,
  name: text,
  kind: z.enum(['person', 'office', 'government', 'body', 'outlet']),
  pronoun: z.enum(['he', 'she', 'they', 'it']),
  aliases: z.array(text).default([]),
  spellings: z.record(text, z.array(text).min(1)).default({}),
  roles: z
    .array(
      z.strictObject({
        title: text,
        from: day.optional(),
        to: day.optional(),
        speaksFor: speakerId.optional(),
        names: z.array(text).default([]),
      }),
    )
    .default([]),
  speaksFor: speakerId.optional(),
});

/** `terms.yaml`. */
export const termsSchema = z.array(z.array(text).min(2));
