// readText(text): the statements of an invented article, with spans as the words they cover, so that a table can say what is
// expected in words.
import { extractStatements } from '../../src/attribution/extract.ts';
import { createGazetteer } from '../../src/attribution/speakers.ts';
import { splitPassages } from '../../src/corpus/passages.ts';
import type { LocalDate, PassageSpan, Speaker, Statement } from '../../src/domain.ts';
import { reader } from '../reader.ts';

export interface ReadStatement {
  readonly who: string | null;
  readonly speaker: string;
  readonly cue: string;
  readonly says: readonly string[];
  readonly statement: Statement;
}

export interface ReadOptions {
  readonly speakers?: readonly Speaker[];
  readonly publishedOn?: LocalDate;
  readonly language?: string;
}

/** Paragraphs are separated by blank lines. Thursday 12 February 2026 unless `publishedOn` says otherwise. */
export function readText(text: string, options: ReadOptions = {}): ReadStatement[] {
  const passages = splitPassages({ id: 'invented', body: text, captions: [] });
  const words = (span: PassageSpan | null): string | null => {
    const passage = passages.find(({ id }) => id === span?.passageId);
    return passage && span ? passage.text.slice(span.start, span.end) : null;
  };
  const article = { passages, publishedOn: options.publishedOn ?? '2026-02-12', language: options.language ?? 'en' };
  return extractStatements(article, createGazetteer(options.speakers ?? []), reader).map((statement) => ({
    who: words(statement.source),
    speaker: statement.speaker.name,
    cue: words(statement.cue) ?? '',
    says: statement.content.map((span) => words(span) ?? ''),
    statement,
  }));
}

/** A speaker of whom a test names only what it is about. */
export function speaker(parts: Partial<Speaker> & Pick<Speaker, 'id' | 'name'>): Speaker {
  return { kind: 'person', pronoun: 'he', aliases: [], spellings: [], roles: [], speaksFor: null, ...parts };
}

/** Two people and a government that exist nowhere. */
export const INVENTED: readonly Speaker[] = [
  speaker({ id: 'orlan', name: 'Orlan', kind: 'government', pronoun: 'it', aliases: ['Velmora'] }),
  speaker({
    id: 'mara-dolen',
    name: 'Mara Dolen',
    pronoun: 'she',
    aliases: ['Dolen'],
    roles: [
      {
        title: 'Orlan President',
        from: '2020-01-01',
        to: '2025-06-30',
        speaksFor: 'orlan',
        names: ['the Orlan president'],
      },
    ],
  }),
  speaker({
    id: 'teo-varga',
    name: 'Teo Varga',
    aliases: ['Varga'],
    spellings: [{ word: 'Varga', variants: ['Wargha'] }],
    roles: [
      { title: 'Orlan President', from: '2025-07-01', to: null, speaksFor: 'orlan', names: ['the Orlan president'] },
    ],
  }),
];
