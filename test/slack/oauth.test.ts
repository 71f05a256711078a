// Installations behind Bolt's own OAuth: Slack's methods are answered by a server of this machine.
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPReceiver, LogLevel } from '@slack/bolt';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  at,
  ENTERPRISE,
  NOT_INSTALLED,
  ofEnterprise,
  ofTeam,
  type Stand,
  stand,
  TEAM,
  TEAM_OF_ENTERPRISE,
  tokenOf,
} from './installed.ts';

describe("with Bolt's own OAuth", () => {
  type Answer = (method: string, fields: URLSearchParams) => Promise<object> | object;

  async function textOf(request: IncomingMessage): Promise<string> {
    let text = '';
    for await (const chunk of request) text += chunk;
    return text;
  }

  async function listen(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** The InstallProvider that Bolt makes, and the methods that it called. */
  async function oauth(here: Stand, answer: Answer) {
    const calls: string[] = [];
    const slack = await listen(async (request, response) => {
      const method = request.url?.split('/').at(-1) ?? '';
      const fields = new URLSearchParams(await textOf(request));
      calls.push(`${method} ${fields.get('refresh_token') ?? fields.get('code') ?? ''}`.trim());
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify({ ok: true, ...(await answer(method, fields)) }));
    });
    const { installer } = new HTTPReceiver({
      signingSecret: 'signing',
      clientId: '1.2',
      clientSecret: 'client',
      stateSecret: 'state',
      scopes: ['chat:write'],
      logLevel: LogLevel.ERROR,
      installationStore: here.installations,
      installerOptions: {
        stateVerification: false,
        clientOptions: { slackApiUrl: `${slack}/api/`, retryConfig: { retries: 0 }, allowAbsoluteUrls: false },
      },
    });
    if (installer === undefined) throw new Error('Bolt made no installer');
    return { installer, calls };
  }

  /** Expired in 2001, so that it is refreshed whatever the clock of this machine says. */
  const EXPIRING = { refreshToken: 'r0', expiresAt: 1_000_000_000 };
  const bot = { token: 'old', scopes: ['chat:write'], id: 'B1', userId: 'UB1', ...EXPIRING };
  const refreshed = { token_type: 'bot', access_token: 'fresh', refresh_token: 'r1', expires_in: 43_200 };

  test('a token that expires is refreshed once and kept', async () => {
    const here = await stand();
    await here.installations.storeInstallation(ofTeam('', { bot }));
    const { installer, calls } = await oauth(here, () => refreshed);
    expect(await installer.authorize(TEAM)).toMatchObject({ botToken: 'fresh', botUserId: 'UB1', teamId: 'T1' });
    expect(await installer.authorize(TEAM)).toMatchObject({ botToken: 'fresh', botRefreshToken: 'r1' });
    expect(calls).toEqual(['oauth.v2.access r0']);
    expect(await here.store.installations('slack')).toHaveLength(1);
  });

  test("an organisation's token that one of its workspaces asks for is kept for all", async () => {
    const here = await stand();
    await here.installations.storeInstallation({ ...ofEnterprise(''), bot });
    const { installer, calls } = await oauth(here, () => refreshed);
    const authorised = await installer.authorize(TEAM_OF_ENTERPRISE);
    expect(authorised).toMatchObject({ botToken: 'fresh', teamId: 'T1', enterpriseId: 'E1' });
    expect(await tokenOf(here, ENTERPRISE)).toBe('fresh');
    expect(calls).toHaveLength(1);
    expect(await here.store.installations('slack')).toMatchObject([{ enterprise: 'E1', isEnterprise: true }]);
  });

  test('what is removed while its token is refreshed stays removed', async () => {
    const here = await stand();
    await here.installations.storeInstallation(ofTeam('', { bot }));
    const { installer } = await oauth(here, async () => {
      expect(await here.removals.uninstalled({ ...TEAM, at: at(5) })).toBe(true);
      return refreshed;
    });
    await installer.authorize(TEAM);
    expect(await tokenOf(here, TEAM)).toBeNull();
  });

  test('what is installed again while its old token is refreshed keeps the new one', async () => {
    const here = await stand();
    await here.installations.storeInstallation(ofTeam('', { bot }));
    const { installer } = await oauth(here, async () => {
      here.clock.now = at(5);
      await here.installations.storeInstallation(ofTeam('again'));
      return refreshed;
    });
    await installer.authorize(TEAM);
    expect(await tokenOf(here, TEAM)).toBe('again');
  });

  test('a workspace without the app is refused, in words that say why', async () => {
    const { installer, calls } = await oauth(await stand(), () => refreshed);
    await expect(installer.authorize(TEAM)).rejects.toMatchObject({ message: NOT_INSTALLED });
    expect(calls).toEqual([]);
  });

  test.each([
    ['a workspace', { team: { id: 'T1' }, enterprise: null, is_enterprise_install: false }, TEAM],
    ['a workspace of an organisation', { team: { id: 'T1' }, enterprise: { id: 'E1' } }, TEAM_OF_ENTERPRISE],
    ['an organisation', { team: null, enterprise: { id: 'E1' }, is_enterprise_install: true }, ENTERPRISE],
  ])('what Slack answers after the consent of %s is kept', async (_, granted, query) => {
    const here = await stand();
    const own = { access_token: 'xoxb', scope: 'chat:write', bot_user_id: 'UB1', authed_user: { id: 'U1' } };
    const { installer, calls } = await oauth(here, (method) =>
      method === 'auth.test' ? { bot_id: 'B1', url: 'https://a.example' } : { ...own, token_type: 'bot', ...granted },
    );
    const site = await listen((request, response) => void installer.handleCallback(request, response));
    expect((await fetch(`${site}/slack/oauth_redirect?code=c1`)).status).toBe(200);
    expect(calls).toEqual(['oauth.v2.access c1', 'auth.test']);
    expect(await tokenOf(here, query)).toBe('xoxb');
    expect(await installer.authorize(query as typeof TEAM)).toMatchObject({ botToken: 'xoxb', botId: 'B1' });
  });
});
