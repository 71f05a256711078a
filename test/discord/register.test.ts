// Whether Discord has the commands that the bot would send: it adds ids and leaves out what is its default.
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/discord/commands.ts';
import { isSame } from '../../src/discord/register.ts';

/** As Discord gives them back. */
const known = (COMMANDS as readonly object[] as readonly Record<string, unknown>[]).map((command, at) => ({
  ...command,
  id: `${at}`,
  application_id: '1',
  version: '2',
  default_member_permissions: null,
  dm_permission: true,
  nsfw: false,
  description: command['description'] ?? '',
  description_localizations: command['description_localizations'] ?? null,
}));

const changed = (change: (command: Record<string, unknown>) => object): unknown =>
  known.map((command, at) => (at === 0 ? { ...command, ...change(command) } : command));

describe('the same', () => {
  test.each<[string, unknown]>([
    ['with what Discord adds', known],
    ['in another order', [...known].reverse()],
    ['with contexts in another order', changed(() => ({ contexts: [2, 0, 1] }))],
    [
      'with languages in another order',
      changed(({ description_localizations: all }) => ({
        description_localizations: Object.fromEntries(Object.entries(all as object).reverse()),
      })),
    ],
  ])('%s', (_, commands) => {
    expect(isSame(commands, COMMANDS)).toBe(true);
  });
});

describe('not the same', () => {
  test.each<[string, unknown]>([
    ['none', []],
    ['one more', [...known, { ...known[0], name: 'old' }]],
    ['one less', known.slice(1)],
    ['another description', changed(() => ({ description: 'Old words' }))],
    ['another translation', changed(() => ({ description_localizations: { fr: 'Autres mots' } }))],
    ['an option less', changed(({ options }) => ({ options: (options as unknown[]).slice(1) }))],
    ['options in another order', changed(({ options }) => ({ options: [...(options as unknown[])].reverse() }))],
    ['fewer contexts', changed(() => ({ contexts: [0] }))],
    ['nothing at all', null],
  ])('%s', (_, commands) => {
    expect(isSame(commands, COMMANDS)).toBe(false);
  });
});
