// speakers.yaml and terms.yaml: what would make an attribution ambiguous is refused.
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
    expect((await faultsOf({ [file]: text })).map(({ field }) => field)).toEqual(['0.nickname', '2.id']);
  });

  test('an id used twice is reported where it is used again', async () => {
    expect(await faultsOf({ [file]: person('vale', 'Ana Vale') + person('vale', 'Bo Vale') })).toEqual([
      { file, field: '1.id', reason: '"vale" is used twice: ids must differ', line: 2 },
    ]);
  });

  test('a name or an alias in two entries is reported, whatever its case', async () => {
    const text =
      person('ana-vale', 'Ana Vale', 'aliases: [Vale]') + person('bo-vale', 'Bo Vale', 'aliases: [Bo, VALE]');
    expect(await faultsOf({ [file]: text })).toEqual([
      { file, field: '1.aliases.1', reason: '"VALE" already names ana-vale: keep it in one entry', line: 2 },
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
      { file, field: '0.speaksFor', reason: nobody, line: 1 },
      { file, field: '1.speaksFor', reason: oneself, line: 2 },
      { file, field: '2.roles.0.speaksFor', reason: nobody, line: 3 },
      { file, field: '2.roles.1.speaksFor', reason: oneself, line: 3 },
    ]);
  });

  test('a role that ends before it begins is reported; one of a single day is not', async () => {
    const roles = (to: string): string => `roles: [{ title: Envoy, from: 2025-03-02, to: ${to} }]`;
    expect(await faultsOf({ [file]: person('ana-vale', 'Ana Vale', roles('2025-03-01')) })).toEqual([
      {
        file,
        field: '0.roles.0.to',
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
      { file, field: '0.spellings.Vail', reason: '"Vail" is no word of the name or an alias', line: 1 },
    ]);
  });

  test.each([
    ['id: Ana Vale', '0.id', '"Ana Vale" is not lower-case words joined by hyphens, such as abbas-araghchi'],
    ['name: ""', '0.name', 'is empty'],
    ['kind: human', '0.kind', '"human" is not one of person, office, government, body, outlet'],
    ['pronoun: we', '0.pronoun', '"we" is not one of he, she, they, it'],
    ['aliases: Vale', '0.aliases', 'must be a list ([one, two], or lines that begin with "- "), not "Vale"'],
    ['alias: [Vale]', '0.alias', 'is no key that this file can have: correct its spelling or remove it'],
    ['spellings: { Vale: [] }', '0.spellings.Vale', 'needs at least 1 entry'],
    ['roles: [{ from: 2025-01-01 }]', '0.roles.0.title', 'is missing'],
    ['roles: [{ title: Envoy, from: 2025 }]', '0.roles.0.from', '2025 is not a day of the calendar written YYYY-MM-DD'],
    ['speaksFor: The Hawk', '0.speaksFor', '"The Hawk" is not the id of another speaker in this file'],
  ])('an entry with %s is reported', async (line, field, reason) => {
    const key = line.slice(0, line.indexOf(':'));
    const valid = ['id: ana-vale', 'name: Ana Vale', 'kind: person', 'pronoun: she'];
    const lines = [line, ...valid.filter((other) => !other.startsWith(`${key}:`))];
    expect(await faultsOf({ [file]: `- ${lines.join('\n  ')}\n` })).toEqual([{ file, field, reason, line: 1 }]);
  });
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
