// Who the app is, where the gateway is, and the app's commands.
import {
  type APIApplication,
  type ApplicationFlags,
  ApplicationIntegrationType,
  RESTJSONErrorCodes,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { breach } from '../../breach.ts';
import type { Answer } from '../../httpAnswer.ts';
import { NO_CONTENT, ok, refusal } from '../answers.ts';
import { checkCommand, checkCommands } from '../checks/commands.ts';
import { type Scope, withoutLocalizations } from '../commands.ts';
import { guildObject, memberObject, roleObjects, userObject } from '../objects.ts';
import { BOT } from '../state.ts';
import { APP_ID } from '../world.ts';
import type { Call, Route } from './route.ts';

const OWNER = { ...userObject({ ...BOT, name: 'Operator', isBot: false }), id: '175928847299117063' };

function application({ core }: Call): Answer {
  return ok({
    id: APP_ID,
    name: BOT.name,
    icon: null,
    description: '',
    summary: '',
    bot: userObject(BOT),
    owner: OWNER,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    team: null,
    flags: 0 as ApplicationFlags,
    flags_new: '0',
    approximate_guild_count: core.state.guilds.filter(({ hasApp }) => hasApp).length,
    integration_types_config: {
      [ApplicationIntegrationType.GuildInstall]: {},
      [ApplicationIntegrationType.UserInstall]: {},
    },
  } satisfies APIApplication);
}

function me(): Answer {
  return ok({ ...userObject(BOT), verified: true, mfa_enabled: false, email: null });
}

const ABOUT: readonly Route[] = [
  { method: 'GET', path: '/gateway', needsToken: false, answer: ({ core }) => ok({ url: core.gateway.address }) },
  { method: 'GET', path: '/gateway/bot', needsToken: true, answer: ({ core }) => ok(core.gateway.information) },
  { method: 'GET', path: '/applications/@me', needsToken: true, answer: application },
  { method: 'GET', path: '/oauth2/applications/@me', needsToken: true, answer: application },
  { method: 'GET', path: '/users/@me', needsToken: true, answer: me },
];

const GUILDS: readonly Route[] = [
  { method: 'GET', path: '/guilds/:guild', needsToken: true, answer: (call) => inGuild(call, guildObject) },
  { method: 'GET', path: '/guilds/:guild/roles', needsToken: true, answer: (call) => inGuild(call, roleObjects) },
  {
    method: 'GET',
    path: '/guilds/:guild/members/:user',
    needsToken: true,
    answer: (call) =>
      inGuild(call, (guild) => {
        const id = call.params['user'] === '@me' ? APP_ID : call.params['user'];
        if (id === APP_ID) return memberObject(guild, BOT);
        const found = guild.members.find(({ user }) => user.id === id);
        return found === undefined ? undefined : memberObject(guild, found.user);
      }),
  },
];

function inGuild({ core, params }: Call, give: (guild: Parameters<typeof guildObject>[0]) => unknown): Answer {
  const guild = core.state.findGuild(params['guild'] ?? null);
  if (guild === undefined || !guild.hasApp) return refusal(404, RESTJSONErrorCodes.UnknownGuild, 'Unknown Guild');
  const body = give(guild);
  return body === undefined ? refusal(404, RESTJSONErrorCodes.UnknownMember, 'Unknown Member') : ok(body);
}

/** The same for global commands and for a guild's. */
function commandRoutes(base: string): readonly Route[] {
  const scoped = (answer: (call: Call, scope: Scope) => Answer) => (call: Call) => {
    if (call.params['app'] !== APP_ID)
      return refusal(404, RESTJSONErrorCodes.UnknownApplication, 'Unknown Application');
    const guildId = call.params['guild'];
    if (guildId !== undefined && call.core.state.findGuild(guildId)?.hasApp !== true) {
      return refusal(403, RESTJSONErrorCodes.MissingAccess, 'Missing Access');
    }
    return answer(call, guildId ?? null);
  };
  const one = `${base}/:command`;
  return [
    {
      method: 'GET',
      path: base,
      needsToken: true,
      answer: scoped(({ core, query }, scope) => {
        const all = core.commands.in(scope);
        return ok(query.get('with_localizations') === 'true' ? all : withoutLocalizations(all));
      }),
    },
    {
      method: 'PUT',
      path: base,
      needsToken: true,
      check: ({ body }) => checkCommands(body),
      answer: scoped(({ core, body }, scope) =>
        ok(core.commands.overwrite(scope, body as RESTPostAPIApplicationCommandsJSONBody[])),
      ),
    },
    {
      method: 'POST',
      path: base,
      needsToken: true,
      check: ({ body }) => checkCommand(body),
      answer: scoped(({ core, body }, scope) => ({
        status: 201,
        body: core.commands.put(scope, body as RESTPostAPIApplicationCommandsJSONBody),
      })),
    },
    { method: 'GET', path: one, needsToken: true, answer: scoped((call, scope) => withCommand(call, scope, ok)) },
    {
      method: 'PATCH',
      path: one,
      needsToken: true,
      check: checkChange,
      answer: scoped((call, scope) =>
        withCommand(call, scope, (command) => ok(call.core.commands.change(scope, command, call.body as object))),
      ),
    },
    {
      method: 'DELETE',
      path: one,
      needsToken: true,
      answer: scoped((call, scope) =>
        withCommand(call, scope, ({ id }) => {
          call.core.commands.remove(scope, id);
          return NO_CONTENT;
        }),
      ),
    },
  ];
}

type Command = NonNullable<ReturnType<Call['core']['commands']['get']>>;

function withCommand({ core, params }: Call, scope: Scope, answer: (command: Command) => Answer): Answer {
  const command = core.commands.get(scope, params['command'] ?? '');
  if (command !== undefined) return answer(command);
  return refusal(404, RESTJSONErrorCodes.UnknownApplicationCommand, 'Unknown application command');
}

/** A change is checked as the command that it makes. */
function checkChange({ core, params, body }: Call) {
  const command = core.commands.get(params['guild'] ?? null, params['command'] ?? '');
  if (typeof body !== 'object' || body === null) return [breach([], 'must be an object')];
  if (command === undefined) return [];
  const { id, application_id, version, guild_id, contexts, dm_permission, ...rest } = command;
  return checkCommand({ ...rest, ...(contexts === null || contexts === undefined ? {} : { contexts }), ...body });
}

export const APP_ROUTES: readonly Route[] = [
  ...ABOUT,
  ...GUILDS,
  ...commandRoutes('/applications/:app/commands'),
  ...commandRoutes('/applications/:app/guilds/:guild/commands'),
];
