// `npm run -s bench:statements -- --texts DIR`: a line of JSON for each raw text file, with the statements that the program reads
// in it, for scorers. Offsets count UTF-16 units of the file. Speakers come from the text alone: an empty gazetteer.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { extractStatements } from '../../src/attribution/extract.ts';
import { createGazetteer } from '../../src/attribution/speakers.ts';
import { splitPassages } from '../../src/corpus/passages.ts';
import type { Passage, PassageSpan, Statement } from '../../src/domain.ts';
import { loadReader, WEIGHTS_FILE } from '../../src/loadReader.ts';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

interface Text {
  readonly id: string;
  readonly text: string;
}

function main(): void {
  const { values } = parseArgs({ options: { texts: { type: 'string' }, weights: { type: 'string' } } });
  const dir = values.texts;
  if (dir === undefined) throw new Error('name the folder of the texts: npm run -s bench:statements -- --texts DIR');
  const reader = loadReader(values.weights ?? join(ROOT, WEIGHTS_FILE));
  const gazetteer = createGazetteer([]);
  const texts = readdirSync(dir)
    .filter((file) => file.endsWith('.txt'))
    .map((file): Text => ({ id: file.slice(0, -'.txt'.length), text: readFileSync(join(dir, file), 'utf8') }));
  const read = ({ id, text }: Text): { passages: readonly Passage[]; found: readonly Statement[] } => {
    const passages = splitPassages({ id, body: text, captions: [] });
    return {
      passages,
      found: extractStatements({ passages, publishedOn: '2026-01-01', language: 'en' }, gazetteer, reader),
    };
  };
  // Once as a process does that has just started, once when what reads is compiled and knows the words.
  const first = rateOf(texts, (text) => {
    const { passages, found } = read(text);
    return () => console.log(lineOf(text.id, passages, found));
  });
  const again = rateOf(texts, (text) => {
    read(text);
    return () => {};
  });
  const words = texts.reduce((sum, { text }) => sum + wordsIn(text), 0);
  console.error(
    `${texts.length} texts, ${words} words, ${first} words a second just started, ${again} when read again`,
  );
}

/** Words a second. What `read` gives back is done while the clock stands still. */
function rateOf(texts: readonly Text[], read: (text: Text) => () => void): number {
  let [words, ms] = [0, 0];
  for (const text of texts) {
    const start = performance.now();
    const print = read(text);
    ms += performance.now() - start;
    words += wordsIn(text.text);
    print();
  }
  return Math.round(words / (ms / 1000));
}

function wordsIn(text: string): number {
  return text.split(/\s+/).length;
}

function lineOf(id: string, passages: readonly Passage[], found: readonly Statement[]): string {
  const offsets = new Map(passages.map((passage) => [passage.id, passage.offset]));
  const place = (span: PassageSpan): [number, number] => {
    const offset = offsets.get(span.passageId) ?? 0;
    return [span.start + offset, span.end + offset];
  };
  const statements = found.map((statement) => ({
    content: statement.content.map(place),
    source: statement.source ? [place(statement.source)] : null,
    cue: [place(statement.cue)],
    speaker:
      statement.speaker.resolvedBy === null && /^(?:he|she|they|it|i|we)$/i.test(statement.speaker.name)
        ? null
        : statement.speaker.name,
    kind: statement.kind,
  }));
  return JSON.stringify({ id, statements });
}

main();
