// createStatementCache(parts): what was read in each article, kept in one file from one process to the next, so that a restart reads only what has
// changed. A line an article, each with a key (what it was read from, and by what) and a checksum: a line that is damaged, cut off or of another
// version is read as if it were not there. New ones are added at the end; when more than half is out of date the file is written anew.
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Article, Speaker } from '../domain.ts';
import type { Extracted, StoryCache } from '../readStory.ts';
import { type Packed, pack, unpack } from './pack.ts';

export interface StatementCacheParts {
  readonly path: string;
  /** Another one for every other program: see programVersion. */
  readonly version: string;
  /** Makes the file's folder where there is none; else nothing is kept then. */
  readonly makesFolder: boolean;
  /** Once for each thing that goes wrong, one sentence; articles are read then as without a cache. */
  readonly onProblem: (message: string) => void;
}

/** First line of the file: what it is. Raised when the lines mean something else. */
const HEAD = 'iran-talks statements 1\n';
/** Hexadecimal digits of a key and of a checksum: half of SHA-256. */
const DIGITS = 32;
const NEWLINE = 0x0a;

/** Never throws. One process at a time should write it; of two, lines that got mixed up are dropped. */
export function createStatementCache({ path, version, makesFolder, onProblem }: StatementCacheParts): StoryCache {
  const told = new Set<string>();
  const tell = (message: string): void => {
    if (!told.has(message)) onProblem(message);
    told.add(message);
  };
  const fingerprints = new WeakMap<readonly Speaker[], string>();
  const keyOf = (article: Article, speakers: readonly Speaker[]): string => {
    const known = fingerprints.get(speakers) ?? digest(version, JSON.stringify(speakers));
    fingerprints.set(speakers, known);
    const { id, body, captions, publishedOn, language, corrections } = article;
    return digest(known, JSON.stringify([id, publishedOn, language, captions, corrections]), body);
  };
  /** By key, until they were asked for once; null: not read yet. */
  let lines: Map<string, Buffer> | null = null;
  /** Keys of all lines of the file, and how many lines it has. */
  const onDisk = new Set<string>();
  let size = 0;
  /** The file is to be written anew whatever it holds. */
  let isBroken = false;

  const load = (): Map<string, Buffer> => {
    const found = new Map<string, Buffer>();
    const bytes = readOrNull(path, tell);
    if (bytes === null) {
      isBroken = true;
      return found;
    }
    const isOurs = bytes.subarray(0, HEAD.length).toString('latin1') === HEAD;
    if (!isOurs) {
      isBroken = true;
      tell(`${path} is no cache of this version and is written anew`);
      return found;
    }
    for (let start = HEAD.length; start < bytes.length; ) {
      const newline = bytes.indexOf(NEWLINE, start);
      if (newline < 0) isBroken = true;
      const end = newline < 0 ? bytes.length : newline;
      const line = bytes.subarray(start, end);
      // Each one is checked when it is asked for.
      if (newline >= 0 && line.length > 2 * DIGITS) found.set(line.subarray(0, DIGITS).toString('latin1'), line);
      else isBroken = true;
      size += 1;
      start = end + 1;
    }
    if (isBroken) tell(`${path} is damaged: what is whole in it is used, the rest is read again`);
    for (const key of found.keys()) onDisk.add(key);
    return found;
  };

  return {
    find(article, speakers) {
      lines ??= load();
      const key = keyOf(article, speakers);
      const line = lines.get(key);
      if (line === undefined) return undefined;
      try {
        const text = line.subarray(2 * DIGITS);
        if (digest(key, text) !== line.subarray(DIGITS, 2 * DIGITS).toString('latin1')) throw new Error('checksum');
        return unpack(article, JSON.parse(text.toString('utf8')) as Packed);
      } catch {
        isBroken = true;
        onDisk.delete(key);
        tell(`${path} is damaged: what is whole in it is used, the rest is read again`);
        return undefined;
      }
    },
    keep(all, fresh, speakers) {
      const known = lines ?? new Map<string, Buffer>();
      lines = new Map();
      const isOutgrown = size > 2 * all.size + SLACK;
      try {
        if (makesFolder) mkdirSync(dirname(path), { recursive: true });
        if (isBroken || isOutgrown) {
          const keys: string[] = [];
          const parts = [...all].map(([article, extracted]) => {
            const key = keyOf(article, speakers);
            keys.push(key);
            return fresh.has(article) ? lineOf(key, extracted) : (known.get(key) ?? lineOf(key, extracted));
          });
          writeAnew(path, parts);
          onDisk.clear();
          for (const key of keys) onDisk.add(key);
          size = keys.length;
          isBroken = false;
          return;
        }
        const parts = [...fresh].flatMap((article) => {
          const extracted = all.get(article);
          const key = keyOf(article, speakers);
          if (!extracted || onDisk.has(key)) return [];
          onDisk.add(key);
          size += 1;
          return [lineOf(key, extracted), Buffer.of(NEWLINE)];
        });
        if (parts.length > 0) appendFileSync(path, Buffer.concat(parts));
      } catch (cause) {
        isBroken = true;
        const reason = cause instanceof Error ? cause.message : String(cause);
        const isUnasked = !makesFolder && /^ENOENT/u.test(reason);
        if (!isUnasked)
          tell(`what is read from articles can't be kept in ${path} (${reason}): every start reads all of them`);
      }
    },
  };
}

/** Lines that may be out of date in a small file. */
const SLACK = 50;

function readOrNull(path: string, tell: (message: string) => void): Buffer | null {
  try {
    return readFileSync(path);
  } catch (cause) {
    const isThere = !(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT');
    if (isThere) tell(`${path} can't be read (${cause instanceof Error ? cause.message : String(cause)})`);
    return null;
  }
}

/** Key, checksum, JSON; without the end of the line, which JSON never holds. */
function lineOf(key: string, extracted: Extracted): Buffer {
  const text = Buffer.from(JSON.stringify(pack(extracted)), 'utf8');
  return Buffer.concat([Buffer.from(key + digest(key, text), 'latin1'), text]);
}

/** All of it or nothing: whoever reads it meanwhile has the one before. */
function writeAnew(path: string, lines: readonly Buffer[]): void {
  const draft = `${path}.${process.pid}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    writeSync(file, HEAD);
    for (const line of lines) writeSync(file, Buffer.concat([line, Buffer.of(NEWLINE)]));
    fsyncSync(file);
  } catch (cause) {
    rmSync(draft, { force: true });
    throw cause;
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

function digest(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, DIGITS);
}
