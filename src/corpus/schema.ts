// The shapes of the four kinds of corpus files, as zod reads them. An unknown key is a fault: it is nearly always a
// misspelt known one, and what it was meant to say would be lost. Faults are put into words in `faults.ts`.
// zod/mini: the same checks at half the size, and every start of the program reads them.
import * as z from 'zod/mini';

const text = z.string().check(z.refine((value) => value.trim() !== '', 'is empty'));
const day = z.iso.date();

/** Characters. A platform refuses a message whose link, heading or footer is too long; chosen by eye, far above what is printed. */
const MOST = { title: 500, outlet: 200, url: 2_000 };

/** Front matter of `articles/<id>.md`. */
export const frontMatterSchema = z.strictObject({
  title: text.check(z.maxLength(MOST.title)),
  outlet: text.check(z.maxLength(MOST.outlet)),
  url: z.url({ protocol: /^https?$/ }).check(z.maxLength(MOST.url)),
  publishedOn: day,
  updatedOn: z.optional(day),
  retrievedOn: day,
  // BCP 47 as far as news needs it: a language, and a script or a region behind it.
  language: z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)),
  byline: z.optional(text),
  captions: z.optional(z.array(text)),
  status: z._default(z.enum(['usable', 'corrected', 'withdrawn']), 'usable'),
  note: z.optional(text),
  // The id of the article that has the same text and was there first.
  sameTextAs: z.optional(text),
});

const speakerId = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

/** `speakers.yaml` as a whole; its entries are parsed one by one, so that a fault in one does not hide those of others. */
export const speakersSchema = z.array(z.unknown());

/** One entry of `speakers.yaml`. */
export const speakerSchema = z.strictObject({
  id: speakerId,
  name: text,
  kind: z.enum(['person', 'office', 'government', 'body', 'outlet']),
  pronoun: z.enum(['he', 'she', 'they', 'it']),
  aliases: z._default(z.array(text), []),
  spellings: z._default(z.record(text, z.array(text).check(z.minLength(1))), {}),
  roles: z._default(
    z.array(
      z.strictObject({
        title: text,
        from: z.optional(day),
        to: z.optional(day),
        speaksFor: z.optional(speakerId),
        names: z._default(z.array(text), []),
      }),
    ),
    [],
  ),
  speaksFor: z.optional(speakerId),
});

/** `terms.yaml`. */
export const termsSchema = z.array(z.array(text).check(z.minLength(2)));

/** `articles/<id>.corrections.yaml`; its entries are parsed one by one, as those of `speakers.yaml`. */
export const correctionsSchema = z.array(z.unknown());

/** One entry of it. */
export const correctionSchema = z.strictObject({
  // A number, or a text: the passage's id within the article.
  passage: z.union([z.number(), z.string()]).check(z.refine((value) => /^c?[1-9]\d*$/.test(String(value)))),
  words: text,
  speaker: z.optional(speakerId),
  name: z.optional(text),
  nobody: z.optional(z.literal(true)),
  saidOn: z.optional(z.union([day, z.strictObject({ from: day, to: day })])),
  content: z.optional(text),
  by: z.optional(text),
  on: z.optional(day),
  reason: z.optional(text),
});
