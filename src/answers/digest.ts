// buildDigest(index, options): what is new for one channel: by the side that speaks and then by topic, each statement once however many outlets
// print it; articles that were corrected, withdrawn or changed; what was left out, and why. No clock: instants are arguments.
import type { ArticleId, LocalDate, PassageId, WhenEmpty } from '../domain.ts';
import type { StoryIndex } from '../search/storyIndex.ts';
import type { Finding, Note } from './answer.ts';
import type { ArticleChangeDetail } from './articleChanges.ts';
import { fromRecord } from './digest/record.ts';
import { type LeftOut, type Selected, selectNew, type Window } from './digest/select.ts';
import { type Side, sideOf } from './digest/sides.ts';
import { topicOfPassage, topicOfStatement } from './digest/topics.ts';
import { readWanted, type Wanted, type WantedSettings } from './digest/wanted.ts';
import { entryKey, entryKeys } from './entryKeys.ts';
import { withOthers } from './same/alsoIn.ts';
import { groupSame } from './same/sameStatement.ts';

export type { LeftOut, LeftOutReason } from './digest/select.ts';
export type { Side } from './digest/sides.ts';

/** A change of an article, under the key by which a channel is told of it once. */
export interface DigestChange {
  readonly key: string;
  readonly at: Date;
  readonly detail: ArticleChangeDetail;
}

export interface DigestOptions extends Window {
  readonly settings: WantedSettings & { readonly whenEmpty: WhenEmpty };
  /** That the channel was not told of, the oldest first. */
  readonly changes: readonly DigestChange[];
}

/** What was said about one topic. `topic` null: about none of corpus/terms.yaml. */
export interface DigestTopic {
  readonly topic: string | null;
  readonly findings: readonly Finding[];
}

export interface DigestGroup {
  readonly side: Side;
  /** Those with a name by name, "none" last; at least one. */
  readonly topics: readonly DigestTopic[];
}

export interface Digest {
  /** The side with most first, unnamed sources behind all sides, and last what nobody is named as saying. */
  readonly groups: readonly DigestGroup[];
  readonly changes: readonly DigestChange[];
  /** Where nothing is new: a statement that the channel has not had; null: something is new, or none is wanted or left. */
  readonly record: Finding | null;
  /** Neither anything new nor a change. */
  readonly isEmpty: boolean;
  /** Empty, and nothing is to be posted then. */
  readonly isSilent: boolean;
  /** What the channel has had once it is posted: given as `only`, it makes the same digest again. */
  readonly entries: readonly string[];
  readonly leftOut: readonly LeftOut[];
  /** When each passage that is shown was first seen. */
  readonly seenAt: ReadonlyMap<PassageId, Date>;
  /** Articles and passages that may be shown. */
  readonly watched: { readonly articles: number; readonly passages: number };
  /** Newest publication date. */
  readonly upTo: LocalDate;
  readonly settings: WantedSettings;
  /** How topic and speakers were read, where that is not as typed. */
  readonly notes: readonly Note[];
}

/** Among the entries of a digest that has nothing new but an entry from the record. */
const RECORD = 'record';

export function buildDigest(index: StoryIndex, options: DigestOptions): Digest {
  const { settings, only } = options;
  const wanted = readWanted(index, settings);
  const isRecord = only?.includes(RECORD) === true;
  const selected = selectNew(index, isRecord ? { ...options, only: [] } : options, wanted);
  const changes = options.changes.filter((change) =>
    only ? only.includes(change.key) : isOfInterest(index, change, wanted, options.had),
  );
  const isEmpty = selected.keys.length === 0 && changes.length === 0;
  const record = recordOf(index, options, { wanted, isEmpty, isRecord });
  return {
    groups: groupsOf(index, selected),
    changes,
    record: record?.finding ?? null,
    isEmpty,
    isSilent: isEmpty && settings.whenEmpty === 'silence' && !record,
    entries: [
      ...(record ? [RECORD, ...record.keys] : [...selected.keys, ...changes.map(({ key }) => key)]),
      ...selected.again,
    ],
    leftOut: selected.leftOut,
    seenAt: seenAtOf(index, options.since),
    watched: index.searched,
    upTo: index.asOf,
    settings: { topic: settings.topic, speakers: settings.speakers },
    notes: wanted.notes,
  };
}

/** What was decided on stays, whatever is new since. */
function recordOf(
  index: StoryIndex,
  { settings, had, only }: DigestOptions,
  { wanted, isEmpty, isRecord }: { readonly wanted: Wanted; readonly isEmpty: boolean; readonly isRecord: boolean },
): ReturnType<typeof fromRecord> {
  if (!isEmpty) return null;
  if (only) return isRecord ? fromRecord(index, wanted, (key) => only.includes(key)) : null;
  return settings.whenEmpty === 'record' ? fromRecord(index, wanted, (key) => !had.has(key)) : null;
}

