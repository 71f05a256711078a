// selectNew(index, options): which passages and statements a digest has, and why every other one is left out.
import type { Passage, PassageId, Statement } from '../../domain.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Finding } from '../answer.ts';
import { entryKey, entryKeys } from '../entryKeys.ts';
import { findingOf, passageFinding } from '../findings.ts';
import { isUnreadSaying } from '../unread.ts';
import { isHadElsewhere } from './record.ts';
import type { Wanted } from './wanted.ts';

/**
 * had: the channel has had it, also from another outlet. before: it was first seen before the channel's digests began, or was in the one before. topic, speaker: not what the channel wants. withdrawn: its
 * outlet took it back.
 */
export type LeftOutReason = 'had' | 'before' | 'topic' | 'speaker' | 'withdrawn';

export interface LeftOut {
  readonly reason: LeftOutReason;
  /** In the order of the corpus, at least one. */
  readonly passages: readonly Passage[];
}

export interface Window {
  /** By key: when it was first seen. */
  readonly since: ReadonlyMap<string, Date>;
  readonly had: ReadonlySet<string>;
  /** Inclusive. */
  readonly from: Date;
  readonly to: Date;
  /** Keys that were decided on earlier: these alone; undefined: all that is new. */
  readonly only?: readonly string[];
}

export interface Selected {
  /** One for each statement and each new passage that its content stands in. */
  readonly statements: readonly Finding[];
  /** Passages in which nobody speaks. */
  readonly unspoken: readonly Finding[];
  /** Of all passages that are shown. */
  readonly keys: readonly string[];
  /** Of passages with nothing but what the channel has had from another outlet. */
  readonly again: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

export function selectNew(index: StoryIndex, window: Window, wanted: Wanted): Selected {
  const leftOut = new Map<LeftOutReason, Passage[]>();
  const leave = (reason: LeftOutReason, passage: Passage): void => {
    const others = leftOut.get(reason);
    // Of a large corpus nearly everything is left out.
    if (others) others.push(passage);
    else leftOut.set(reason, [passage]);
  };
  const before: Passage[] = [];
  const news = new Map<PassageId, { readonly passage: Passage; readonly key: string }>();
  const only = window.only ? new Set(window.only) : null;
  for (const [key, id] of entryKeys(index)) {
    const passage = index.findPassage(id);
    if (!passage) continue;
    const isIn = only ? only.has(key) : isSeen(key, window);
    if (!isIn) before.push(passage);
    else if (!only && window.had.has(key)) leave('had', passage);
    else news.set(id, { passage, key });
  }
  const statements: Finding[] = [];
  const unspoken: Finding[] = [];
  const keys: string[] = [];
  const again: string[] = [];
  // What was decided on earlier is not had yet, whatever was written down meanwhile.
  const isHad = (key: string): boolean => window.had.has(key) && only?.has(key) !== true;
  const isAgain = (finding: Finding): boolean => isHadElsewhere(index, finding, isHad);
  for (const { passage, key } of news.values()) {
    const { findings, reason } = findingsIn(index, passage, { wanted, isNew: (id) => news.has(id) });
    const fresh = findings.filter((finding) => !isAgain(finding));
    // Its words came from another outlet before.
    if (fresh.length === 0 && findings.length > 0) {
      leave('had', passage);
      again.push(key);
      continue;
    }
    statements.push(...fresh.filter(({ statement }) => statement !== null));
    unspoken.push(...fresh.filter(({ statement }) => statement === null));
    if (reason === null) keys.push(key);
    else leave(reason, passage);
  }
  for (const passage of withdrawnIn(index, window)) leave('withdrawn', passage);
  if (before.length > 0) leftOut.set('before', before);
  return {
    statements,
    unspoken,
    keys,
    again,
    leftOut: [...leftOut].map(([reason, passages]) => ({ reason, passages })),
  };
}

function isSeen(key: string, { since, from, to }: Window): boolean {
  const at = since.get(key);
  return at !== undefined && at >= from && at <= to;
}

interface Found {
  readonly findings: readonly Finding[];
  /** Null: something of it is shown, here or with the passage that its statement begins in. */
  readonly reason: 'topic' | 'speaker' | null;
}

function findingsIn(
  index: StoryIndex,
  passage: Passage,
  { wanted, isNew }: { readonly wanted: Wanted; readonly isNew: (id: PassageId) => boolean },
): Found {
  const spoken = index
    .statementsIn(passage.id)
    .map((statement) => ({ statement, whose: wanted.whose(statement) }))
    .filter(({ whose }) => whose !== null);
  if (spoken.length === 0) {
    const verdict = wanted.passage(passage);
    return verdict === 'wanted'
      ? { findings: [unspokenFinding(index, passage)], reason: null }
      : { findings: [], reason: verdict };
  }
  const theirs = spoken.flatMap(({ statement, whose }) => (whose === 'wanted' ? [statement] : []));
  const onTopic = theirs.flatMap((statement) => {
    const topic = wanted.onTopic(statement);
    return topic ? [{ statement, topic }] : [];
  });
  if (onTopic.length === 0) return { findings: [], reason: theirs.length === 0 ? 'speaker' : 'topic' };
  const findings = onTopic.flatMap(({ statement, topic }): Finding[] => {
    if (!isShownAt(statement, passage.id, isNew)) return [];
    const passageId = hasContentIn(statement, passage.id) ? { passageId: passage.id } : {};
    const matched = topic.passageId === passage.id ? topic.matched : [];
    return [findingOf(index, statement, { ...passageId, matched })];
  });
  return { findings, reason: null };
}

/** In each new passage that its words stand in; where only its cue stands in a new one, once for that. */
function isShownAt(statement: Statement, id: PassageId, isNew: (id: PassageId) => boolean): boolean {
  if (hasContentIn(statement, id)) return true;
  return id === statement.passageId && !statement.content.some((span) => isNew(span.passageId));
}

function hasContentIn({ content }: Statement, id: PassageId): boolean {
  return content.some(({ passageId }) => passageId === id);
}

/** Somebody may speak in it who was not read: then it is not the outlet's own words either. */
function unspokenFinding(index: StoryIndex, passage: Passage): Finding {
  const isUnread = passage.sentences.some((sentence) => isUnreadSaying(index, passage, sentence));
  return { ...passageFinding(index, passage), isUnread };
}

/** New passages of articles that their outlets took back. */
function withdrawnIn(index: StoryIndex, window: Window): Passage[] {
  const withdrawn = index.story.articles.filter(({ status }) => status === 'withdrawn');
  return withdrawn
    .flatMap(({ id }) => index.passagesOf(id))
    .filter(({ articleId, text }) => isSeen(entryKey(articleId, text), window));
}
