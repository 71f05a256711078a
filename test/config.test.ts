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
  const DEFAULTS = { corpusDir: null, databaseUrl: 'file:data/iran-talks.sqlite', mayColour: true };

  test('without any variable gives the corpus of the program, in colours', () => {
    expect(parseConfig({})).toEqual(DEFAULTS);
  });

  test('reads the corpus folder as it was given', () => {
    expect(parseConfig({ CORPUS_DIR: './my corpus' }).corpusDir).toBe('./my corpus');
  });

  test.each(['file:state/store.sqlite', 'file:///srv/store.sqlite', 'file::memory:'])(
    'reads the database %s as it was given',
    (url) => {
      expect(parseConfig({ DATABASE_URL: url }).databaseUrl).toBe(url);
    },
  );

  test.each([
    'postgres://user:secret@localhost/store',
    'data/store.sqlite',
    'sqlite:store',
    '/srv/store.sqlite',
    'http://file:x',
  ])('refuses the database %s, and says what is taken instead', (url) => {
    const error = refusalOf({ DATABASE_URL: url });
    expect(error.message.split('\n').slice(1)).toEqual([
      '  DATABASE_URL: must be "file:" and a path, such as file:data/iran-talks.sqlite; this version uses no other database',
    ]);
    expect(JSON.stringify([error.message, error.faults])).not.toContain('secret');
  });

  test('a database that is refused is told together with everything else', () => {
    const { faults } = refusalOf({ DATABASE_URL: 'postgres:', DISCORD_TOKEN: 'x' });
    expect(faults.map(({ file }) => file)).toEqual(['DISCORD_TOKEN', 'DATABASE_URL']);
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
      DISCORD_TOKEN: value,
    };
    expect(parseConfig(env)).toEqual(DEFAULTS);
  });

  test('variables of other programs are left alone', () => {
    const env = { PATH: '/bin', HOME: '/home/vale', MY_SLACK_BOT_TOKEN: 'x', SLACK_CHANNEL: 'x' };
    expect(parseConfig(env)).toEqual(DEFAULTS);
  });

  test('the tokens of platforms that this version does not connect to are refused all at once', () => {
    const error = refusalOf({
      SLACK_BOT_TOKEN: 'a secret',
      SLACK_APP_TOKEN: 'a secret',
      SLACK_SIGNING_SECRET: 'a secret',
      DISCORD_TOKEN: 'a secret',
    });
    expect(error.code).toBe('settings');
    expect(error.message.split('\n')).toEqual([
      "The settings can't be used:",
      '  SLACK_BOT_TOKEN: is set, but this version does not connect to Slack: remove it to use the terminal',
      '  SLACK_APP_TOKEN: is set, but this version does not connect to Slack: remove it to use the terminal',
      '  SLACK_SIGNING_SECRET: is set, but this version does not connect to Slack: remove it to use the terminal',
      '  DISCORD_TOKEN: is set, but this version does not connect to Discord: remove it to use the terminal',
    ]);
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
