// The bot's own web server: what it takes, what it refuses without a word of it in the log, and the installations of many workspaces.
import Database from 'libsql';
import { beforeAll, describe, expect, test } from 'vitest';
import { createInstallationStore } from '../../../src/slack/installations.ts';
import { openStore } from '../../../src/store/openStore.ts';
import { type LocalSlack, startSlack } from '../slack/server.ts';
import { channel, person, workspace } from '../slack/world.ts';
import { type Bot, freePort, launch, startBot } from './bot.ts';
import { textOf } from './seen.ts';

const EVENT = { type: 'event_callback', team_id: 'T1', event: { type: 'app_mention', text: 'a secret question' } };

describe('signed requests', () => {
  let slack: LocalSlack;
  let bot: Bot;
  let port: number;

  beforeAll(async () => {
    slack = await startSlack();
    port = await freePort();
    bot = await startBot(slack, 'http', slack.env('http', port));
  });

  test.each<[string, () => Promise<{ status: number }>, number]>([
    ['with another signature', () => slack.http.post(EVENT, { secret: 'another' }), 401],
    ['without a signature', () => slack.http.post(EVENT, { isSigned: false }), 401],
    ['of six minutes ago', () => slack.http.post(EVENT, { ageSeconds: 360 }), 401],
    ['whose body was changed', () => slack.http.post(EVENT, { changedBody: '{"type":"url_verification"}' }), 401],
    ['that is the same as one before', () => slack.http.verifyUrl().then(() => slack.http.repeat()), 401],
    ['of 5 MB', () => slack.http.post('x'.repeat(5_000_000)), 413],
    ['that is no JSON', () => slack.http.post('{"a secret question'), 400],
    ['about the address', () => slack.http.verifyUrl('another'), 200],
    ['about the certificate', () => slack.http.checkSsl(), 200],
  ])('one %s gets its status, and the process lives', async (_, send, status) => {
    expect((await send()).status).toBe(status);
    expect(textOf(await slack.command('speakers').answer())).toContain('Donald Trump');
  });

  test('what was refused is logged, without what it said', () => {
    expect(bot.logs.filter(({ level }) => level === 40).length).toBeGreaterThan(3);
    expect(bot.output()).not.toContain('secret question');
  });

  test('has a page for whoever watches it, and none else', async () => {
    const at = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`);
    expect((await at('/healthz')).status).toBe(200);
    expect((await at('/')).status).toBe(404);
    expect((await at('/slack/install')).status).toBe(404);
  });

  test('a port that is taken is told', async () => {
    const other = launch({ ...slack.env('http', port) });
    expect(await other.ended).toBe(1);
    expect(other.output()).toContain('The port of PORT is taken by another program');
  });
});

describe('many workspaces', () => {
  const [ada, ben] = [person('Ada'), person('Ben')];
  const first = workspace({ isInstalled: false, people: [ada], channels: [channel('general')] });
  const second = workspace({ isInstalled: false, people: [ben], channels: [channel('general')] });
  let slack: LocalSlack;
  let bot: Bot;
  let port: number;

  const install = async (there: typeof first, user: typeof ada, wrong: object = {}): Promise<number> => {
    const browser = slack.browser(port);
    return (await browser.finish(await browser.begin(), { team: there.id, user: user.id, ...wrong })).status;
  };
  const ask = (there: typeof first, user: typeof ada) =>
    slack.command('speakers', { user, workspace: there, channel: there.channels[0] ?? channel('none') });

  /** What the first workspace was given, as if its whole organisation had been given it. */
  const installForWhole = async (database: string): Promise<void> => {
    const store = await openStore(database);
    const installations = createInstallationStore(store, { now: () => new Date() });
    const own = await installations.fetchInstallation({
      teamId: first.id,
      enterpriseId: undefined,
      isEnterpriseInstall: false,
    });
    const { installedAt: _, ...fields } = own as typeof own & { installedAt?: number };
    const whole = { ...fields, team: undefined, enterprise: { id: 'E0000000001' }, isEnterpriseInstall: true as const };
    await installations.storeInstallation(whole);
    await store.close();
  };

  beforeAll(async () => {
    slack = await startSlack({ workspaces: [first, second], rotatesTokens: true });
    port = await freePort();
    bot = await startBot(slack, 'http', slack.env('http', port, { oauth: true }));
  });

  test('the bot’s own page asks for what it needs', async () => {
    const { scopes } = await slack.browser(port).begin();
    expect([...scopes].sort()).toEqual([
      ...['app_mentions:read', 'assistant:write', 'channels:history', 'channels:read', 'chat:write', 'commands'],
      ...['groups:history', 'groups:read', 'im:history', 'users:read'],
    ]);
  });

  test.each<[string, object]>([
    ['whoever says no', { denies: true }],
    ['another state', { state: 'another' }],
    ['another code', { code: 'another' }],
  ])('with %s it is not installed', async (_, wrong) => {
    expect(await install(first, ada, wrong)).not.toBe(200);
  });

  test('each is answered once it has installed the app', async () => {
    expect(await install(first, ada)).toBe(200);
    expect(textOf(await ask(first, ada).answer())).toContain('Donald Trump');
    expect(await install(second, ben)).toBe(200);
    expect(textOf(await ask(second, ben).answer())).toContain('Donald Trump');
  });

  test('also after a restart, and for an organisation that has installed the app as a whole', async () => {
    const { database } = bot;
    const asked = ask(first, ada);
    await asked.answer();
    await bot.stop('SIGKILL');
    await installForWhole(database);
    bot = await startBot(slack, 'http', { ...slack.env('http', port, { oauth: true }), DATABASE_URL: database });
    expect(textOf(await ask(first, ada).answer())).toContain('Donald Trump');
    const before = asked.answers.length;
    const command = {
      ...asked.outgoing[0]?.payload,
      enterprise_id: 'E0000000001',
      is_enterprise_install: 'true',
      team_id: 'T0000008888',
      trigger_id: 'another.trigger',
      text: 'sources',
    };
    const body = new URLSearchParams(command as unknown as Record<string, string>).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await slack.http.post(body, { headers })).status).toBe(200);
    await expect.poll(() => asked.answers.length).toBe(before + 1);
    expect(asked.answers.map(textOf).at(-1)).toMatch(/^sources/u);
  });

  test('and with tokens that are too old: Slack gives new ones', async () => {
    const { database } = bot;
    await bot.stop();
    const file = new Database(database.replace('file:', ''));
    const rows = file.prepare('select key, installation from installations').all() as {
      key: string;
      installation: string;
    }[];
    // Of both workspaces and of the organisation.
    expect(rows).toHaveLength(3);
    for (const { key, installation } of rows) {
      const saved = JSON.parse(installation) as { bot: object };
      const old = JSON.stringify({ ...saved, bot: { ...saved.bot, expiresAt: 1 } });
      file.prepare('update installations set installation = ? where key = ?').run(old, key);
    }
    file.close();
    slack.expireTokens(first);
    bot = await startBot(slack, 'http', { ...slack.env('http', port, { oauth: true }), DATABASE_URL: database });
    const from = slack.requests.length;
    expect(textOf(await ask(first, ada).answer())).toContain('Donald Trump');
    expect((await slack.request('oauth.v2.access', { from })).method).toBe('oauth.v2.access');
  });

  test.each<[string, readonly ('uninstall' | 'tokensRevoked')[]]>([
    ['uninstalled, then without tokens', ['uninstall', 'tokensRevoked']],
    ['without tokens, then uninstalled', ['tokensRevoked', 'uninstall']],
  ])('%s: it is no more, the others go on, and it can be installed again', async (_, events) => {
    expect(await install(first, ada)).toBe(200);
    for (const event of events) await slack[event](first).acknowledged();
    await expect.poll(() => bot.logs.some(({ msg }) => msg.includes('the app was removed'))).toBe(true);
    expect(textOf(await ask(second, ben).answer())).toContain('Donald Trump');
    expect(await install(first, ada)).toBe(200);
    expect(textOf(await ask(first, ada).answer())).toContain('Donald Trump');
  });
});
