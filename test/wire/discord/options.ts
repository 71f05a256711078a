// The options of a command as a person fills them in: what Discord's client would let them send, and how it is sent.
import {
  type APIApplicationCommand,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  type APIInteractionDataResolved,
  type APIInteractionDataResolvedChannel,
  type APIInteractionDataResolvedGuildMember,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';
import { channelObject, memberWithoutUser, roleObjects, userObject } from './objects.ts';
import { channelPermissions } from './permissions.ts';
import type { Channel, Guild, Person, Role } from './world.ts';

/** By the option's name: text, a number, yes or no, or somebody or something of the world. */
export type Values = Readonly<Record<string, string | number | boolean | Person | Channel | Role>>;

interface Filled {
  readonly options: APIApplicationCommandInteractionDataOption[];
  readonly resolved: APIInteractionDataResolved;
}

export interface Filling {
  readonly guild: Guild | undefined;
  /** The channel of an id, as it is now. */
  readonly getChannel: (id: string) => Channel;
  /** The option that is being typed; the others need not be complete then. */
  readonly focused?: string;
}

/**
 * Fills in a command.
 * @param path "iran-talks who said": the command, and the subcommand with its group where it has them
 * @throws Error for what Discord's client would not send
 */
export function fillOptions(
  command: APIApplicationCommand,
  path: readonly string[],
  values: Values,
  how: Filling,
): Filled {
  const [step, ...rest] = path;
  const options = command.options ?? [];
  if (step !== undefined) {
    const branch = options.find(({ name }) => name === step);
    if (branch === undefined || !('options' in branch || branch.type <= Type.SubcommandGroup)) {
      throw new Error(`"${command.name}" has no subcommand or group "${step}": there are ${namesOf(options)}.`);
    }
    const inner = fillOptions({ ...command, name: branch.name, options: optionsOf(branch) }, rest, values, how);
    const filled = { type: branch.type, name: branch.name, options: inner.options };
    return { ...inner, options: [filled as APIApplicationCommandInteractionDataOption] };
  }
  if (options.some(({ type }) => type === Type.Subcommand || type === Type.SubcommandGroup)) {
    throw new Error(`"${command.name}" needs one of its subcommands: ${namesOf(options)}.`);
  }
  return fillValues(command, options, values, how);
}

function optionsOf(option: APIApplicationCommandOption): APIApplicationCommandOption[] {
  return 'options' in option ? (option.options ?? []) : [];
}

function namesOf(options: readonly APIApplicationCommandOption[]): string {
  return options.map(({ name }) => `"${name}"`).join(', ') || 'none';
}

function fillValues(
  { name }: APIApplicationCommand,
  options: readonly APIApplicationCommandOption[],
  values: Values,
  how: Filling,
): Filled {
  const unknown = Object.keys(values).find((key) => !options.some((option) => option.name === key));
  if (unknown !== undefined) throw new Error(`"${name}" has no option "${unknown}": there are ${namesOf(options)}.`);
  const missing = options.find((option) => option.required === true && values[option.name] === undefined);
  if (missing !== undefined && how.focused === undefined)
    throw new Error(`"${name}" needs the option "${missing.name}".`);
  const resolved: APIInteractionDataResolved = {};
  // In the order of the definition, as Discord sends them.
  const filled = options.flatMap((option) => {
    const value = values[option.name];
    return value === undefined ? [] : [fillOne(option, value, how, resolved)];
  });
  return { options: filled, resolved };
}

function fillOne(
  option: APIApplicationCommandOption,
  value: Values[string],
  how: Filling,
  resolved: APIInteractionDataResolved,
): APIApplicationCommandInteractionDataOption {
  const { name, type } = option;
  const isFocused = how.focused === name;
  if (isFocused && !('autocomplete' in option && option.autocomplete === true)) {
    throw new Error(`The option "${name}" has no autocompletion.`);
  }
  const sent = typeof value === 'object' ? resolve(type, value, how, resolved) : value;
  const fault = isFocused ? undefined : faultOf(option, sent);
  if (fault !== undefined) throw new Error(`Discord does not send ${JSON.stringify(sent)} as "${name}": ${fault}.`);
  return {
    name,
    type,
    value: sent,
    ...(isFocused ? { focused: true } : {}),
  } as APIApplicationCommandInteractionDataOption;
}

const KINDS: Readonly<Partial<Record<Type, 'string' | 'number' | 'boolean'>>> = {
  [Type.Integer]: 'number',
  [Type.Number]: 'number',
  [Type.Boolean]: 'boolean',
};

function faultOf(option: APIApplicationCommandOption, value: string | number | boolean): string | undefined {
  const kind = KINDS[option.type] ?? 'string';
  if (typeof value !== kind) return `it must be a ${kind}`;
  if (option.type === Type.Integer && !Number.isInteger(value)) return 'it must be a whole number';
  if ('choices' in option && option.choices !== undefined && option.choices.length > 0) {
    return option.choices.some((choice) => choice.value === value) ? undefined : 'it is none of the choices';
  }
  const { min_length = 0, max_length = 6_000 } = option as { min_length?: number; max_length?: number };
  const { min_value = -Infinity, max_value = Infinity } = option as { min_value?: number; max_value?: number };
  if (typeof value === 'string' && value.length < min_length) return `it is shorter than ${min_length} characters`;
  if (typeof value === 'string' && value.length > max_length) return `it is longer than ${max_length} characters`;
  if (typeof value === 'string' && value === '') return 'it is empty';
  return typeof value === 'number' && (value < min_value || value > max_value) ? 'it is out of range' : undefined;
}

/** Puts somebody or something beside the options, and gives the id that stands in the option. */
function resolve(
  type: Type,
  value: Person | Channel | Role,
  { guild, getChannel }: Filling,
  resolved: APIInteractionDataResolved,
): string {
  const { id } = value;
  if ('isBot' in value && (type === Type.User || type === Type.Mentionable)) {
    resolved.users = { ...resolved.users, [id]: userObject(value) };
    if (guild !== undefined) {
      const { deaf, mute, ...rest } = memberWithoutUser(guild, value);
      const found = { ...rest, permissions: '0' } satisfies APIInteractionDataResolvedGuildMember;
      resolved.members = { ...resolved.members, [id]: found };
    }
  } else if ('overwrites' in value && type === Type.Channel) {
    const permissions = guild === undefined ? '0' : String(channelPermissions(guild, getChannel(id), ''));
    const found = { ...channelObject(getChannel(id)), permissions } as unknown as APIInteractionDataResolvedChannel;
    resolved.channels = { ...resolved.channels, [id]: found };
  } else if ('permissions' in value && (type === Type.Role || type === Type.Mentionable)) {
    const found = guild === undefined ? undefined : roleObjects(guild).find((each) => each.id === id);
    if (found === undefined) throw new Error(`The role "${value.name}" is not in this guild.`);
    resolved.roles = { ...resolved.roles, [id]: found };
  } else throw new Error(`"${value.name}" is nothing for an option of type ${Type[type]}.`);
  return id;
}
