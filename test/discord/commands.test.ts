// The commands as Discord would take them: its published limits, in every language.
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/discord/commands.ts';
import { isSame } from '../../src/discord/register.ts';

interface Definition {
  readonly type?: number;
  readonly name: string;
  readonly description?: string;
  readonly name_localizations?: Readonly<Record<string, string>>;
  readonly description_localizations?: Readonly<Record<string, string>>;
  readonly options?: readonly Definition[];
  readonly required?: boolean;
}

const LANGUAGES = ['es-ES', 'fr', 'ru', 'tr', 'zh-CN'];
const all = (one: Definition): Definition[] => [one, ...(one.options ?? []).flatMap(all)];
const [command, check] = COMMANDS as unknown as readonly [Definition, Definition];
/** Each with the path to it. */
const defined = all(command).map((one) => [one.name, one] as const);

describe('names and descriptions', () => {
  test.each(defined)('%s', (_, { name, description = '', name_localizations: names, description_localizations }) => {
    for (const one of [name, ...Object.values(names ?? {})]) {
      expect(one).toMatch(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u);
      expect(one).toBe(one.toLowerCase());
    }
    for (const one of [description, ...Object.values(description_localizations ?? {})]) {
      expect(one.length).toBeGreaterThan(0);
      expect(one.length).toBeLessThanOrEqual(100);
    }
    expect(Object.keys(description_localizations ?? {}).sort()).toEqual(LANGUAGES);
  });

  test('no two options of one command are called the same, in any language', () => {
    for (const { name, options = [] } of all(command))
      for (const language of LANGUAGES) {
        const names = options.map((one) => one.name_localizations?.[language] ?? one.name);
        expect(new Set(names).size, `${name} in ${language}`).toBe(names.length);
      }
  });

  test('all of it is no longer than Discord takes', () => {
    const sizes = all(command).map((one) =>
      Math.max(
        one.name.length + (one.description ?? '').length,
        ...LANGUAGES.map(
          (language) =>
            (one.name_localizations?.[language] ?? one.name).length +
            (one.description_localizations?.[language] ?? '').length,
        ),
      ),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(8000);
  });
});

test('options that must be given stand first, and none has more than 25', () => {
  for (const { options = [] } of all(command)) {
    expect(options.length).toBeLessThanOrEqual(25);
    const required = options.map((one) => one.required === true);
    expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
  }
});

test('both are there in servers, direct messages and for who installs them, and nobody is shut out', () => {
  for (const one of [command, check]) {
    expect(one).toMatchObject({ contexts: [0, 1, 2], integration_types: [0, 1] });
    expect(one).not.toHaveProperty('default_member_permissions');
  }
});

describe('whether Discord has them already', () => {
  /** As Discord gives them back: with ids, versions and defaults, in another order. */
  const known = [...(JSON.parse(JSON.stringify(COMMANDS)) as Record<string, unknown>[])].reverse().map((one) => ({
    id: '1',
    application_id: '2',
    version: '3',
    nsfw: false,
    default_member_permissions: null,
    dm_permission: true,
    description: '',
    ...one,
    contexts: [2, 0, 1],
  }));

  test('as it gives them back', () => {
    expect(isSame(known, COMMANDS)).toBe(true);
  });

  test.each<[string, (text: string) => string]>([
    ['another description', (text) => text.replace('One passage with its neighbours', 'One passage')],
    ['another language', (text) => text.replace('Un passage avec', 'Passage avec')],
    ['another name of an option', (text) => text.replace('"name":"quotation"', '"name":"quote"')],
    ['no completion', (text) => text.replace('"autocomplete":true', '"autocomplete":false')],
    ['not required', (text) => text.replace('"required":true', '"required":false')],
    ['elsewhere', (text) => text.replace('"contexts":[2,0,1]', '"contexts":[0]')],
  ])('%s', (_, change) => {
    const text = JSON.stringify(known);
    expect(change(text)).not.toBe(text);
    expect(isSame(JSON.parse(change(text)), COMMANDS)).toBe(false);
  });

  test('none, or one more', () => {
    expect(isSame([], COMMANDS)).toBe(false);
    expect(isSame([...known, { name: 'old', type: 1, description: 'Old' }], COMMANDS)).toBe(false);
  });
});
