// Bodies of messages, new or edited, from wherever they are sent: their shape, Components V2 or not, what is left to show, and
// this project's promise to ping nobody.
import {
  AllowedMentionsTypes,
  type APIMessage,
  type APIMessageTopLevelComponent,
  MessageFlags,
  MessageReferenceType,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { type Breach, breach, breachesOf } from '../../breach.ts';
import { layout, rows } from './components.ts';
import { embeds } from './embeds.ts';
import { LIMITS } from './limits.ts';
import { flags, snowflake, words } from './text.ts';
import { walk } from './walk.ts';

/**
 * Where a message's body goes: `channel` is a new message of the bot's own, `response` an interaction's first or a follow-up,
 * `edit` a change of any message.
 */
export type MessageUse = 'channel' | 'response' | 'edit';

export interface MessageContext {
  readonly use: MessageUse;
  /** The message that is edited. */
  readonly existing: Pick<APIMessage, 'content' | 'embeds' | 'components' | 'attachments' | 'flags'> | null;
  /** How many files were sent with it. */
  readonly files: number;
}

const NEW = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;
const FLAGS: Readonly<Record<MessageUse, number>> = {
  channel: NEW,
  response: NEW | MessageFlags.Ephemeral,
  // Whether a message is private is settled when it is sent.
  edit: MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2,
};

const attachment = z.strictObject({
  id: z.union([z.int().min(0), z.string().regex(/^\d+$/u)]),
  filename: z.exactOptional(words(LIMITS.fileDescription)),
  title: z.exactOptional(z.string()),
  description: z.exactOptional(z.string().max(LIMITS.fileDescription)),
  is_spoiler: z.exactOptional(z.boolean()),
});

/** As Discord takes it; what this project may send is narrower: `pings`. */
const allowedMentions = z.strictObject({
  parse: z.exactOptional(z.array(z.enum(AllowedMentionsTypes)).max(3)),
  roles: z.exactOptional(z.array(snowflake).max(100)),
  users: z.exactOptional(z.array(snowflake).max(100)),
  replied_user: z.exactOptional(z.boolean()),
});

const content = z.string().max(LIMITS.content);
// Checked on their own, once it is known which rules they follow.
const components = z.custom<APIMessageTopLevelComponent[]>(Array.isArray, 'must be an array');
const attachments = z.array(attachment).max(LIMITS.files);

/** discord.js writes these into every body; Discord passes over them where they mean nothing. */
const idle = { tts: z.exactOptional(z.boolean()), enforce_nonce: z.exactOptional(z.boolean()) };

function newShape(use: 'channel' | 'response') {
  return z.strictObject({
    ...idle,
    content: z.exactOptional(content),
    embeds: z.exactOptional(embeds),
    components: z.exactOptional(components),
    attachments: z.exactOptional(attachments),
    allowed_mentions: z.exactOptional(allowedMentions),
    flags: z.exactOptional(flags(FLAGS[use])),
  });
}

const SHAPES = {
  channel: newShape('channel')
    .extend({
      nonce: z.exactOptional(z.union([z.int(), words(LIMITS.nonce)])),
      message_reference: z.exactOptional(
        z.strictObject({
          type: z.exactOptional(z.literal(MessageReferenceType.Default)),
          message_id: snowflake,
          channel_id: z.exactOptional(snowflake),
          guild_id: z.exactOptional(snowflake),
          fail_if_not_exists: z.exactOptional(z.boolean()),
        }),
      ),
    })
    .refine((body) => body.enforce_nonce !== true || body.nonce !== undefined, 'enforce_nonce needs a nonce'),
  response: newShape('response'),
  edit: z.strictObject({
    ...idle,
    content: z.exactOptional(content.nullable()),
    embeds: z.exactOptional(embeds.nullable()),
    components: z.exactOptional(components.nullable()),
    attachments: z.exactOptional(attachments),
    allowed_mentions: z.exactOptional(allowedMentions.nullable()),
    flags: z.exactOptional(flags(FLAGS.edit).nullable()),
  }),
} satisfies {
  channel: z.ZodType<RESTPostAPIChannelMessageJSONBody>;
  response: z.ZodType<RESTPostAPIChannelMessageJSONBody>;
  edit: z.ZodType<RESTPatchAPIChannelMessageJSONBody>;
};

/** Every breach of a message's body; `at` is its place in a larger body, such as `data`. */
export function checkMessage(body: unknown, context: MessageContext, at: readonly PropertyKey[] = []): Breach[] {
  const breaches = breachesOf(SHAPES[context.use], body, at);
  if (typeof body !== 'object' || body === null) return breaches;
  const record = body as Readonly<Record<string, unknown>>;
  if (context.files > LIMITS.files)
    breaches.push(breach([...at, 'files'], `may be ${LIMITS.files}, not ${context.files}`));
  return [
    ...breaches,
    ...checkComponents(record, context, at),
    ...checkShown(record, context, at),
    ...checkPings(record, at),
  ];
}

type Body = Readonly<Record<string, unknown>>;

function isLayout(body: Body, { existing }: MessageContext): boolean {
  // The flag can't be taken away again.
  return ((Number(body['flags'] ?? 0) | (existing?.flags ?? 0)) & MessageFlags.IsComponentsV2) !== 0;
}

function checkComponents(body: Body, context: MessageContext, at: readonly PropertyKey[]): Breach[] {
  const sent = body['components'];
  const isV2 = isLayout(body, context);
  const shape = Array.isArray(sent) ? breachesOf(isV2 ? layout : rows, sent, [...at, 'components']) : [];
  return [...shape, ...checkNames(sent, at), ...(isV2 ? checkLayout(body, context, at) : [])];
}

/** `custom_id` and `id` are unique in a message. */
function checkNames(sent: unknown, at: readonly PropertyKey[]): Breach[] {
  const all = walk(sent, [...at, 'components']);
  return ['custom_id', 'id'].flatMap((key) => {
    const seen = new Set<unknown>();
    return all.flatMap(({ component, path }) => {
      const name = component[key];
      // An id of 0 counts as none.
      if (name === undefined || name === 0) return [];
      if (seen.has(name)) return [breach([...path, key], `is used twice: ${JSON.stringify(name)}`)];
      seen.add(name);
      return [];
    });
  });
}

function checkLayout(body: Body, { existing }: MessageContext, at: readonly PropertyKey[]): Breach[] {
  const all = walk(body['components']);
  const text = all.reduce((sum, { component }) => sum + lengthOf(component['content']), 0);
  const breaches: Breach[] = [];
  if (all.length > LIMITS.components) {
    breaches.push(breach([...at, 'components'], `has ${all.length} components; ${LIMITS.components} may be`));
  }
  if (text > LIMITS.componentText) {
    breaches.push(breach([...at, 'components'], `has ${text} characters; ${LIMITS.componentText} may be`));
  }
  // What the message had before must be taken away, with null, when it becomes one of Components V2.
  const forbidden = (['content', 'embeds'] as const).filter(
    (key) => lengthOf(body[key] === undefined ? existing?.[key] : body[key]) > 0,
  );
  return [...breaches, ...forbidden.map((key) => breach([...at, key], 'may not stand beside Components V2'))];
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : 0;
}

/** A message shows something; an edit may empty one part, not all. */
function checkShown(body: Body, { use, existing, files }: MessageContext, at: readonly PropertyKey[]): Breach[] {
  // An edit of what is not there is refused for that.
  if (use === 'edit' && existing === null) return [];
  const isShown = (['content', 'embeds', 'components', 'attachments'] as const).some((key) => {
    const part = body[key] === undefined ? existing?.[key] : body[key];
    // What is of a wrong type is reported as that.
    if (typeof part !== 'string' && !Array.isArray(part)) return part !== undefined && part !== null;
    return typeof part === 'string' ? part.trim() !== '' : part.length > 0;
  });
  return isShown || files > 0 ? [] : [breach(at, 'shows nothing: no content, embed, component or file')];
}

const NOBODY = z.strictObject({
  parse: z.array(z.never()),
  roles: z.exactOptional(z.array(z.never())),
  users: z.exactOptional(z.array(z.never())),
  replied_user: z.exactOptional(z.literal(false)),
});

/** Text of articles and people may hold mentions; without this field Discord parses all of them. */
function checkPings(body: Body, at: readonly PropertyKey[]): Breach[] {
  if (NOBODY.safeParse(body['allowed_mentions']).success) return [];
  return [breach([...at, 'allowed_mentions'], 'must be {"parse": []}, so that the message pings nobody', false)];
}
