// speakers.yaml and terms.yaml: what would make an attribution ambiguous is refused.
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { loadCorpus } from '../../src/corpus/load.ts';
import { corpusFolder, faultsOf } from './corpusFolder.ts';

const file = 'speakers.yaml';
const GOVERNMENT = '- { id: arden, name: Arden, kind: government, pronoun: it }\n';

/** One entry on one line; `more` is YAML behind the required keys. */
function person(id: string, name: string, more = ''): string {
  return `- { id: ${id}, name: ${name}, kind: person, pronoun: she${more === '' ? '' : `, ${more}`} }\n`;
}

describe('speakers', () => {
  test('entries are read with what was left out as null or empty', async () => {
    const roles = 'roles: [{ title: Minister of Arden, from: 2020-01-01, speaksFor: arden }]';
    const text = GOVERNMENT + person('ana-vale', 'Ana Vale', `spellings: { Vale: [Wale, Vael] }, ${roles}`);
    const { speakers } = await loadCorpus(await corpusFolder({ [file]: text }));
    expect(speakers).toEqual([
      {
        id: 'arden',
        name: 'Arden',
        kind: 'government',
        pronoun: 'it',
        aliases: [],
        spellings: [],
        roles: [],
        speaksFor: null,
      },
      {
        id: 'ana-vale',
        name: 'Ana Vale',
        kind: 'person',
        pronoun: 'she',
        aliases: [],
        spellings: [{ word: 'Vale', variants: ['Wale', 'Vael'] }],
        roles: [{ title: 'Minister of Arden', from: '2020-01-01', to: null, speaksFor: 'arden', names: [] }],
        speaksFor: null,
      },
    ]);
  });

  test('a missing file is reported', async () => {
    expect(await faultsOf({ [file]: null })).toEqual([
      { file, field: '', reason: "can't be read: it does not exist (a link may point nowhere)" },
    ]);
  });

  test('an empty file is reported: a list is wanted, if an empty one', async () => {
    expect(await faultsOf({ [file]: '# nobody yet\n' })).toMatchObject([
      { file, reason: 'must be a list ([one, two], or lines that begin with "- "), not null' },
    ]);
    expect((await loadCorpus(await corpusFolder({ [file]: '[]\n' }))).speakers).toEqual([]);
  });

  test('a faulty entry does not hide what is wrong between the others', async () => {
    const text =
      person('ana-vale', 'Ana Vale', 'nickname: Annie') + person('vale', 'Bo Vale') + person('vale', 'Cy Vale');
    expect((await faultsOf({ [file]: text })).map(({ field }) => field)).toEqual(['ana-vale.nickname', 'vale.id']);
  });

  test('an id used twice is reported where it is used again', async () => {
    expect(await faultsOf({ [file]: person('vale', 'Ana Vale') + person('vale', 'Bo Vale') })).toEqual([
      { file, field: 'vale.id', reason: '"vale" is used twice: ids must differ', line: 2 },
    ]);
  });

  test('a name or an alias in two entries is reported, whatever its case', async () => {
    const text =
      person('ana-vale', 'Ana Vale', 'aliases: [Vale]') + person('bo-vale', 'Bo Vale', 'aliases: [Bo, VALE]');
    expect(await faultsOf({ [file]: text })).toEqual([
      { file, field: 'bo-vale.aliases.1', reason: '"VALE" already names ana-vale: keep it in one entry', line: 2 },
    ]);
  });

  test('an alias that repeats the name of its own entry does no harm', async () => {
    const dir = await corpusFolder({ [file]: person('ana-vale', 'Ana Vale', 'aliases: [ana vale]') });
    expect((await loadCorpus(dir)).speakers).toHaveLength(1);
  });

  test('speaking for nobody who has an entry, or for oneself, is reported for entries and for roles', async () => {
    const text =
      person('ana-vale', 'Ana Vale', 'speaksFor: nowhere') +
      person('bo-orr', 'Bo Orr', 'speaksFor: bo-orr') +
      person(
        'cy-lund',
        'Cy Lund',
        'roles: [{ title: Envoy, speaksFor: nowhere }, { title: Minister, speaksFor: cy-lund }]',
      );
    const nobody = 'no speaker has the id "nowhere": add one or correct it';
    const oneself = 'nobody speaks for oneself: name the government or body, or remove it';
    expect(await faultsOf({ [file]: text })).toEqual([
      { file, field: 'ana-vale.speaksFor', reason: nobody, line: 1 },
      { file, field: 'bo-orr.speaksFor', reason: oneself, line: 2 },
      { file, field: 'cy-lund.roles.0.speaksFor', reason: nobody, line: 3 },
      { file, field: 'cy-lund.roles.1.speaksFor', reason: oneself, line: 3 },
    ]);
  });

  test('a role that ends before it begins is reported; one of a single day is not', async () => {
    const roles = (to: string): string => `roles: [{ title: Envoy, from: 2025-03-02, to: ${to} }]`;
    expect(await faultsOf({ [file]: person('ana-vale', 'Ana Vale', roles('2025-03-01')) })).toEqual([
      {
        file,
        field: 'ana-vale.roles.0.to',
        reason: "2025-03-01 lies before 2025-03-02: the last day can't precede the first",
        line: 1,
      },
    ]);
    const dir = await corpusFolder({ [file]: person('ana-vale', 'Ana Vale', roles('2025-03-02')) });
    expect((await loadCorpus(dir)).speakers).toHaveLength(1);
  });

  test('a spelling of a word that is in no name or alias is reported', async () => {
    const text = person('ana-vale', 'Ana Vale', 'aliases: [the Hawk], spellings: { Hawk: [Hawke], Vail: [Vael] }');
    expect(await faultsOf({ [file]: text })).toEqual([
      { file, field: 'ana-vale.spellings.Vail', reason: '"Vail" is no word of the name or an alias', line: 1 },
    ]);
  });

  test.each([
    ['id: Ana Vale', '0.id', '"Ana Vale" is not lower-case words joined by hyphens, such as abbas-araghchi'],
    ['name: ""', 'ana-vale.name', 'is empty'],
    ['kind: human', 'ana-vale.kind', '"human" is not one of person, office, government, body, outlet'],
    ['pronoun: we', 'ana-vale.pronoun', '"we" is not one of he, she, they, it'],
    ['aliases: Vale', 'ana-vale.aliases', 'must be a list ([one, two], or lines that begin with "- "), not "Vale"'],
    ['alias: [Vale]', 'ana-vale.alias', 'is no key that this file can have: correct its spelling or remove it'],
    ['spellings: { Vale: [] }', 'ana-vale.spellings.Vale', 'needs at least 1 entry'],
    ['roles: [{ from: 2025-01-01 }]', 'ana-vale.roles.0.title', 'is missing'],
    [
      'roles: [{ title: Envoy, from: 2025 }]',
      'ana-vale.roles.0.from',
      '2025 is not a day of the calendar written YYYY-MM-DD',
    ],
    ['speaksFor: The Hawk', 'ana-vale.speaksFor', '"The Hawk" is not the id of another speaker in this file'],
  ])('an entry with %s is reported', async (line, field, reason) => {
    const key = line.slice(0, line.indexOf(':'));
    const valid = ['id: ana-vale', 'name: Ana Vale', 'kind: person', 'pronoun: she'];
    const lines = [line, ...valid.filter((other) => !other.startsWith(`${key}:`))];
    expect(await faultsOf({ [file]: `- ${lines.join('\n  ')}\n` })).toEqual([{ file, field, reason, line: 1 }]);
  });
});

