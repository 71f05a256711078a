// feeds.yaml to FeedSettings: which feeds are followed, which of their items are wanted, and whether a curator is asked. Without the file there are none.
import { lstat } from 'node:fs/promises';
import * as z from 'zod/mini';
import type { Fault } from '../errors.ts';
import { faultsOfSchema } from './faults.ts';
import { readText } from './files.ts';
import { readYaml } from './readYaml.ts';

export interface FeedSetting {
  readonly address: string;
  /** Who publishes its articles; null: as pages and feed say. */
  readonly outlet: string | null;
  /** Words or phrases of which an item must have one in title or summary; empty: every item. */
  readonly include: readonly string[];
  /** Words or phrases of which it must have none. */
  readonly exclude: readonly string[];
  /** Minutes between two looks. */
  readonly every: number;
  /** ask: articles are held for a curator. take: they are in the corpus at once, unless something about them is in doubt. */
  readonly approval: 'ask' | 'take';
  /** BCP 47; null: as pages say. */
  readonly language: string | null;
}

/** Minutes. Chosen by eye: a server is not asked more often by anybody polite, and news that is a day old is late. */
const EVERY = { least: 5, usual: 15, most: 1_440 };
/** Characters: as many as a key of the store may have. */
const LONGEST_ADDRESS = 400;

const words = z._default(
  z.array(z.string().check(z.refine((value) => /[\p{L}\p{N}]/u.test(value), 'has no letter: give a word or a phrase'))),
  [],
);
const filled = z.string().check(z.refine((value) => value.trim() !== '', 'is empty'));

const feedSchema = z.strictObject({
  address: z.url({ protocol: /^https?$/ }).check(z.maxLength(LONGEST_ADDRESS)),
  outlet: z.optional(filled.check(z.maxLength(200))),
  include: words,
  exclude: words,
  every: z._default(z.int().check(z.gte(EVERY.least), z.lte(EVERY.most)), EVERY.usual),
  approval: z._default(z.enum(['ask', 'take']), 'ask'),
  language: z.optional(z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/))),
});

/** An empty file, or one of comments alone, has none. */
const feedsSchema = z.nullable(z.array(z.unknown()));

/** Reads `feeds.yaml`. Never throws. */
export async function readFeeds(path: string): Promise<{ feeds: FeedSetting[] } | { faults: Fault[] }> {
  if (await isMissing(path)) return { feeds: [] };
  const read = await readText(path);
  if ('faults' in read) return read;
  const file = readYaml(path, read.text, { schema: feedsSchema, firstLine: 1 });
  if ('faults' in file) return file;
  const faults: Fault[] = [];
  const feeds: FeedSetting[] = [];
  const seen = new Set<string>();
  const add = (position: number, reason: string): void => {
    const line = file.lineOf([position, 'address']);
    faults.push({ file: path, field: `${position}.address`, reason, ...(line === undefined ? {} : { line }) });
  };
  (file.value ?? []).forEach((entry, position) => {
    const above = { path: [position], name: [position] };
    const result = feedSchema.safeParse(entry, { reportInput: true });
    if (!result.success) {
      faults.push(...faultsOfSchema(path, result.error, file.lineOf, above));
      return;
    }
    const { outlet = null, language = null, ...rest } = result.data;
    const address = new URL(rest.address).href;
    // A name in another script is longer as it is asked for.
    if (address.length > LONGEST_ADDRESS) {
      add(position, `has ${address.length} characters as ${address.slice(0, 40)}…: give at most ${LONGEST_ADDRESS}`);
    }
    if (seen.has(address)) {
      add(position, `${address} is in this file twice: keep one entry`);
    }
    seen.add(address);
    feeds.push({ ...rest, address, outlet, language });
  });
  return faults.length > 0 ? { faults } : { feeds };
}

/** A link that points nowhere is no missing file: somebody meant it to be there. */
async function isMissing(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return false;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  }
}
