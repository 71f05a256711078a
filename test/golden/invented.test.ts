// Golden articles that are invented: a file of rows for each thing the engine must read, with what it must find and what it must
// leave alone. A person marked them as a careful reader would, before the program was run on them. Of a statement only the keys
// that are given are compared; how many there are, and in which order, always.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ReadStatement, readText } from '../attribution/readText.ts';
import { WORLD } from './invented/world.ts';

/** What a row says of a statement, in words of the article. */
interface Marked {
  readonly source: string | null;
  /** Id of a speaker of world.ts, else the name as resolved, else the article's own words. */
  readonly speaker: string;
  readonly resolvedBy: string | null;
  readonly cue: string;
  readonly sense: string;
  readonly kind: string;
  readonly content: readonly string[];
  readonly addressee: string | null;
  readonly venue: string | null;
  readonly saidOn: { readonly from: string; readonly to: string; readonly certain?: boolean } | null;
  readonly hedged: boolean;
  /** Names, outermost first. */
  readonly via: readonly string[];
  /** Place in the list of the statement that carries this one, from 1. */
  readonly carriedBy: number | null;
}

interface Row {
  readonly name: string;
  readonly paragraphs: readonly string[];
  /** Thursday 12 February 2026 when not given. */
  readonly published?: string;
  readonly statements: readonly Partial<Marked>[];
}

/** Why the program does not give what was marked, by file and name; such a row must fail until it is mended. */
const KNOWN_TO_FAIL: Readonly<Record<string, string>> = {
  "cues: somebody's claim that": 'where the clause of a noun ends is not seen',
};

const FOLDER = 'test/golden/invented';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const tables = files.map((file) => ({
  topic: file.replace(/\.json$/u, ''),
  rows: JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as readonly Row[],
}));

function toMarked({ who, cue, says, statement }: ReadStatement, all: readonly ReadStatement[], row: Row): Marked {
  const words = (span: { readonly passageId: string; readonly start: number; readonly end: number } | null) =>
    span && (row.paragraphs[Number(span.passageId.split('#')[1]) - 1] ?? '').slice(span.start, span.end);
  const { saidOn, speaker } = statement;
  const carrier = all.findIndex((other) => other.statement.id === statement.carriedBy);
  return {
    source: who,
    speaker: speaker.speakerId ?? speaker.name,
    resolvedBy: speaker.resolvedBy,
    cue,
    sense: statement.cue.sense,
    kind: statement.kind,
    content: says,
    addressee: words(statement.addressee),
    venue: words(statement.venue),
    saidOn: saidOn && { from: saidOn.from, to: saidOn.to, certain: saidOn.certain },
    hedged: statement.hedged,
    via: statement.via.map(({ name }) => name),
    carriedBy: carrier < 0 ? null : carrier + 1,
  };
}

for (const { topic, rows } of tables) {
  describe(topic, () => {
    for (const row of rows) {
      const check = KNOWN_TO_FAIL[`${topic}: ${row.name}`] === undefined ? test : test.fails;
      check(row.name, () => {
        const options = { speakers: WORLD, ...(row.published === undefined ? {} : { publishedOn: row.published }) };
        const read = readText(row.paragraphs.join('\n\n'), options);
        const marked = read.map((one) => toMarked(one, read, row));
        expect(marked.map(({ source, cue, content }) => ({ source, cue, content }))).toHaveLength(
          row.statements.length,
        );
        expect(marked).toMatchObject(row.statements);
      });
    }
  });
}

describe('the list of rows known to fail', () => {
  test('names rows that exist', () => {
    const names = tables.flatMap(({ topic, rows }) => rows.map(({ name }) => `${topic}: ${name}`));
    expect(Object.keys(KNOWN_TO_FAIL).filter((name) => !names.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});
