// README's commands and the answer printed in it are what a reader gets.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const scripts: Record<string, string> = JSON.parse(readFileSync('package.json', 'utf8')).scripts;
const blocks = [...readme.matchAll(/```console\n\$ (.*)\n([\s\S]*?)```/g)].map(([, command = '', output = '']) => ({
  command,
  output,
}));

test('the first command installs, and prints the answer shown', () => {
  const [first] = blocks;
  expect(first?.command).toMatch(/^npm ci && npm run -s iran-talks -- who said /);
  const command = first?.command.replace('npm ci && ', '') ?? 'false';
  const printed = execFileSync('sh', ['-c', command], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
  });
  expect(printed).toBe(first?.output);
});

test('the second command installs, and runs lint, types and tests', () => {
  expect(blocks[1]?.command).toBe('npm ci && npm run check');
  expect(scripts['check']).toBe('npm run lint && npm run types && npm test');
  expect(readFileSync('.ci/run', 'utf8')).toMatch(/npm ci\nnpm run check\n/);
});

test('every other command shown runs', () => {
  for (const { command } of blocks.slice(2)) {
    expect(execFileSync('sh', ['-c', command], { encoding: 'utf8' })).toContain('Masoud Pezeshkian');
  }
});

test('the answer fits a terminal of 80 columns, but for addresses', () => {
  for (const line of blocks[0]?.output.split('\n') ?? []) {
    if (!line.startsWith('https://')) expect(line.length).toBeLessThanOrEqual(80);
  }
});

test('it names no machine and no registry', () => {
  for (const file of ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'package-lock.json']) {
    expect(readFileSync(file, 'utf8')).not.toMatch(/registry\.|\/home\/|\/root\/|\/tmp\//);
  }
});

test('the lock file holds every package that another one asks for, so that npm ci works on every platform', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockEntry> };
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        packages[`node_modules/${name}`] === undefined && packages[`${path}/node_modules/${name}`] === undefined,
    ),
  );
  expect(missing).toEqual([]);
});

interface LockEntry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
