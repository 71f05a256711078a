// What Discord knows of the bot: /iran-talks with its subcommands, and "Check quotations" on a message. Data alone; register.ts sends it.
import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { CHECK_QUOTATIONS, COMMAND, EMPTY, type Localised, type Named, OPTIONS, SUBCOMMANDS } from './localisations.ts';

export const COMMAND_NAME = 'iran-talks';
export const CHECK_NAME = CHECK_QUOTATIONS.en;

type Option = keyof typeof OPTIONS;
type Subcommand = keyof typeof SUBCOMMANDS;

interface Use {
  readonly isRequired?: boolean;
  readonly isCompleted?: boolean;
  readonly isTruth?: boolean;
  /** What can be chosen, by its value; without it anything can be typed. */
  readonly choices?: Readonly<Record<string, Localised>>;
}

/** Units of a text of an option: Discord's own limit. */
const MAX_TEXT = 6000;

const PRIVATE = option('private', { isTruth: true });
const SPEAKER = { isRequired: true, isCompleted: true };

/** In servers, direct messages and wherever somebody has it who installed it for themselves. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
} as const;

export const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    type: ApplicationCommandType.ChatInput,
    name: COMMAND_NAME,
    description: COMMAND.en,
    description_localizations: otherLanguages(COMMAND),
    ...forEverybody(),
    options: [
      group('who', [
        subcommand('said', [
          option('words', { isRequired: true, isCompleted: true }),
          option('speaker', { isCompleted: true }),
          option('since', { isCompleted: true }),
          option('until', { isCompleted: true }),
          option('outlet', { isCompleted: true }),
          PRIVATE,
        ]),
      ]),
      subcommand('ask', [option('question', { isRequired: true }), PRIVATE]),
      subcommand('speaker', [option('name', SPEAKER), option('topic', { isCompleted: true }), PRIVATE]),
      subcommand('compare', [
        option('a', SPEAKER),
        option('b', SPEAKER),
        option('topic', { isCompleted: true }),
        PRIVATE,
      ]),
      subcommand('timeline', [
        option('topic', { isCompleted: true }),
        option('speaker', { isCompleted: true }),
        PRIVATE,
      ]),
      subcommand('check', [option('quotation', { isRequired: true, isCompleted: true }), PRIVATE]),
      subcommand('speakers', [PRIVATE]),
      subcommand('sources', [PRIVATE]),
      subcommand('source', [option('passage', { isRequired: true, isCompleted: true }), PRIVATE]),
      group('digest', [
        subcommand('on', [
          option('time', {}),
          option('zone', { isCompleted: true }),
          option('days', {}),
          option('topic', { isCompleted: true }),
          option('speaker', { isCompleted: true }),
          option('empty', { choices: EMPTY }),
        ]),
        ...(['off', 'status', 'preview', 'now', 'pause'] as const).map((name) => subcommand(name, [])),
      ]),
      subcommand('held', [option('approve', { isCompleted: true }), option('refuse', { isCompleted: true })]),
      subcommand('help', []),
    ],
  },
  {
    type: ApplicationCommandType.Message,
    name: CHECK_NAME,
    name_localizations: otherLanguages(CHECK_QUOTATIONS),
    ...forEverybody(),
  },
];

/** Digest settings and approvals are refused at run time to who does not manage the server: a permission of one subcommand alone Discord does not know. */
function forEverybody(): { contexts: InteractionContextType[]; integration_types: ApplicationIntegrationType[] } {
  return { contexts: [...EVERYWHERE.contexts], integration_types: [...EVERYWHERE.integration_types] };
}

function named({ name, description }: Named): {
  name: string;
  description: string;
  name_localizations: Omit<Localised, 'en'>;
  description_localizations: Omit<Localised, 'en'>;
} {
  return {
    name: name.en,
    description: description.en,
    name_localizations: otherLanguages(name),
    description_localizations: otherLanguages(description),
  };
}

function otherLanguages({ en: _, ...others }: Localised): Omit<Localised, 'en'> {
  return others;
}

type Leaf = Extract<APIApplicationCommandOption, { type: ApplicationCommandOptionType.Subcommand }>;
type Group = Extract<APIApplicationCommandOption, { type: ApplicationCommandOptionType.SubcommandGroup }>;

function group(name: Subcommand, options: Leaf[]): Group {
  return { type: ApplicationCommandOptionType.SubcommandGroup, ...named(SUBCOMMANDS[name]), options };
}

function subcommand(name: Subcommand, options: NonNullable<Leaf['options']>): Leaf {
  return { type: ApplicationCommandOptionType.Subcommand, ...named(SUBCOMMANDS[name]), options };
}

function option(
  name: Option,
  { isRequired = false, isCompleted = false, isTruth = false, choices }: Use,
): NonNullable<Leaf['options']>[number] {
  const shared = { ...named(OPTIONS[name]), required: isRequired };
  if (isTruth) return { type: ApplicationCommandOptionType.Boolean, ...shared };
  if (choices) {
    const all = Object.entries(choices).map(([value, name]) => {
      return { name: name.en, name_localizations: otherLanguages(name), value };
    });
    return { type: ApplicationCommandOptionType.String, ...shared, choices: all };
  }
  return { type: ApplicationCommandOptionType.String, ...shared, autocomplete: isCompleted, max_length: MAX_TEXT };
}
