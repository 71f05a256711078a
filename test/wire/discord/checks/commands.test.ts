// Definitions of commands: what must be refused, with the path of the field, and as much that must not.
import { describe, expect, test } from 'vitest';
import { checkCommand, checkCommands } from './commands.ts';

const text = (length: number) => 'x'.repeat(length);

function command(fields: object = {}): object {
  return { name: 'ask', description: 'Asks a question', ...fields };
}

function option(fields: object = {}): object {
  return { type: 3, name: 'words', description: 'Some words', ...fields };
}

function many(count: number, make: (at: number) => object): object[] {
  return Array.from({ length: count }, (_, at) => make(at));
}

function pathsOf(body: object): string[] {
  return checkCommand(body).map(({ path }) => path);
}

describe('a command is refused for', () => {
  test.each<[string, object, string]>([
    ['a name with an upper-case letter', { name: 'Ask' }, 'name'],
    ['a name with a space', { name: 'ask me' }, 'name'],
    ['a name of 33 characters', { name: text(33) }, 'name'],
    ['an empty description', { description: '' }, 'description'],
    ['a description of 101 characters', { description: text(101) }, 'description'],
    ['26 options', { options: many(26, (at) => option({ name: `n${at}` })) }, 'options'],
    ['two options of one name', { options: [option(), option()] }, 'options'],
    [
      'a required option behind one that is not',
      { options: [option(), option({ name: 'b', required: true })] },
      'options',
    ],
    ['a subcommand beside a value', { options: [option(), { type: 1, name: 'a', description: 'x' }] }, 'options'],
    [
      'a group within a group',
      {
        options: [
          { type: 2, name: 'a', description: 'x', options: [{ type: 2, name: 'b', description: 'x', options: [] }] },
        ],
      },
      'options[0].options[0].type',
    ],
    [
      'a group without subcommands',
      { options: [{ type: 2, name: 'a', description: 'x', options: [] }] },
      'options[0].options',
    ],
    ['a type of option that does not exist', { options: [option({ type: 12 })] }, 'options[0].type'],
    [
      '26 choices',
      { options: [option({ choices: many(26, (at) => ({ name: `n${at}`, value: `${at}` })) })] },
      'options[0].choices',
    ],
    [
      'a choice of 101 characters',
      { options: [option({ choices: [{ name: text(101), value: 'x' }] })] },
      'options[0].choices[0].name',
    ],
    [
      'a value of a choice of 101 characters',
      { options: [option({ choices: [{ name: 'x', value: text(101) }] })] },
      'options[0].choices[0].value',
    ],
    [
      'a number for a choice of text',
      { options: [option({ choices: [{ name: 'x', value: 1 }] })] },
      'options[0].choices[0].value',
    ],
    [
      'choices that are completed',
      { options: [option({ autocomplete: true, choices: [{ name: 'x', value: 'x' }] })] },
      'options[0].autocomplete',
    ],
    ['a person that is completed', { options: [option({ type: 6, autocomplete: true })] }, 'options[0].autocomplete'],
    ['a length of 6,001', { options: [option({ max_length: 6_001 })] }, 'options[0].max_length'],
    ['a language that Discord does not have', { name_localizations: { fa: 'پرس' } }, 'name_localizations.fa'],
    ['a localised name with an upper-case letter', { name_localizations: { fr: 'Demander' } }, 'name_localizations.fr'],
    [
      'a localised description of 101 characters',
      { options: [option({ description_localizations: { tr: text(101) } })] },
      'options[0].description_localizations.tr',
    ],
    ['a context that does not exist', { contexts: [0, 3] }, 'contexts[1]'],
    ['a context twice', { contexts: [0, 0] }, 'contexts'],
    ['an installation that does not exist', { integration_types: [2] }, 'integration_types[0]'],
    ['permissions that are no number', { default_member_permissions: 'ManageGuild' }, 'default_member_permissions'],
    ['a field that Discord does not document', { defaultMemberPermissions: '0' }, 'defaultMemberPermissions'],
  ])('%s', (_, fields, path) => {
    expect(pathsOf(command(fields))).toEqual([path]);
  });

  test('8,001 characters of names, descriptions and values, of each text the longest language', () => {
    // 25 options of 20 choices: 12 + 25 × (6 + 10 + 20 × (5 + 10)) = 7,912; one description more of 89 in one language.
    const choices = many(20, (at) => ({ name: `${1_000 + at}x`, value: `v${text(7)}${10 + at}` }));
    const options = many(25, (at) => option({ name: `name${10 + at}`, description: text(10), choices }));
    const fits = { name: 'ask', description: text(9), options };
    expect(pathsOf({ ...fits, description_localizations: { fr: text(97) } })).toEqual([]);
    expect(pathsOf({ ...fits, description_localizations: { fr: text(98) } })).toEqual(['']);
  });
});

