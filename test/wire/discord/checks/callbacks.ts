// First responses to interactions: which type of response which interaction may get, and the body of each.
import {
  type APICommandAutocompleteInteractionResponseCallbackData,
  type APIInteraction,
  ApplicationCommandOptionType,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { type Breach, breach, breachesOf } from '../../breach.ts';
import { localizations } from './commands.ts';
import { LIMITS } from './limits.ts';
import { checkMessage, type MessageContext } from './messages.ts';
import { checkModal } from './modals.ts';
import { flags, words } from './text.ts';

/** Type 12 needs an activity and type 10 is gone: this app has neither. */
const MESSAGES = [
  InteractionResponseType.ChannelMessageWithSource,
  InteractionResponseType.DeferredChannelMessageWithSource,
];
const UPDATES = [InteractionResponseType.DeferredMessageUpdate, InteractionResponseType.UpdateMessage];

/** What an interaction may be answered with, by its type. */
function allowedTypes(interaction: APIInteraction): readonly InteractionResponseType[] {
  switch (interaction.type) {
    case InteractionType.Ping:
      return [InteractionResponseType.Pong];
    case InteractionType.ApplicationCommand:
      return [...MESSAGES, InteractionResponseType.Modal];
    case InteractionType.MessageComponent:
      return [...MESSAGES, ...UPDATES, InteractionResponseType.Modal];
    case InteractionType.ApplicationCommandAutocomplete:
      return [InteractionResponseType.ApplicationCommandAutocompleteResult];
    case InteractionType.ModalSubmit:
      // A modal that a button opened may change the button's message.
      return interaction.message === undefined ? MESSAGES : [...MESSAGES, ...UPDATES];
    default:
      throw new Error('An interaction of a type that nobody documented.');
  }
}

/** Every breach of a first response. `context.existing` is the message that a component is on. */
export function checkCallback(
  body: unknown,
  interaction: APIInteraction,
  context: Omit<MessageContext, 'use'>,
): Breach[] {
  const shape = breachesOf(
    z.strictObject({ type: z.enum(InteractionResponseType), data: z.exactOptional(z.unknown()) }),
    body,
  );
  if (shape.length > 0) return shape;
  const { type, data } = body as { type: InteractionResponseType; data?: unknown };
  if (!allowedTypes(interaction).includes(type)) {
    const name = `${InteractionResponseType[type]} (${type})`;
    return [breach(['type'], `${name} is no response to ${InteractionType[interaction.type]}`)];
  }
  return checkData(type, data, interaction, context);
}

function checkData(
  type: InteractionResponseType,
  data: unknown,
  interaction: APIInteraction,
  { existing, files }: Omit<MessageContext, 'use'>,
): Breach[] {
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
      return checkMessage(data, { use: 'response', existing: null, files }, ['data']);
    case InteractionResponseType.UpdateMessage:
      return checkMessage(data ?? {}, { use: 'edit', existing, files }, ['data']);
    case InteractionResponseType.DeferredChannelMessageWithSource:
      return breachesOf(deferral, data, ['data']);
    case InteractionResponseType.ApplicationCommandAutocompleteResult:
      return breachesOf(choices, data, ['data']).concat(checkChoiceTypes(data, interaction));
    case InteractionResponseType.Modal:
      return checkModal(data, ['data']);
    default:
      return breachesOf(z.undefined(), data, ['data']);
  }
}

/** A deferral settles whether the answer is private, and nothing else. */
const deferral = z.exactOptional(z.strictObject({ flags: z.exactOptional(flags(MessageFlags.Ephemeral)) })).optional();

const choices = z.strictObject({
  choices: z
    .array(
      z.strictObject({
        name: words(LIMITS.choiceName),
        name_localizations: z.exactOptional(localizations(words(LIMITS.choiceName)).nullable()),
        value: z.union([words(LIMITS.choiceValue), z.number()]),
      }),
    )
    .max(LIMITS.choices),
}) satisfies z.ZodType<APICommandAutocompleteInteractionResponseCallbackData>;

/** Values are of the type of the option that is typed into. */
function checkChoiceTypes(data: unknown, interaction: APIInteraction): Breach[] {
  const sent = (data as { choices?: unknown } | undefined)?.choices;
  const focused = focusedOption(interaction);
  if (!Array.isArray(sent) || focused === undefined) return [];
  const isText = focused.type === ApplicationCommandOptionType.String;
  return sent.flatMap((choice: { value?: unknown } | null, position) => {
    const isRight = typeof choice?.value === (isText ? 'string' : 'number');
    const kind = isText ? 'text' : 'a number';
    return isRight ? [] : [breach(['data', 'choices', position, 'value'], `must be ${kind}, as "${focused.name}" is`)];
  });
}

interface SentOption {
  readonly name: string;
  readonly type: ApplicationCommandOptionType;
  readonly focused?: boolean;
  readonly options?: readonly SentOption[];
}

/** The option that somebody types into, at whatever depth. */
function focusedOption(interaction: APIInteraction): SentOption | undefined {
  const within = (options: readonly SentOption[] = []): SentOption | undefined =>
    options.map((each) => (each.focused === true ? each : within(each.options))).find((each) => each !== undefined);
  return within((interaction.data as { options?: readonly SentOption[] } | undefined)?.options);
}
