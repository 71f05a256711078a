// fromRecord(index, options): where nothing is new, one statement that a channel has not had in any outlet: the newest of them.
import type { Statement } from '../../domain.ts';
import { articleIdOf, type StoryIndex } from '../../search/storyIndex.ts';
import type { Finding } from '../answer.ts';
import { entryKey } from '../entryKeys.ts';
import { findingOf, isOpenPronoun, isOutermost } from '../findings.ts';
import { withOthers } from '../same/alsoIn.ts';
import { isSaidIn, printedElsewhere } from '../same/oneParagraph.ts';
import { textOf } from '../same/oneText.ts';
import { groupSame } from '../same/sameStatement.ts';
import type { Wanted } from './wanted.ts';

export interface FromRecord {
  readonly finding: Finding;
  /** Of its passage, and of those of the same statement elsewhere. */
  readonly keys: readonly string[];
}

/** Null: there is none left. The same for the same arguments. */
export function fromRecord(index: StoryIndex, wanted: Wanted, isFree: (key: string) => boolean): FromRecord | null {
  for (const statement of [...index.statements()].sort(index.newestFirst)) {
    if (wanted.whose(statement) !== 'wanted' || !isFree(keyOf(findingOf(index, statement)))) continue;
    if (!wanted.onTopic(statement)) continue;
    const [first, ...others] = placesOf(index, statement);
    if (!first) continue;
    const keys = [...new Set([first, ...others].map(keyOf))];
    if (keys.every(isFree)) return { finding: withOthers(index, first, others), keys };
  }
  return null;
}

/**
 * True where a channel has had what a finding tells, in whichever outlet: the statement, or the paragraph of the text that its article prints with
 * others.
 */
export function isHadElsewhere(
  index: StoryIndex,
  { statement, passage }: Finding,
  isHad: (key: string) => boolean,
): boolean {
  if (statement !== null && placesOf(index, statement).some((finding) => isHad(keyOf(finding)))) return true;
  return printedElsewhere(index, passage)
    .filter(({ articleId, text }) => isHad(entryKey(articleId, text)))
    .some((other) => statement === null || isSaidIn(index, statement, other));
}

/** By speaker: what they said, in groups of one statement. The same for every channel: kept as long as the index is. */
const known = new WeakMap<StoryIndex, Map<string, ReadonlyMap<string, readonly Finding[]>>>();

/** Everywhere it is printed, the earliest first. */
function placesOf(index: StoryIndex, statement: Statement): readonly Finding[] {
  const alone = [findingOf(index, statement)];
  const isOpen = isOpenPronoun(statement) && textOf(index, articleIdOf(statement.passageId)) === null;
  if (!isOutermost(statement) || isOpen) return alone;
  const { speakerId, name } = statement.speaker;
  const bySpeaker = known.get(index) ?? new Map<string, ReadonlyMap<string, readonly Finding[]>>();
  known.set(index, bySpeaker);
  const key = speakerId ?? `: ${name}`;
  let groups = bySpeaker.get(key);
  if (!groups) {
    const theirs = speakerId === null ? withoutEntry(index, name) : index.statementsBy(speakerId);
    const same = groupSame(
      index,
      theirs.filter(isOutermost).map((one) => findingOf(index, one)),
    );
    groups = new Map(same.flatMap((group) => group.map((finding) => [finding.statement?.id ?? '', group] as const)));
    bySpeaker.set(key, groups);
  }
  return groups.get(statement.id) ?? alone;
}

function withoutEntry(index: StoryIndex, name: string): readonly Statement[] {
  return index.statements().filter(({ speaker }) => speaker.speakerId === null && speaker.name === name);
}

function keyOf({ passage }: Finding): string {
  return entryKey(passage.articleId, passage.text);
}
