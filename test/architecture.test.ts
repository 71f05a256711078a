// Which part of src may import what. The table below is the rule: what is not in it is forbidden, and nothing is exempt.
// A file that does not fit is moved. CONTRIBUTING.md gives the reasons; cycles between files are Biome's business.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Row {
  /** Other parts; its own files a part may always import. */
  readonly parts: readonly string[];
  /** npm packages by name, with whatever lies below them; built-in modules as they are written. */
  readonly packages: readonly string[];
}

/** A part is a folder of src or a file right below it. In the order in which data flows. */
const ALLOWED: Readonly<Record<string, Row>> = {
  domain: { parts: [], packages: [] },
  errors: { parts: [], packages: [] },
  editDistance: { parts: [], packages: [] },
  arguments: { parts: ['editDistance'], packages: [] },
  patterns: { parts: [], packages: [] },
  dates: { parts: ['domain'], packages: ['chrono-node'] },
  quotations: { parts: ['domain', 'patterns'], packages: [] },
  config: { parts: ['errors'], packages: ['zod'] },
  corpus: {
    parts: ['domain', 'errors', 'patterns'],
    packages: ['zod', 'yaml', 'node:fs', 'node:fs/promises', 'node:path', 'node:timers/promises'],
  },
  intake: {
    parts: ['domain', 'errors'],
    packages: ['@mozilla/readability', 'franc-min', 'linkedom'],
  },
  attribution: { parts: ['domain', 'dates', 'editDistance', 'patterns', 'quotations'], packages: [] },
  search: { parts: ['domain', 'editDistance'], packages: ['minisearch', 'porter2'] },
  requests: { parts: ['domain', 'errors', 'editDistance'], packages: [] },
  answers: {
    parts: ['domain', 'errors', 'dates', 'editDistance', 'quotations', 'requests', 'search'],
    packages: [],
  },
  messages: { parts: ['domain', 'errors', 'requests', 'answers'], packages: [] },
  conversation: { parts: ['domain', 'messages', 'quotations'], packages: [] },
  approval: {
    parts: ['config', 'conversation', 'corpus', 'domain', 'errors', 'messages', 'platform'],
    packages: ['node:crypto'],
  },
  schedule: { parts: ['domain', 'errors', 'messages', 'store'], packages: ['croner', 'zod', 'node:crypto'] },
  discord: {
    parts: ['approval', 'config', 'errors', 'messages', 'requests', 'conversation', 'platform', 'schedule', 'store'],
    packages: ['discord.js', 'undici', '@resvg/resvg-js'],
  },
  slack: {
    parts: ['approval', 'config', 'errors', 'messages', 'conversation', 'platform', 'schedule', 'store'],
    packages: ['@slack/bolt', 'node:http', 'node:timers/promises'],
  },
  terminal: { parts: ['messages'], packages: ['picocolors', 'node:readline', 'node:stream'] },
  feeds: {
    parts: ['corpus', 'domain', 'errors', 'fetch', 'intake', 'store'],
    packages: ['feedsmith', 'node:crypto'],
  },
  store: { parts: ['domain', 'errors'], packages: ['kysely', 'libsql', 'pg', 'node:fs', 'node:path', 'node:url'] },
  readStory: { parts: ['domain', 'corpus', 'attribution', 'search'], packages: [] },
  statementCache: {
    parts: ['domain', 'attribution', 'readStory'],
    packages: ['node:crypto', 'node:fs', 'node:path'],
  },
  app: {
    parts: ['domain', 'errors', 'attribution', 'requests', 'search', 'answers', 'messages', 'readStory'],
    packages: [],
  },
  liveApp: { parts: ['domain', 'search', 'readStory', 'app'], packages: [] },
  liveCorpus: { parts: ['corpus', 'errors', 'liveApp', 'log', 'search'], packages: ['node:timers/promises'] },
  digests: {
    parts: ['answers', 'errors', 'messages', 'requests', 'schedule', 'search', 'store'],
    packages: ['node:crypto'],
  },
  liveDigests: {
    parts: ['config', 'digests', 'errors', 'log', 'requests', 'schedule', 'search', 'store'],
    packages: ['node:os'],
  },
  digestTerminal: {
    parts: ['app', 'config', 'digests', 'errors', 'messages', 'requests', 'schedule', 'store'],
    packages: [],
  },
  fetch: {
    parts: ['errors'],
    packages: ['undici', 'ipaddr.js', 'node:dns/promises', 'node:http', 'node:net', 'node:util', 'node:zlib'],
  },
  sameText: { parts: [], packages: [] },
  draftArticle: { parts: ['corpus', 'domain', 'intake'], packages: [] },
  liveFeeds: {
    parts: ['corpus', 'domain', 'draftArticle', 'errors', 'feeds', 'fetch', 'intake', 'sameText', 'store'],
    packages: ['node:crypto', 'node:fs/promises', 'node:os', 'node:path'],
  },
  followFeeds: {
    parts: ['corpus', 'domain', 'fetch', 'intake', 'liveFeeds', 'log', 'store'],
    packages: ['node:fs/promises', 'node:path'],
  },
  curate: {
    parts: [
      ...['answers', 'arguments', 'attribution', 'corpus', 'domain', 'draftArticle', 'editDistance', 'errors', 'feeds'],
      ...[
        'fetch',
        'intake',
        'liveFeeds',
        'messages',
        'quotations',
        'readStory',
        'sameText',
        'search',
        'store',
        'terminal',
      ],
    ],
    packages: [
      '@clack/prompts',
      'node:fs',
      'node:fs/promises',
      'node:path',
      'node:stream',
      'node:timers/promises',
      'node:util',
    ],
  },
  loadReader: { parts: ['attribution'], packages: ['node:fs'] },
  platform: { parts: ['errors'], packages: [] },
  log: { parts: ['errors'], packages: ['pino'] },
  serve: {
    parts: [
      ...['config', 'conversation', 'discord', 'errors', 'liveApp', 'liveCorpus', 'liveDigests', 'log', 'messages'],
      ...['platform', 'schedule', 'slack'],
      ...['approval', 'corpus', 'followFeeds', 'store'],
    ],
    packages: ['node:crypto', 'node:timers/promises'],
  },
  main: {
    parts: [
      'app',
      'arguments',
      'config',
      'corpus',
      'curate',
      'digestTerminal',
      'errors',
      'fetch',
      'liveApp',
      'loadReader',
      'readStory',
      'serve',
      'slack',
      'statementCache',
      'terminal',
      'messages',
    ],
    packages: ['dotenv', 'node:fs/promises', 'node:path', 'node:url', 'node:util'],
  },
};