describe('a field that has only so many values', () => {
  test.each([
    ['kind', 'is missing: one of person, office, government, body, outlet'],
    ['pronoun', 'is missing: one of he, she, they, it'],
  ])('%s is reported with them when it is left out', async (key, reason) => {
    const lines = ['id: ana-vale', 'name: Ana Vale', 'kind: person', 'pronoun: she'].filter(
      (one) => !one.startsWith(key),
    );
    expect(await faultsOf({ [file]: `- ${lines.join('\n  ')}\n` })).toEqual([
      { file, field: `ana-vale.${key}`, reason, line: 1 },
    ]);
  });

  test('an entry without an id is named by its place, from 0', async () => {
    expect(await faultsOf({ [file]: '- { name: Ana Vale, kind: person, pronoun: she }\n' })).toMatchObject([
      { field: '0.id' },
    ]);
  });
});

test('the head of the shipped file explains every field of an entry', async () => {
  const head = (await readFile('corpus/speakers.yaml', 'utf8')).split('\n- ')[0] ?? '';
  for (const key of ['id', 'name', 'kind', 'pronoun', 'aliases', 'spellings', 'roles', 'speaksFor']) {
    expect(head).toMatch(new RegExp(`^# ${key} {2,}\\S`, 'mu'));
  }
});

describe('terms', () => {
  test.each([
    ['a missing file', null, '', "can't be read: it does not exist (a link may point nowhere)"],
    ['a word alone', '- [deal, accord]\n- [talks]\n', '1', 'needs at least 2 entries'],
    ['an empty word', '- [deal, ""]\n', '0.1', 'is empty'],
    ['a number for a word', '- [deal, 2015]\n', '0.1', 'must be text (put it in quotation marks), not 2015'],
    [
      'a map for a list',
      'deal: accord\n',
      '',
      'must be a list ([one, two], or lines that begin with "- "), not {"deal":"accord"}',
    ],
    ['an open bracket', '- [deal, accord\n', '', /^is not valid YAML: /],
  ])('%s is reported', async (_, text, field, reason) => {
    const expected = typeof reason === 'string' ? reason : expect.stringMatching(reason);
    expect((await faultsOf({ 'terms.yaml': text }))[0]).toMatchObject({ file: 'terms.yaml', field, reason: expected });
  });
});
