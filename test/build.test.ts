// What the bundle loads at its start: the terminal answers within a fraction of a second, so nothing of a bot may be in its way.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { MAIN } from './runMain.ts';

/** A file of the bundle, and whatever it imports without being asked to. */
function importsOf(file: string, seen = new Set<string>()): Set<string> {
  for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*"([^"\n]+)"/g)) {
    if (seen.has(name)) continue;
    seen.add(name);
    if (name.startsWith('./')) importsOf(join(dirname(file), name), seen);
  }
  return seen;
}

test('the terminal loads only its own files and modules of Node.js, nothing of the store', () => {
  const imports = [...importsOf(MAIN)];
  expect(imports).toContain('node:readline');
  expect(imports.filter((name) => !/^(?:node:|\.\/)/.test(name))).toEqual([]);
});