// Loose on purpose: a line of a comment that looks like an import is reported too; one that goes unseen would be worse.
const STATIC = /\b(?:from|import)\s*(['"])([^'"\n]+)\1\s*(?:;|$|with\b)/gm;
const DYNAMIC = /\bimport\s*\(\s*(['"`])([^'"`\n]+)\1/g;
const COMPUTED = /\bimport\s*\(\s*(?!['"`\s])/;

/** Every target that a source names: static, dynamic, re-exported or of types. */
function targetsOf(source: string): string[] {
  const named = [...source.matchAll(STATIC), ...source.matchAll(DYNAMIC)].map(([, , target = '']) => target);
  return COMPUTED.test(source) ? [...named, '(computed)'] : named;
}

/** `path` is below src, with `/`: "search/rank.ts" belongs to search, "app.ts" to app, "../package.json" to nobody. */
function partOf(path: string): string {
  return (path.split('/')[0] ?? '').replace(/\.ts$/, '');
}

/** What a file imports against the table, one sentence each. */
function breachesOf(path: string, source: string): string[] {
  const part = partOf(path);
  const row = ALLOWED[part];
  if (row === undefined) return [`${path}: the part "${part}" has no row in the table`];
  const breaches = targetsOf(source).flatMap((target) => {
    if (!target.startsWith('.')) {
      const name = /^(?:node:.+|@[^/]+\/[^/]+|[^/]+)/.exec(target)?.[0] ?? target;
      return row.packages.includes(name) ? [] : [`${path}: ${part} may not import the package ${target}`];
    }
    const other = partOf(posix.join(posix.dirname(path), target));
    return other === part || row.parts.includes(other) ? [] : [`${path}: ${part} may not import ${other}`];
  });
  return [...new Set(breaches)];
}

const files = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name).split(sep).slice(1).join('/'));

describe('src', () => {
  test.each(files)('%s imports only what its part may import', (path) => {
    expect(breachesOf(path, readFileSync(join('src', path), 'utf8'))).toEqual([]);
  });

  test('has a file for every row of the table', () => {
    expect([...new Set(files.map(partOf))].sort()).toEqual(Object.keys(ALLOWED).sort());
  });
});

describe('the check reports', () => {
  test.each([
    ['an import', "import { rank } from '../search/rank.ts';"],
    ['an import in double quotes', 'import { rank } from "../search/rank.ts";'],
    ['an import over several lines', "import {\n  rank, // the reader's\n  type Hit,\n} from '../search/rank.ts';"],
    ['an import of everything', "import * as search from '../search/rank.ts';"],
    ['an import with attributes', "import rank from '../search/rank.json' with { type: 'json' };"],
    ['an import without white space', "import{rank}from'../search/rank.ts'"],
    ['an import for its effects', "import '../search/rank.ts';"],
    ['an import of types', "import type { Hit } from '../search/rank.ts';"],
    ['an import of types within braces', "import { type Hit } from '../search/rank.ts';"],
    ['a type written as an import', "let hit: import('../search/rank.ts').Hit;"],
    ['a dynamic import', "const search = await import('../search/rank.ts');"],
    ['a dynamic import in a template', 'await import(\n  `../search/rank.ts`\n);'],
    ['a re-export', "export { rank } from '../search/rank.ts';"],
    ['a re-export of everything', "export * from '../search/rank.ts';"],
    ['a re-export of types', "export type { Hit } from '../search/rank.ts';"],
    ['the second of two on a line', "import { a } from './a.ts'; import { rank } from '../search/rank.ts';"],
  ])('%s', (_, source) => {
    expect(breachesOf('corpus/load.ts', source)).toEqual(['corpus/load.ts: corpus may not import search']);
  });

  test.each([
    ['a package that is not in the row', "import { z } from 'zod';", 'the package zod'],
    ['a path below such a package', "import { z } from 'zod/mini';", 'the package zod/mini'],
    ['a package with a scope', "import { App } from '@slack/bolt';", 'the package @slack/bolt'],
    ['a built-in module', "import { readFile } from 'node:fs/promises';", 'the package node:fs/promises'],
    ['a built-in module without "node:"', "import fs from 'fs';", 'the package fs'],
    ['a module whose name is computed', 'await import(name);', 'the package (computed)'],
    ['a file outside src', "import data from '../../package.json';", '..'],
    ['a folder without a row', "import { a } from '../utils/a.ts';", 'utils'],
  ])('%s', (_, source, what) => {
    expect(breachesOf('search/rank.ts', source)).toEqual([`search/rank.ts: search may not import ${what}`]);
  });

  test('a file of a folder or a name that has no row, whatever it imports', () => {
    expect(breachesOf('utils/strings.ts', '')).toEqual(['utils/strings.ts: the part "utils" has no row in the table']);
    expect(breachesOf('strings.ts', '')).toEqual(['strings.ts: the part "strings" has no row in the table']);
  });
});

describe('the check accepts', () => {
  test.each([
    [
      'files of the same part, in any of its folders',
      'attribution/rules/quoted.ts',
      "import { a } from '../content.ts';",
    ],
    ['a part of the row', 'answers/ask.ts', "import { rank } from '../search/rank.ts';"],
    ['a file right below src', 'attribution/rules/quoted.ts', "import type { Span } from '../../domain.ts';"],
    ['a path below a package of the row', 'dates.ts', "import * as chrono from 'chrono-node/en';"],
    ['the word "from" before quoted words', 'domain.ts', '// counted from \'start\', or imported from "it" as well'],
    ['the address of the module itself', 'domain.ts', 'export const here = import.meta.url;'],
  ])('%s', (_, path, source) => {
    expect(breachesOf(path, source)).toEqual([]);
  });
});
