// Every test: no connection leaves this machine, neither of the test's own process nor of a program that it started with the
// environment of `LocalDiscord.env`. The test in which one was tried fails.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import './loopbackOnly.mjs';

const breaches = join(tmpdir(), `loopback-breaches-${process.pid}`);
process.env['LOOPBACK_BREACHES'] = breaches;
rmSync(breaches, { force: true });

/** What was refused since the last time, taken away. */
export function takeRefused(): readonly string[] {
  if (!existsSync(breaches)) return [];
  const refused = readFileSync(breaches, 'utf8').trimEnd().split('\n');
  rmSync(breaches);
  return refused;
}

afterEach(() => {
  const refused = takeRefused();
  if (refused.length > 0) throw new Error(`Tests reach this machine alone, but there was ${refused.join(', ')}.`);
});
