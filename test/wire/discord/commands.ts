// The commands that the app has registered, global or of one guild, kept and returned as Discord does.
import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { newId } from './ids.ts';
import { APP_ID } from './world.ts';

/** null: global; else a guild's id. */
export type Scope = string | null;

export class Commands {
  readonly #byScope = new Map<Scope, APIApplicationCommand[]>();

  in(scope: Scope): readonly APIApplicationCommand[] {
    return this.#byScope.get(scope) ?? [];
  }

  get(scope: Scope, id: string): APIApplicationCommand | undefined {
    return this.in(scope).find((command) => command.id === id);
  }

  /** Takes the place of all commands of a scope; one of the same name and type keeps its id. */
  overwrite(scope: Scope, bodies: readonly RESTPostAPIApplicationCommandsJSONBody[]): readonly APIApplicationCommand[] {
    this.#byScope.set(
      scope,
      bodies.map((body) => this.#made(scope, body)),
    );
    return this.in(scope);
  }

  /** Adds one, or takes the place of the one of the same name and type. */
  put(scope: Scope, body: RESTPostAPIApplicationCommandsJSONBody): APIApplicationCommand {
    const command = this.#made(scope, body);
    this.#byScope.set(scope, [...this.in(scope).filter(({ id }) => id !== command.id), command]);
    return command;
  }

  change(scope: Scope, command: APIApplicationCommand, fields: object): APIApplicationCommand {
    const changed = { ...command, ...fields, version: newId() };
    this.#byScope.set(
      scope,
      this.in(scope).map((each) => (each.id === command.id ? changed : each)),
    );
    return changed;
  }

  remove(scope: Scope, id: string): void {
    this.#byScope.set(
      scope,
      this.in(scope).filter((command) => command.id !== id),
    );
  }

  /** The command that a person sees: a guild's own before the global one. */
  find(guildId: Scope, name: string, type: ApplicationCommandType): APIApplicationCommand | undefined {
    const isWanted = (command: APIApplicationCommand) => command.name === name && command.type === type;
    const ofGuild = guildId === null ? undefined : this.in(guildId).find(isWanted);
    return ofGuild ?? this.in(null).find(isWanted);
  }

  #made(scope: Scope, body: RESTPostAPIApplicationCommandsJSONBody): APIApplicationCommand {
    const type = body.type ?? ApplicationCommandType.ChatInput;
    const before = this.in(scope).find((each) => each.name === body.name && each.type === type);
    const made = asKept(scope, type, body);
    // Discord gives a new version only to what has changed.
    const isSame =
      before !== undefined &&
      JSON.stringify({ ...before, version: '' }) === JSON.stringify({ ...made, id: before.id, version: '' });
    return { ...made, id: before?.id ?? made.id, version: isSame ? before.version : made.version };
  }
}

function asKept(
  scope: Scope,
  type: ApplicationCommandType,
  body: RESTPostAPIApplicationCommandsJSONBody,
): APIApplicationCommand {
  const options = 'options' in body ? body.options : undefined;
  return {
    id: newId(),
    application_id: APP_ID,
    version: newId(),
    default_member_permissions: body.default_member_permissions ?? null,
    type,
    name: body.name,
    name_localizations: (body.name_localizations ?? null) as LocalizationMap | null,
    description: ('description' in body ? body.description : '') ?? '',
    description_localizations: (body.description_localizations ?? null) as LocalizationMap | null,
    nsfw: body.nsfw ?? false,
    ...(options === undefined || options.length === 0 ? {} : { options: options.map(asKeptOption) }),
    ...(scope === null
      ? {
          dm_permission: true,
          contexts: body.contexts ?? null,
          integration_types: body.integration_types ?? [ApplicationIntegrationType.GuildInstall],
        }
      : { guild_id: scope }),
  };
}

/** Discord does not return what is false. */
function asKeptOption(option: APIApplicationCommandOption): APIApplicationCommandOption {
  const kept = Object.fromEntries(
    Object.entries(option).filter(
      ([key, value]) => !((key === 'required' || key === 'autocomplete') && value === false),
    ),
  );
  const inner = 'options' in option ? { options: (option.options ?? []).map(asKeptOption) } : {};
  return { ...kept, ...inner } as APIApplicationCommandOption;
}

/** Without `with_localizations`, GET leaves the other languages out. */
export function withoutLocalizations<T extends object>(value: T): T {
  const plain = (each: unknown): unknown => {
    if (Array.isArray(each)) return each.map(plain);
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(
      Object.entries(each)
        .filter(([key]) => key !== 'name_localizations' && key !== 'description_localizations')
        .map(([key, inner]) => [key, plain(inner)]),
    );
  };
  return plain(value) as T;
}
