// The real Bolt behind signed requests: what it takes, and what it must not.
import type { App, InstallationQuery } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { httpApp } from './realApp.ts';
import { type LocalSlack, startSlack } from './server.ts';
import { workspace } from './world.ts';

const QUIET = { unfurl_links: false, unfurl_media: false };

function answerEverything(app: App): void {
  app.command('/iran-talks', ({ ack, command }) => ack(`You asked: ${command.text}`));
  app.event('app_mention', async ({ event, client }) => {
    await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: 'Here', ...QUIET });
  });
  app.shortcut('check_quotations', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'Checked' });
  });
}

async function answering(): Promise<LocalSlack> {
  const slack = await startSlack();
  await httpApp(slack, { listen: answerEverything });
  return slack;
}

describe('what people do', () => {
  test('comes as a form or as JSON, signed, and is answered', async () => {
    const slack = await answering();
    const asked = slack.command('who said missiles + 1');
    expect(await asked.acknowledged()).toMatchObject({ status: 200 });
    expect(await asked.answer()).toMatchObject({ text: 'You asked: who said missiles + 1' });
    const said = slack.mention('help');
    expect((await said.answer()).threadTs).toBe(said.message?.ts);
    const message = said.message ?? expect.unreachable();
    expect((await slack.shortcut('check_quotations', message).answer()).text).toBe('Checked');
  });

  test('comes again with the same event_id and the number of the try', async () => {
    const slack = await startSlack();
    const heard: unknown[] = [];
    await httpApp(slack, {
      listen: (app) =>
        app.event('app_mention', async ({ body, context }) => void heard.push([body.event_id, context.retryNum])),
    });
    const said = slack.mention('help');
    await said.acknowledged();
    slack.deliverAgain(said, { number: 1, reason: 'http_timeout' });
    const id = said.outgoing[0]?.payload['event_id'];
    await expect
      .poll(() => heard)
      .toEqual([
        [id, undefined],
        [id, 1],
      ]);
  });
});

describe('a request', () => {
  const event = { type: 'event_callback', team_id: 'T1', event: { type: 'app_mention', text: 'x' } };

  test.each<[string, (slack: LocalSlack) => Promise<{ status: number }>, number]>([
    ['with another signature', (slack) => slack.http.post(event, { secret: 'another' }), 401],
    ['without a signature', (slack) => slack.http.post(event, { isSigned: false }), 401],
    ['of six minutes ago', (slack) => slack.http.post(event, { ageSeconds: 360 }), 401],
    ['whose body was changed', (slack) => slack.http.post(event, { changedBody: '{"type":"url_verification"}' }), 401],
    ['of 5 MB', (slack) => slack.http.post('x'.repeat(5_000_000)), 413],
    ['that is no JSON', (slack) => slack.http.post('{'), 400],
    ['about the address', (slack) => slack.http.verifyUrl(), 200],
    ['about the certificate', (slack) => slack.http.checkSsl(), 200],
    ['that is the same as one before', (slack) => slack.http.verifyUrl().then(() => slack.http.repeat()), 200],
  ])('%s gets its status', async (_, send, status) => {
    expect((await send(await answering())).status).toBe(status);
  });

  test('about the address gets the challenge', async () => {
    const slack = await answering();
    expect(JSON.parse((await slack.http.verifyUrl('abc')).text)).toEqual({ challenge: 'abc' });
  });
});

describe('installing', () => {
  async function installing(options: { rotatesTokens?: boolean } = {}) {
    const other = workspace({ isInstalled: false, name: 'Desk' });
    const slack = await startSlack({ workspaces: [workspace({ isInstalled: false }), other], ...options });
    const stored = new Map<string, Record<string, unknown>>();
    const { port } = await httpApp(slack, {
      listen: (app) => app.command('/iran-talks', ({ ack }) => ack('Here')),
      options: { token: undefined } as never,
      oauth: {
        clientId: slack.credentials.clientId,
        clientSecret: slack.credentials.clientSecret,
        stateSecret: slack.credentials.stateSecret,
        scopes: ['chat:write', 'commands'],
        installationStore: {
          storeInstallation: async (installation: { team?: { id: string } }) => {
            stored.set(installation.team?.id ?? '', installation as Record<string, unknown>);
          },
          fetchInstallation: async ({ teamId }: InstallationQuery<false>) => stored.get(teamId) as never,
        },
        installerOptions: { directInstall: true, clientOptions: { slackApiUrl: slack.url } },
      },
    });
    return { slack, stored, other, browser: slack.browser(port) };
  }

  test('gives a token with what was asked for, and cookies are kept', async () => {
    const { slack, stored, browser } = await installing();
    const consent = await browser.begin();
    expect(consent).toMatchObject({ clientId: slack.credentials.clientId, scopes: ['chat:write', 'commands'] });
    const page = await browser.finish(consent, { team: slack.workspace.id, user: slack.user.id });
    expect(page.status).toBe(200);
    expect(stored.get(slack.workspace.id)).toMatchObject({
      bot: { id: slack.workspace.botId, scopes: consent.scopes },
    });
    expect((await slack.command('help').answer()).text).toBe('Here');
  });

  test('in two workspaces keeps them apart', async () => {
    const { slack, stored, browser, other } = await installing();
    for (const each of [slack.workspace, other]) {
      await browser.finish(await browser.begin(), { team: each.id, user: slack.user.id });
    }
    expect([...stored.keys()]).toEqual([slack.workspace.id, other.id]);
    await slack.command('help', { channel: other.channels[0] ?? expect.unreachable() }).answer();
    slack.uninstall(other);
    expect(() => slack.command('help', { workspace: other })).toThrow('no commands');
    expect((await slack.command('help').answer()).text).toBe('Here');
  });

  test.each<[string, object]>([
    ['whoever says no', { denies: true }],
    ['another state', { state: 'another' }],
    ['another code', { code: 'another' }],
  ])('with %s installs nothing', async (_, wrong) => {
    const { slack, stored, browser } = await installing();
    const agreeing = { team: slack.workspace.id, user: slack.user.id, ...wrong };
    expect((await browser.finish(await browser.begin(), agreeing)).status).not.toBe(200);
    expect(stored.size).toBe(0);
  });

  test('with the cookies of another browser installs nothing', async () => {
    const { slack, stored, browser } = await installing();
    const consent = await browser.begin();
    browser.cookies.clear();
    await browser.finish(consent, { team: slack.workspace.id, user: slack.user.id });
    expect(stored.size).toBe(0);
  });

  test('may give tokens that expire, with one that refreshes them', async () => {
    const { slack, stored, browser } = await installing({ rotatesTokens: true });
    await browser.finish(await browser.begin(), { team: slack.workspace.id, user: slack.user.id });
    const { bot } = stored.get(slack.workspace.id) as {
      bot: { token: string; refreshToken: string; expiresAt: number };
    };
    const [first, refresh] = [bot.token, bot.refreshToken];
    bot.expiresAt = 1;
    slack.expireTokens();
    expect((await slack.command('help').answer()).text).toBe('Here');
    expect(bot.token).not.toBe(first);
    expect(bot.refreshToken).not.toBe(refresh);
  });
});