function seenAtOf(index: StoryIndex, since: ReadonlyMap<string, Date>): ReadonlyMap<PassageId, Date> {
  const keys = entryKeys(index);
  return new Map(
    [...since].flatMap(([key, at]) => {
      const id = keys.get(key);
      return id === undefined ? [] : [[id, at] as const];
    }),
  );
}

/** A channel that wants everything is told of every change by an outlet, another one of articles of which it has had something. */
function isOfInterest(
  index: StoryIndex,
  { detail }: DigestChange,
  { isEverything, speaks }: Wanted,
  had: ReadonlySet<string>,
): boolean {
  const hasHad = (id: ArticleId, text: string | null): boolean => text !== null && had.has(entryKey(id, text));
  // What was never given as somebody else's is no correction, unless it is of somebody whom the channel follows.
  if (detail.kind === 'curated')
    return (detail.curated ?? []).some(
      ({ text, after }) => hasHad(detail.articleId, text) || (after !== null && speaks(after)),
    );
  return (
    isEverything ||
    detail.paragraphs.some(
      ({ before, after }) => hasHad(detail.articleId, before) || hasHad(detail.articleId, after),
    ) ||
    index.passagesOf(detail.articleId).some(({ text }) => hasHad(detail.articleId, text))
  );
}

function groupsOf(index: StoryIndex, { statements, unspoken }: Selected): DigestGroup[] {
  const said = groupSame(index, statements).flatMap(([first, ...others]) => {
    const statement = first?.statement;
    if (!first || !statement) return [];
    const side = sideOf(index, statement);
    const topic = topicOfStatement(index, statement, side.kind === 'speaker' ? side.key : null);
    return [{ side, topic, finding: withOthers(index, first, others) }];
  });
  const order = new Map(statements.map(({ passage, statement }, at) => [`${statement?.id} ${passage.id}`, at]));
  const placeOf = ({ passage, statement }: Finding): number => order.get(`${statement?.id} ${passage.id}`) ?? 0;
  said.sort(({ finding: a }, { finding: b }) => {
    const newest = a.statement && b.statement ? index.newestFirst(a.statement, b.statement) : 0;
    return newest || placeOf(a) - placeOf(b);
  });
  const inOrder = new Map(unspoken.map((finding, at) => [finding, at]));
  const printed = groupSame(index, unspoken)
    .flatMap(([first, ...others]) => (first ? [{ first, others }] : []))
    .sort((a, b) => (inOrder.get(a.first) ?? 0) - (inOrder.get(b.first) ?? 0))
    .map(({ first, others }) => {
      const side: Side = { kind: 'unspoken' };
      return { side, topic: topicOfPassage(index, first.passage), finding: withOthers(index, first, others) };
    });
  return grouped([...said, ...printed]);
}

interface Sorted {
  readonly side: Side;
  readonly topic: string | null;
  readonly finding: Finding;
}

function grouped(all: readonly Sorted[]): DigestGroup[] {
  const bySide = groupBy(all, ({ side }) => (side.kind === 'speaker' ? side.key : `(${side.kind})`));
  const rank = ({ kind }: Side): number => (kind === 'speaker' ? 0 : kind === 'unnamed' ? 1 : 2);
  const nameOf = (side: Side): string => (side.kind === 'speaker' ? side.name : '');
  return [...bySide.values()]
    .flatMap((own) => (own[0] ? [{ side: own[0].side, own }] : []))
    .sort(
      (a, b) =>
        rank(a.side) - rank(b.side) || b.own.length - a.own.length || (nameOf(a.side) < nameOf(b.side) ? -1 : 1),
    )
    .map(({ side, own }) => ({ side, topics: topicsOf(own) }));
}

function topicsOf(own: readonly Sorted[]): DigestTopic[] {
  const byTopic = groupBy(own, ({ topic }) => topic);
  return [...byTopic]
    .sort(([a], [b]) => Number(a === null) - Number(b === null) || ((a ?? '') < (b ?? '') ? -1 : 1))
    .map(([topic, sorted]) => ({ topic, findings: sorted.map(({ finding }) => finding) }));
}

function groupBy<Key>(items: readonly Sorted[], keyOf: (item: Sorted) => Key): Map<Key, Sorted[]> {
  const groups = new Map<Key, Sorted[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** All findings of a digest that are new, in the order shown. */
export function newFindings({ groups }: Pick<Digest, 'groups'>): readonly Finding[] {
  return groups.flatMap(({ topics }) => topics.flatMap(({ findings }) => findings));
}
