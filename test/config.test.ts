// Settings: an empty variable counts as missing, and nothing that is set is ignored in silence.
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { parseConfig, VARIABLES } from '../src/config.ts';
import { ConfigError } from '../src/errors.ts';

function refusalOf(env: Record<string, string>): ConfigError {
  try {
    parseConfig(env);
  } catch (cause) {
    if (cause instanceof ConfigError) return cause;
    throw cause;
  }
  throw new Error('the settings were accepted');
}

describe('parseConfig', () => {
  const DEFAULTS = {
    corpusDir: null,
    cacheDir: null,
    databaseUrl: 'file:data/iran-talks.sqlite',
    allowsPrivate: false,
    discord: null,
    slack: null,
    slackPublicUrl: null,
    defaultZone: 'UTC',
    digest: null,
    curatedFrom: [],
    logLevel: 'info',
    mayColour: true,
  };

  test('without any variable gives the corpus of the program, in colours', () => {
    expect(parseConfig({})).toEqual(DEFAULTS);
  });

  test('reads the corpus folder as it was given', () => {
    expect(parseConfig({ CORPUS_DIR: './my corpus' }).corpusDir).toBe('./my corpus');
  });

  test.each([
    'file:state/store.sqlite',
    'file:///srv/store.sqlite',
    'file::memory:',
    'postgres://bot:secret@localhost/store',
    'postgresql:///store',
  ])('reads the database %s as it was given', (url) => {
    expect(parseConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
  });

  test.each([
    'mysql://user:secret@localhost/store',
    'postgres:secret',
    'data/store.sqlite',
    'sqlite:store',
    '/srv/store.sqlite',
    'http://file:x',
  ])('refuses the database %s, and says what is taken instead', (url) => {
    const error = refusalOf({ DATABASE_URL: url });
    expect(error.message.split('\n').slice(1)).toEqual([
      '  DATABASE_URL: must be "file:" and a path, such as file:data/iran-talks.sqlite, or the address of a PostgreSQL database, such as postgres://bot@localhost:5432/iran_talks',
    ]);
    expect(JSON.stringify([error.message, error.faults])).not.toContain('secret');
  });

  test('a database that is refused is told together with everything else', () => {
    const { faults } = refusalOf({ DATABASE_URL: 'postgres:', SLACK_SIGNING_SECRET: 'x', LOG_LEVEL: 'loud' });
    expect(faults.map(({ file }) => file)).toEqual(['DATABASE_URL', 'SLACK_BOT_TOKEN', 'LOG_LEVEL']);
  });

  test('NO_COLOR turns colours off with any value', () => {
    expect(parseConfig({ NO_COLOR: '0' }).mayColour).toBe(false);
  });

  test.each(['', ' ', '\t', undefined])('%j counts as missing, as in a copied .env.example', (value) => {
    const env = {
      CORPUS_DIR: value,
      DATABASE_URL: value,
      NO_COLOR: value,
      SLACK_BOT_TOKEN: value,
      SLACK_CLIENT_ID: value,
      HOST: value,
      PORT: value,
      DISCORD_TOKEN: value,
      DISCORD_API_URL: value,
      DISCORD_GUILD_ID: value,
      DISCORD_SHARDS: value,
      LOG_LEVEL: value,
    };
    expect(parseConfig(env)).toEqual(DEFAULTS);
  });

  test('variables of other programs are left alone', () => {
    const env = { PATH: '/bin', HOME: '/home/vale', MY_SLACK_BOT_TOKEN: 'x', SLACK_CHANNEL: 'x' };
    expect(parseConfig(env)).toEqual(DEFAULTS);
  });

  const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
  const OAUTH = {
    SLACK_SIGNING_SECRET: 's',
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'c',
    SLACK_STATE_SECRET: 't',
  };

  test('reads what Slack needs, for each of its ways', () => {
    const common = { apiUrl: null, publicUrl: null, host: '127.0.0.1', port: 3000 };
    expect(parseConfig(SOCKET).slack).toEqual({
      ...common,
      botToken: 'xoxb-1',
      appToken: 'xapp-1',
      signingSecret: null,
      oauth: null,
    });
    expect(
      parseConfig({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's', HOST: '0.0.0.0', PORT: '8080' }).slack,
    ).toEqual({
      ...common,
      botToken: 'xoxb-1',
      appToken: null,
      signingSecret: 's',
      oauth: null,
      host: '0.0.0.0',
      port: 8080,
    });
    expect(
      parseConfig({ ...OAUTH, SLACK_API_URL: 'http://127.0.0.1:1/api', SLACK_PUBLIC_URL: 'https://talks.example/' })
        .slack,
    ).toEqual({
      ...common,
      botToken: null,
      appToken: null,
      signingSecret: 's',
      oauth: { clientId: '1.2', clientSecret: 'c', stateSecret: 't' },
      apiUrl: 'http://127.0.0.1:1/api/',
      publicUrl: 'https://talks.example',
    });
  });

  test.each<[Record<string, string>, string]>([
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN: is missing: set it for Socket Mode, or SLACK_SIGNING_SECRET'],
    [{ SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN: is missing, but SLACK_APP_TOKEN is set'],
    [{ ...SOCKET, SLACK_BOT_TOKEN: 'xapp-1' }, 'SLACK_BOT_TOKEN: must be a bot token, which begins with xoxb-'],
    [{ ...SOCKET, SLACK_APP_TOKEN: 'xoxb-1' }, 'SLACK_APP_TOKEN: must be an app-level token, which begins with xapp-'],
    [{ ...OAUTH, SLACK_STATE_SECRET: '' }, 'SLACK_STATE_SECRET: is missing: many workspaces'],
    [{ ...OAUTH, SLACK_APP_TOKEN: 'xapp-1' }, 'SLACK_APP_TOKEN: is for one workspace'],
    [{ ...OAUTH, SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_BOT_TOKEN: is of one workspace'],
    [{ SLACK_CLIENT_SECRET: 'c' }, 'SLACK_CLIENT_SECRET: is set, but SLACK_CLIENT_ID is not'],
    [{ ...SOCKET, SLACK_API_URL: 'slack' }, 'SLACK_API_URL: must be an address'],
    [{ ...SOCKET, PORT: 'http' }, 'PORT: must be a number'],
    [{ SLACK_TOKEN: 'xoxb-1' }, 'SLACK_TOKEN: is not read: this program calls it SLACK_BOT_TOKEN'],
  ])('refuses %j', (env, sentence) => {
    const { message } = refusalOf(env);
    expect(message.split('\n').slice(1)).toEqual([expect.stringContaining(sentence)]);
  });

  test('reads what Discord needs', () => {
    const GUILD = '123456789012345678';
    expect(
      parseConfig({ DISCORD_TOKEN: 'Bot a.b.c ', DISCORD_GUILD_ID: GUILD, DISCORD_SHARDS: 'auto', LOG_LEVEL: 'warn' }),
    ).toMatchObject({ discord: { token: 'a.b.c', apiUrl: null, guildId: GUILD, shards: 'auto' }, logLevel: 'warn' });
  });

  test.each([
    ['http://127.0.0.1:1/api', 'http://127.0.0.1:1/api'],
    ['http://127.0.0.1:1/api/', 'http://127.0.0.1:1/api'],
    ['https://proxy.example/api/v10', 'https://proxy.example/api'],
    ['https://proxy.example/v10/', 'https://proxy.example'],
  ])('takes %s for the address %s', (typed, apiUrl) => {
    expect(parseConfig({ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: typed }).discord?.apiUrl).toBe(apiUrl);
  });

  test.each<[Record<string, string>, string]>([
    [{ DISCORD_TOKEN: 'a b' }, 'DISCORD_TOKEN: has a space in it'],
    [{ DISCORD_TOKEN: 'abc…def' }, 'DISCORD_TOKEN: has characters that no token has'],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_GUILD_ID: 'Newsroom' }, 'DISCORD_GUILD_ID: must be the id of a server'],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_SHARDS: '3' }, 'DISCORD_SHARDS: must be auto'],
    [{ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'discord' }, 'DISCORD_API_URL: must be an address'],
    [{ DISCORD_GUILD_ID: '123456789012345678' }, 'DISCORD_GUILD_ID: is set, but DISCORD_TOKEN is not'],
    [{ DISCORD_BOT_TOKEN: 'a.b.c' }, 'DISCORD_BOT_TOKEN: is not read: this program calls it DISCORD_TOKEN'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: must be one of'],
    [{ DEFAULT_TIME_ZONE: 'Tehran' }, 'DEFAULT_TIME_ZONE: must be a time zone by its IANA name'],
    [{ DIGEST_CHANNEL: '#talks 09:00' }, 'DIGEST_CHANNEL: must begin with a channel'],
    [{ CURATED_FROM: 'slack/T024BE7LD newsroom' }, 'servers, with commas between them: slack/T… (it stands'],
    [{ CURATED_FROM: 'slack/T024BE7LD/C024BE91L' }, '"slack/T024BE7LD/C024BE91L" is neither'],
    [{ CURATED_FROM: 'discord/12345' }, '"discord/12345" is neither'],
  ])('refuses %j', (env, sentence) => {
    const { message } = refusalOf(env);
    expect(message.split('\n').slice(1)).toEqual([expect.stringContaining(sentence)]);
  });

  test.each([
    ['slack/T024BE7LD/C024BE91L', { platform: 'slack', community: 'T024BE7LD', channel: 'C024BE91L' }, ''],
    [
      'discord/123456789012345678/223456789012345678 09:00 Europe/London about missiles',
      { platform: 'discord', community: '123456789012345678', channel: '223456789012345678' },
      '09:00 Europe/London about missiles',
    ],
  ])('reads the digest %s', (line, channel, on) => {
    expect(parseConfig({ DIGEST_CHANNEL: line }).digest).toEqual({ channel, on });
  });

  test.each([
    'slack/T024BE7LD,discord/123456789012345678',
    ' slack/T024BE7LD ,\n discord/123456789012345678, ',
    'slack/T024BE7LD discord/123456789012345678',
  ])('reads whose managers approve articles: %j', (line) => {
    expect(parseConfig({ CURATED_FROM: line }).curatedFrom).toEqual([
      { platform: 'slack', community: 'T024BE7LD' },
      { platform: 'discord', community: '123456789012345678' },
    ]);
  });

  test('a zone is known in any case', () => {
    expect(parseConfig({ DEFAULT_TIME_ZONE: ' europe/london ' }).defaultZone).toBe('Europe/London');
  });

  test('a refusal never repeats the value, which is a secret', () => {
    const error = refusalOf({ SLACK_BOT_TOKEN: 'xoxb-invented' });
    expect(JSON.stringify([error.message, error.faults])).not.toContain('xoxb');
  });
});

describe('.env.example', () => {
  test('lists exactly the variables that are read, each empty, each with its default', async () => {
    const blocks = (await readFile('.env.example', 'utf8')).trim().split(/\n\n+/);
    const assignments = blocks.flatMap((block) => block.split('\n').filter((line) => /^\w+=/.test(line)));
    expect(assignments).toEqual(VARIABLES.map((name) => `${name}=`));
    const described = blocks.filter((block) => block.includes('='));
    for (const block of described) expect(block).toMatch(/^# Default: \S/m);
  });
});
