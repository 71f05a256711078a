// pack(article, read) and unpack: what was read in an article as plain values for JSON, without the words, which stand in the article: passages are
// named by their position, so that what is unpacked shares its strings, as what is read does.
import type { UnusedCorrection } from '../attribution/correct.ts';
import type { Article, DateMention, Passage, PassageSpan, SaidOn, Setting, Span, Statement } from '../domain.ts';
import type { Extracted } from '../readStory.ts';

/** Position of the passage, start, end. */
type PackedSpan = readonly [passage: number, start: number, end: number];

export interface Packed {
  /** Paragraphs, then captions: number, offset, length, and the sentences' starts and ends. */
  readonly paragraphs: readonly (readonly number[])[];
  readonly captions: readonly (readonly number[])[];
  readonly statements: readonly PackedStatement[];
  readonly dates: readonly (readonly [...PackedSpan, from: string, to: string])[];
  readonly unused: readonly UnusedCorrection[];
}

interface PackedStatement
  extends Omit<
    Statement,
    'id' | 'passageId' | 'source' | 'speaker' | 'cue' | 'content' | 'saidOn' | 'addressee' | 'venue' | 'via'
  > {
  /** Behind the passage's id: ".2". */
  readonly id: string;
  readonly passage: number;
  readonly source: PackedSpan | null;
  readonly speaker: Omit<Statement['speaker'], 'antecedent'> & { readonly antecedent: PackedSpan | null };
  readonly cue: readonly [...PackedSpan, sense: Statement['cue']['sense']];
  readonly content: readonly PackedSpan[];
  readonly saidOn: (Omit<SaidOn, 'words'> & { readonly words: PackedSpan | null }) | null;
  readonly addressee: readonly [...PackedSpan, certain: boolean] | null;
  readonly venue: readonly [...PackedSpan, certain: boolean] | null;
  readonly via: readonly (readonly [...PackedSpan, name: string, speakerId: string | null])[];
}

export function pack({ passages, statements, dates, unused }: Extracted): Packed {
  const places = new Map(passages.map(({ id }, at) => [id, at]));
  const packPassage = ({ number, offset, text, sentences }: Passage): number[] => [
    number,
    offset,
    text.length,
    ...sentences.flatMap(({ start, end }) => [start, end]),
  ];
  const span = ({ passageId, start, end }: PassageSpan): PackedSpan => [places.get(passageId) ?? -1, start, end];
  const orNull = (one: PassageSpan | null): PackedSpan | null => one && span(one);
  const setting = (one: Setting | null): PackedStatement['venue'] => one && [...span(one), one.certain];
  return {
    paragraphs: passages.filter(({ kind }) => kind === 'paragraph').map(packPassage),
    captions: passages.filter(({ kind }) => kind === 'caption').map(packPassage),
    statements: statements.map(({ passageId, ...statement }) => ({
      ...statement,
      id: statement.id.slice(passageId.length),
      passage: places.get(passageId) ?? -1,
      source: orNull(statement.source),
      speaker: { ...statement.speaker, antecedent: orNull(statement.speaker.antecedent) },
      cue: [...span(statement.cue), statement.cue.sense],
      content: statement.content.map(span),
      saidOn: statement.saidOn && { ...statement.saidOn, words: orNull(statement.saidOn.words) },
      addressee: setting(statement.addressee),
      venue: setting(statement.venue),
      via: statement.via.map(({ name, speakerId, words }) => [...span(words), name, speakerId]),
    })),
    dates: dates.map((date) => [...span(date), date.from, date.to]),
    unused,
  };
}

/** @throws Error for what pack did not give for this article */
export function unpack({ id: articleId, body, captions }: Article, packed: Packed): Extracted {
  const passages = [
    ...packed.paragraphs.map((numbers) => unpackPassage(numbers, { articleId, kind: 'paragraph', from: body })),
    ...packed.captions.map((numbers) => {
      const from = captions[(numbers[0] ?? 0) - 1] ?? '';
      return unpackPassage(numbers, { articleId, kind: 'caption', from });
    }),
  ];
  const idAt = (at: number): string => {
    const passage = passages[at];
    if (!passage) throw new Error(`${articleId} has no passage ${at}`);
    return passage.id;
  };
  const span = ([at, start, end]: readonly [number, number, number, ...unknown[]]): PassageSpan => ({
    passageId: idAt(at),
    start,
    end,
  });
  const orNull = (one: PackedSpan | null): PassageSpan | null => one && span(one);
  const setting = (one: PackedStatement['venue']): Setting | null => one && { ...span(one), certain: one[3] };
  return {
    passages,
    statements: packed.statements.map(({ passage, ...statement }) => ({
      ...statement,
      id: `${idAt(passage)}${statement.id}`,
      passageId: idAt(passage),
      source: orNull(statement.source),
      speaker: { ...statement.speaker, antecedent: orNull(statement.speaker.antecedent) },
      cue: { ...span(statement.cue), sense: statement.cue[3] },
      content: statement.content.map(span),
      saidOn: statement.saidOn && { ...statement.saidOn, words: orNull(statement.saidOn.words) },
      addressee: setting(statement.addressee),
      venue: setting(statement.venue),
      via: statement.via.map((link) => ({ name: link[3], speakerId: link[4], words: span(link) })),
    })),
    dates: packed.dates.map((date): DateMention => ({ ...span(date), from: date[3], to: date[4] })),
    unused: packed.unused,
  };
}

function unpackPassage(
  [number = 0, offset = 0, length = 0, ...edges]: readonly number[],
  { articleId, kind, from }: Pick<Passage, 'articleId' | 'kind'> & { readonly from: string },
): Passage {
  const sentences: Span[] = [];
  for (let at = 0; at < edges.length; at += 2) sentences.push({ start: edges[at] ?? 0, end: edges[at + 1] ?? 0 });
  const id = `${articleId}#${kind === 'caption' ? 'c' : ''}${number}`;
  return { id, articleId, kind, number, text: from.slice(offset, offset + length), offset, sentences };
}
