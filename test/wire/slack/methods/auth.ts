// Tokens: auth.test, auth.revoke, apps.connections.open, apps.uninstall, oauth.v2.access.
import { z } from 'zod';
import type { Answer } from '../../httpAnswer.ts';
import { ok, refused } from '../answers.ts';
import { slackId } from '../ids.ts';
import type { Install } from '../install.ts';
import type { SocketMode } from '../socketMode.ts';
import { APP_ID } from '../world.ts';
import type { Call, Method } from './method.ts';

/** Seconds that a token lives where tokens rotate. */
const TOKEN_LIFE = 43_200;

/** @param socket of Socket Mode, which apps.connections.open tells about */
export function authMethods(socket: SocketMode, install: Install): readonly Method[] {
  return [
    {
      name: 'auth.test',
      token: 'bot',
      scopes: [],
      shape: z.strictObject({}),
      answer: ({ workspace }) =>
        ok({
          url: `https://${workspace.domain}.slack.com/`,
          team: workspace.name,
          user: 'iran-talks',
          team_id: workspace.id,
          user_id: workspace.botUserId,
          bot_id: workspace.botId,
          is_enterprise_install: false,
          ...(workspace.enterprise === null ? {} : { enterprise_id: workspace.enterprise.id }),
        }),
    },
    {
      name: 'auth.revoke',
      token: 'bot',
      scopes: [],
      shape: z.strictObject({ test: z.exactOptional(z.boolean()) }),
      answer: ({ args, core, workspace }) => {
        if (args['test'] === true) return ok({ revoked: false });
        core.state.spoil(workspace.id, 'revoked');
        return ok({ revoked: true });
      },
    },
    {
      name: 'apps.connections.open',
      token: 'app',
      scopes: [],
      shape: z.strictObject({}),
      answer: ({ core }) => {
        const address = core.origin().replace('http:', 'ws:');
        return ok({ url: `${address}/link/?ticket=${socket.issueTicket()}&app_id=${APP_ID}` });
      },
    },
    {
      name: 'apps.uninstall',
      token: 'bot',
      scopes: [],
      shape: z.strictObject({ client_id: z.string() }),
      answer: ({ args, core, secrets, workspace }) => {
        if (!install.isApp(args['client_id'], secrets['client_secret'])) return refused('invalid_client_id');
        core.state.spoil(workspace.id, 'revoked');
        core.state.installed.delete(workspace.id);
        return ok();
      },
    },
    {
      name: 'oauth.v2.access',
      token: 'none',
      scopes: [],
      shape: z.strictObject({
        client_id: z.string(),
        redirect_uri: z.exactOptional(z.string()),
        grant_type: z.exactOptional(z.enum(['authorization_code', 'refresh_token'])),
      }),
      answer: (call) => access(call, install),
    },
  ];
}

function access({ args, core, secrets }: Call, install: Install): Answer {
  if (!install.isApp(args['client_id'], secrets['client_secret'])) return refused('bad_client_secret');
  if (args['grant_type'] === 'refresh_token') {
    const known = core.state.refreshTokens.get(secrets['refresh_token'] ?? '');
    if (known === undefined) return refused('invalid_refresh_token');
    core.state.refreshTokens.delete(secrets['refresh_token'] ?? '');
    return granted({ core, team: known.team, scopes: known.scopes, user: null });
  }
  const grant = install.take(secrets['code'] ?? '', args['redirect_uri']);
  return typeof grant === 'string' ? refused(grant) : granted({ core, ...grant });
}

interface Granted {
  readonly core: Call['core'];
  readonly team: string;
  readonly scopes: readonly string[];
  /** Who installed the app; null where a token is refreshed. */
  readonly user: string | null;
}

function granted({ core, team, scopes, user }: Granted): Answer {
  const workspace = core.state.getWorkspace(team);
  const rotating = core.settings.rotatesTokens;
  const refreshToken = `xoxe-1-${slackId('')}-local-refresh-token`;
  if (rotating) core.state.refreshTokens.set(refreshToken, { team, scopes });
  return ok({
    access_token: core.state.grant(team, scopes),
    token_type: 'bot',
    scope: scopes.join(','),
    bot_user_id: workspace.botUserId,
    app_id: APP_ID,
    team: { id: team, name: workspace.name },
    enterprise: workspace.enterprise,
    is_enterprise_install: false,
    ...(user === null ? {} : { authed_user: { id: user } }),
    ...(rotating ? { expires_in: TOKEN_LIFE, refresh_token: refreshToken } : {}),
  });
}
