// Definitions of commands: https://docs.discord.com/developers/interactions/application-commands (read November 2026).
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  Locale,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  type RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { type Breach, breach, breachesOf } from '../../breach.ts';
import { LIMITS } from './limits.ts';
import { words } from './text.ts';

/** A name of a command or an option. Letters that have a lower case stand in it. */
const name = z
  .string()
  .regex(/^[-_\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u, 'must be 1 to 32 letters, digits, - or _')
  .refine((text) => text === text.toLowerCase(), 'must be in lower case');
const menuName = words(32);
const description = words(LIMITS.commandDescription);

/** Texts by language; only Discord's own languages are known. */
export function localizations(text: z.ZodString) {
  return z.partialRecord(z.enum(Locale), text);
}

function localized(named: z.ZodString) {
  return {
    name: named,
    name_localizations: z.exactOptional(localizations(named).nullable()),
    description,
    description_localizations: z.exactOptional(localizations(description).nullable()),
  };
}

const isRequired = z.exactOptional(z.boolean());
const isCompleted = z.exactOptional(z.boolean());

function choicesOf(value: z.ZodType) {
  return z.exactOptional(
    z
      .array(
        z.strictObject({
          name: words(LIMITS.choiceName),
          name_localizations: z.exactOptional(localizations(words(LIMITS.choiceName)).nullable()),
          value,
        }),
      )
      .max(LIMITS.choices)
      .refine((all) => new Set(all.map((each) => each.name)).size === all.length, 'must have different names'),
  );
}

const length = z.int().max(LIMITS.optionLength);

const valueOptions = [
  z.strictObject({
    ...localized(name),
    type: z.literal(ApplicationCommandOptionType.String),
    required: isRequired,
    autocomplete: isCompleted,
    choices: choicesOf(words(LIMITS.choiceValue)),
    min_length: z.exactOptional(length.min(0)),
    max_length: z.exactOptional(length.min(1)),
  }),
  z.strictObject({
    ...localized(name),
    type: z.literal(ApplicationCommandOptionType.Integer),
    required: isRequired,
    autocomplete: isCompleted,
    choices: choicesOf(z.int()),
    min_value: z.exactOptional(z.int()),
    max_value: z.exactOptional(z.int()),
  }),
  z.strictObject({
    ...localized(name),
    type: z.literal(ApplicationCommandOptionType.Number),
    required: isRequired,
    autocomplete: isCompleted,
    choices: choicesOf(z.number()),
    min_value: z.exactOptional(z.number()),
    max_value: z.exactOptional(z.number()),
  }),
  z.strictObject({
    ...localized(name),
    type: z.literal(ApplicationCommandOptionType.Channel),
    required: isRequired,
    channel_types: z.exactOptional(z.array(z.enum(ChannelType))),
  }),
  plain(ApplicationCommandOptionType.Boolean),
  plain(ApplicationCommandOptionType.User),
  plain(ApplicationCommandOptionType.Role),
  plain(ApplicationCommandOptionType.Mentionable),
  plain(ApplicationCommandOptionType.Attachment),
] as const;

function plain<
  Type extends
    | ApplicationCommandOptionType.Boolean
    | ApplicationCommandOptionType.User
    | ApplicationCommandOptionType.Role
    | ApplicationCommandOptionType.Mentionable
    | ApplicationCommandOptionType.Attachment,
>(type: Type) {
  return z.strictObject({ ...localized(name), type: z.literal(type), required: isRequired });
}

function list<Shape extends z.ZodType<{ name: string; required?: boolean }>>(shape: Shape) {
  return z
    .array(shape)
    .max(LIMITS.commandOptions)
    .refine((all) => new Set(all.map((each) => each.name)).size === all.length, 'must have different names')
    .refine(
      (all) =>
        all.every((each, at) => each.required !== true || all.slice(0, at).every((one) => one.required === true)),
      'must begin with the required ones',
    );
}

const values = list(z.discriminatedUnion('type', [...valueOptions]));

const subcommand = z.strictObject({
  ...localized(name),
  type: z.literal(ApplicationCommandOptionType.Subcommand),
  options: z.exactOptional(values),
});

const group = z.strictObject({
  ...localized(name),
  type: z.literal(ApplicationCommandOptionType.SubcommandGroup),
  options: list(subcommand).min(1),
});

const common = {
  id: z.exactOptional(z.string()),
  default_member_permissions: z.exactOptional(z.string().regex(/^\d+$/u).nullable()),
  dm_permission: z.exactOptional(z.boolean()),
  nsfw: z.exactOptional(z.boolean()),
  contexts: z.exactOptional(setOf(z.enum(InteractionContextType))),
  integration_types: z.exactOptional(setOf(z.enum(ApplicationIntegrationType))),
};

function setOf<Shape extends z.ZodType>(shape: Shape) {
  return z
    .array(shape)
    .min(1)
    .refine((all) => new Set(all).size === all.length, 'must not repeat a value');
}

const chatCommand = z.strictObject({
  ...common,
  ...localized(name),
  type: z.exactOptional(z.literal(ApplicationCommandType.ChatInput)),
  options: z.exactOptional(
    list(z.discriminatedUnion('type', [subcommand, group, ...valueOptions])).refine(
      (all) => all.every(isBranch) || !all.some(isBranch),
      'may be subcommands and groups, or values, not both',
    ),
  ),
}) satisfies z.ZodType<Omit<RESTPostAPIChatInputApplicationCommandsJSONBody, 'options'>>;

function isBranch({ type }: { type: ApplicationCommandOptionType }): boolean {
  return type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup;
}

const menuCommand = z.strictObject({
  ...common,
  type: z.literal([ApplicationCommandType.User, ApplicationCommandType.Message]),
  name: menuName,
  name_localizations: z.exactOptional(localizations(menuName).nullable()),
  description: z.exactOptional(z.literal('', 'must be empty for a command of a menu')),
}) satisfies z.ZodType<RESTPostAPIContextMenuApplicationCommandsJSONBody>;

/** Every breach of one command's definition. */
export function checkCommand(body: unknown, at: readonly PropertyKey[] = []): Breach[] {
  const type = (body as { type?: unknown } | null)?.type;
  const isMenu = type === ApplicationCommandType.User || type === ApplicationCommandType.Message;
  const breaches = breachesOf(isMenu ? menuCommand : chatCommand, body, at);
  if (typeof body !== 'object' || body === null) return breaches;
  const total = textOf(body as Definition);
  if (total > LIMITS.commandText) {
    breaches.push(
      breach(at, `has ${total} characters of names, descriptions and values; ${LIMITS.commandText} may be`),
    );
  }
  return [...breaches, ...checkCompletion(body as Definition, at)];
}

/** Every breach of a list that takes the place of all commands. */
export function checkCommands(body: unknown): Breach[] {
  if (!Array.isArray(body)) return [breach([], 'must be a list of commands')];
  const breaches = body.flatMap((command: unknown, position) => checkCommand(command, [position]));
  const kinds = body.map((command: Definition) => command?.type ?? ApplicationCommandType.ChatInput);
  body.forEach((command: Definition, position) => {
    const isTwice =
      body.findIndex((other, at) => other?.name === command?.name && kinds[at] === kinds[position]) < position;
    if (isTwice) breaches.push(breach([position, 'name'], 'is the name of another command of the same type'));
  });
  for (const type of [ApplicationCommandType.ChatInput, ApplicationCommandType.User, ApplicationCommandType.Message]) {
    const count = kinds.filter((kind) => kind === type).length;
    const most = type === ApplicationCommandType.ChatInput ? LIMITS.chatCommands : LIMITS.menuCommands;
    if (count > most) breaches.push(breach([], `has ${count} commands of type ${type}; ${most} may be`));
  }
  return breaches;
}

interface Definition {
  readonly type?: number;
  readonly name?: unknown;
  readonly name_localizations?: unknown;
  readonly description?: unknown;
  readonly description_localizations?: unknown;
  readonly value?: unknown;
  readonly autocomplete?: unknown;
  readonly choices?: unknown;
  readonly options?: unknown;
}

/** Of each text the longest, in whatever language, counts. */
function textOf(definition: Definition): number {
  const longest = (text: unknown, others: unknown) =>
    [text, ...Object.values(others ?? {})].reduce<number>((most, each) => Math.max(most, String(each ?? '').length), 0);
  const own =
    longest(definition.name, definition.name_localizations) +
    longest(definition.description, definition.description_localizations) +
    (typeof definition.value === 'string' ? definition.value.length : 0);
  return [...within(definition.options), ...within(definition.choices)].reduce((sum, each) => sum + textOf(each), own);
}

function within(list: unknown): Definition[] {
  return Array.isArray(list) ? list.filter((each) => typeof each === 'object' && each !== null) : [];
}

/** Choices are all that can be chosen; an option that is completed has none. */
function checkCompletion(definition: Definition, at: readonly PropertyKey[]): Breach[] {
  return within(definition.options).flatMap((option, position) => {
    const path = [...at, 'options', position];
    const isBoth = option.autocomplete === true && within(option.choices).length > 0;
    const own = isBoth ? [breach([...path, 'autocomplete'], 'may not stand beside choices')] : [];
    return [...own, ...checkCompletion(option, path)];
  });
}