describe('a command of a menu is refused for', () => {
  test.each<[string, object, string]>([
    ['a description', { description: 'x' }, 'description'],
    ['options', { options: [] }, 'options'],
    ['a name of 33 characters', { name: text(33) }, 'name'],
  ])('%s', (_, fields, path) => {
    expect(pathsOf({ type: 3, name: 'Check quotations', ...fields })).toEqual([path]);
  });
});

describe('a list of commands is refused for', () => {
  test('being none', () => {
    expect(checkCommands({})).toMatchObject([{ path: '' }]);
  });

  test('a name twice, of the same type', () => {
    const body = [command(), { type: 3, name: 'ask' }, command({ description: 'Another' })];
    expect(checkCommands(body)).toMatchObject([{ path: '[2].name' }]);
  });

  test('101 commands, or 16 of a menu', () => {
    expect(checkCommands(many(101, (at) => command({ name: `n${at}` })))).toMatchObject([{ path: '' }]);
    expect(checkCommands(many(16, (at) => ({ type: 3, name: `n${at}` })))).toMatchObject([{ path: '' }]);
  });

  test('a fault of any of them, with its place', () => {
    expect(checkCommands([command(), command({ name: 'B' })])).toMatchObject([{ path: '[1].name' }]);
  });
});

describe('all of this is taken', () => {
  test.each<[string, object]>([
    [
      'names in any script',
      command({ name: 'спросить', name_localizations: { 'zh-CN': '提问', 'es-ES': 'preguntar', hi: 'पूछें', th: 'ถาม' } }),
    ],
    [
      'a subcommand group with its subcommand',
      command({
        options: [
          {
            type: 2,
            name: 'who',
            description: 'x',
            options: [
              {
                type: 1,
                name: 'said',
                description: 'x',
                options: [
                  option({ required: true, autocomplete: true, min_length: 1, max_length: 200 }),
                  option({ type: 5, name: 'private' }),
                ],
              },
            ],
          },
        ],
      }),
    ],
    [
      'contexts, installations and permissions',
      command({ contexts: [0, 1, 2], integration_types: [0, 1], default_member_permissions: '32', nsfw: false }),
    ],
    [
      '25 options and 25 choices',
      command({
        options: many(25, (at) =>
          option({
            name: `n${at}`,
            ...(at === 0 ? { choices: many(25, (each) => ({ name: `c${each}`, value: 'x' })) } : {}),
          }),
        ),
      }),
    ],
    [
      'numbers with their bounds',
      command({
        options: [option({ type: 4, name: 'page', min_value: 1, max_value: 9, choices: [{ name: 'one', value: 1 }] })],
      }),
    ],
    [
      'a command of a menu',
      { type: 3, name: 'Check quotations', name_localizations: { fr: 'Vérifier les citations' } },
    ],
    [
      'nothing said of what is not set',
      command({ name_localizations: null, description_localizations: null, default_member_permissions: null }),
    ],
  ])('%s', (_, body) => {
    expect(pathsOf(body)).toEqual([]);
  });

  test('a command and one of a menu of the same name', () => {
    expect(checkCommands([command(), { type: 3, name: 'ask' }])).toEqual([]);
  });
});
