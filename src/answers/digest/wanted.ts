// readWanted(index, settings): what a channel wants to hear of, read against the corpus: about which topic, by whom. The thresholds are those of
// every other request.
import type { Passage, PassageId, Span, Speaker, Statement, StatementId } from '../../domain.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Note } from '../answer.ts';
import { isOutermost } from '../findings.ts';
import { notesOn, PASSAGE_COVERAGE } from '../matching.ts';
import { isBy, isListed, readSpeaker } from '../reading/filters.ts';
import { findSource } from '../reading/sources.ts';

export interface WantedSettings {
  /** Null: everything. */
  readonly topic: string | null;
  /** Empty: everybody. */
  readonly speakers: readonly string[];
}

export interface OnTopic {
  readonly passageId: PassageId;
  readonly matched: readonly Span[];
}

export interface Wanted {
  readonly isEverything: boolean;
  /** True for the name of somebody whom the channel has asked for by name. */
  speaks(name: string): boolean;
  /** Null: by nobody who is wanted, or told within another statement. */
  whose(statement: Statement): 'wanted' | 'other' | null;
  /** What was looked for, in one of its passages; null: it is not about the topic. */
  onTopic(statement: Statement): OnTopic | null;
  /** Of a passage in which nobody speaks. */
  passage(passage: Passage): 'wanted' | 'topic' | 'speaker';
  /** Words and names that were read otherwise than typed, or that nobody has. */
  readonly notes: readonly Note[];
}

export function readWanted(index: StoryIndex, { topic, speakers }: WantedSettings): Wanted {
  const named = speakers.map((name) => readName(index, name));
  const text = topic ?? '';
  // "About it" is about anything.
  const hasTopic = !index.tokenize(text).every(({ isStop }) => isStop);
  const query = hasTopic ? index.readQuery(text) : null;
  const mayMatch = query ? index.mayMatch(query, PASSAGE_COVERAGE) : () => true;
  return {
    isEverything: query === null && named.length === 0,
    speaks: (name) => named.some(({ speaker }) => speaker?.name === name),
    whose(statement) {
      if (named.length === 0) return isOutermost(statement) ? 'wanted' : null;
      const isTheirs = named.some(({ speaker, ids }) =>
        speaker ? isBy(index, statement, speaker) && isListed(index, statement, speaker) : ids.has(statement.id),
      );
      if (isTheirs) return 'wanted';
      return isOutermost(statement) ? 'other' : null;
    },
    onTopic(statement) {
      if (query === null) return { passageId: statement.passageId, matched: [] };
      if (!mayMatch(statement)) return null;
      const { factors, matched, passageId } = index.matchStatement(query, statement, 'setting');
      return factors.coverage < PASSAGE_COVERAGE ? null : { passageId, matched };
    },
    passage(passage) {
      if (named.length > 0) return 'speaker';
      if (query === null) return 'wanted';
      const whole = { start: 0, end: passage.text.length };
      return index.rateSpan(query, passage, whole).coverage >= PASSAGE_COVERAGE ? 'wanted' : 'topic';
    },
    notes: [...named.flatMap(({ notes }) => notes), ...(query ? notesOn(query) : [])],
  };
}

interface Named {
  readonly speaker: Speaker | null;
  /** Of a source without an entry, in the article's own words. */
  readonly ids: ReadonlySet<StatementId>;
  readonly notes: readonly Note[];
}

function readName(index: StoryIndex, name: string): Named {
  const none: ReadonlySet<StatementId> = new Set();
  const found = index.story.gazetteer.find(name, index.asOf);
  if (found) return { speaker: found.speaker, ids: none, notes: [] };
  const source = findSource(index, name, 'exact first');
  if (source) return { speaker: null, ids: new Set(source.statements.map(({ id }) => id)), notes: [] };
  const { speaker, notes } = readSpeaker(index, name);
  if (speaker) return { speaker, ids: none, notes };
  return { speaker: null, ids: none, notes: [{ kind: 'unknown-speaker', name, nearest: null }] };
}
