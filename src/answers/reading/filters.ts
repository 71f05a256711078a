// "by Trump", "since Tuesday", "outlet:CGTN": what limits a request, read against the corpus. Words behind "by" that are no name stay words
// of the question; a name that nobody has is said to be nobody's, so that nothing a reader typed is dropped in silence.
import { readDates } from '../../dates.ts';
import type { Speaker, SpeakerId, Statement, StatementId } from '../../domain.ts';
import type { WhoSaidRequest } from '../../requests/request.ts';
import { articleIdOf, type StoryIndex } from '../../search/storyIndex.ts';
import type { Note } from '../answer.ts';
import { dayOf, isOutermost } from '../findings.ts';
import { mentionsOfName } from '../mentions.ts';
import { type DaySpan, daysOf, isOpenStart, isWithin, openDays } from './days.ts';
import { isSaidAsAWhole, type Limits, NO_LIMITS, partLimits } from './limits.ts';
import { nameKind } from './loose.ts';
import { outletMeant, outletNamed } from './outlets.ts';
import { findSource } from './sources.ts';

export interface Filters extends Limits {
  /** Statements of a source without an entry ("Israeli sources"), by id, instead of a speaker; null: no such limit. */
  readonly among: { readonly name: string; readonly ids: ReadonlySet<StatementId> } | null;
  readonly by: Speaker | null;
  /** Whose statements are left out. */
  readonly except: {
    readonly name: string;
    readonly speaker: Speaker | null;
    readonly ids: ReadonlySet<StatementId>;
  } | null;
}

export const NO_FILTERS: Filters = { ...NO_LIMITS, among: null, by: null, except: null };

/** A `who said` as it was read: what is looked for, and what limits it. */
export interface ReadWhoSaid {
  readonly words: string;
  readonly filters: Filters;
  /** The name behind "by" that nobody who speaks has: then nothing is by them; null: there is none. */
  readonly nobody: string | null;
  readonly notes: readonly Note[];
}

export function readWhoSaid(index: StoryIndex, request: WhoSaidRequest): ReadWhoSaid {
  const by = readWhose(index, request.by, request.words);
  const except = readWhose(index, request.except, request.words);
  // "limited by law" is no name, then it is what is looked for.
  const words = [
    request.words,
    ...(by.isWord ? [`by ${request.by}`] : []),
    ...(except.isWord ? [`except ${request.except}`] : []),
  ].join(' ');
  const own = partLimits(index, words, { isSaying: true });
  const outlet = request.outlet === null ? null : outletMeant(index, request.outlet);
  const range = (date: string | null): ReturnType<typeof readDates>[number] | undefined =>
    date === null ? undefined : readDates(date, index.asOf)[0];
  const days = daysOf([
    ...own.days,
    ...by.days,
    ...except.days,
    ...openDays(range(request.since), range(request.until)),
  ]);
  const filters: Filters = {
    among: by.among,
    by: by.speaker,
    except: exceptOf(except),
    days,
    outlet: outlet?.name ?? by.outlet ?? own.outlet?.name ?? except.outlet,
    isDirect: request.isDirect || by.isDirect || except.isDirect || own.direct !== null,
  };
  // "Published by CGTN".
  const looked =
    by.outlet === null ? own.words : own.words.replace(/\s+(?:as\s+)?(?:published|printed|reported|carried)$/i, '');
  return {
    words: looked,
    filters,
    nobody: by.nobody,
    notes: [...by.notes, ...except.notes, ...(outlet?.notes ?? [])],
  };
}

interface Whose {
  readonly speaker: Speaker | null;
  readonly among: Filters['among'];
  readonly outlet: string | null;
  readonly days: readonly DaySpan[];
  readonly isDirect: boolean;
  readonly notes: readonly Note[];
  /** A name, and nobody who speaks is called so. */
  readonly nobody: string | null;
  /** No name at all. */
  readonly isWord: boolean;
}

const ANYBODY: Whose = {
  ...{ speaker: null, among: null, outlet: null, days: [], isDirect: false, notes: [] },
  ...{ nobody: null, isWord: false },
};

/** "Trump", "Israeli sources", "CGTN", "Trump in CGTN": by whom, and what limits are typed behind the name. `before`: what is looked for. */
function readWhose(index: StoryIndex, name: string | null, before: string): Whose {
  if (name === null) return ANYBODY;
  const found = index.story.gazetteer.find(name, index.asOf);
  if (found) return { ...ANYBODY, speaker: found.speaker };
  const source = findSource(index, name, 'exact first');
  if (source) return { ...ANYBODY, among: { name, ids: idsOf(source.statements) } };
  const outlet = outletNamed(index, name);
  if (outlet !== undefined) return { ...ANYBODY, outlet };
  const { words, days, outlet: limited, direct } = partLimits(index, name);
  // "By Monday".
  if (words === '') return { ...ANYBODY, isWord: true };
  if (words !== name) {
    const whose = readWhose(index, words, before);
    if (!whose.isWord) {
      return { ...whose, days, outlet: whose.outlet ?? limited?.name ?? null, isDirect: direct !== null };
    }
  }
  const { speaker, notes } = readSpeaker(index, name);
  if (speaker) return { ...ANYBODY, speaker, notes };
  if (!isName(index, name, before)) return { ...ANYBODY, isWord: true };
  return { ...ANYBODY, nobody: name, notes: nobodyNotes(index, name) };
}

/** "Zork Blah" and "the Harbor Guild" are names, "force" and "THE LAW" in a request of capitals are none; nor is what somebody says so. */
function isName(index: StoryIndex, name: string, before: string): boolean {
  if (!/\p{Ll}/u.test(before) && !/\p{Ll}/u.test(name)) return false;
  const kind = nameKind(index, name, false);
  return kind === 'unknown' || (kind === 'nobody' && !isSaidAsAWhole(index, `${before} by ${name}`));
}

/** That nobody is called so, and where somebody is mentioned under that name. */
export function nobodyNotes(index: StoryIndex, name: string): Note[] {
  return [{ kind: 'unknown-speaker', name, nearest: null }, ...mentionsOfName(index, name)];
}

function exceptOf({ speaker, among }: Whose): Filters['except'] {
  if (speaker) return { name: speaker.name, speaker, ids: new Set() };
  return among ? { name: among.name, speaker: null, ids: among.ids } : null;
}

/** Ids, with those of statements that carry them: a carried statement is shown within the one that carries it. */
function idsOf(statements: readonly Statement[]): Set<StatementId> {
  return new Set(statements.flatMap(({ id, carriedBy }) => (carriedBy === null ? [id] : [id, carriedBy])));
}

/** The speaker that `name` means, with a note when it was read with a typing error. */
export function readSpeaker(index: StoryIndex, name: string): { speaker: Speaker | null; notes: Note[] } {
  const { gazetteer } = index.story;
  const found = gazetteer.find(name, index.asOf);
  if (found) return { speaker: found.speaker, notes: [] };
  const nearest = gazetteer.nearest(name);
  if (!nearest) return { speaker: null, notes: [] };
  return { speaker: nearest, notes: [{ kind: 'corrected', typed: name, read: [nearest.name] }] };
}

/** True when the statement is by the speaker, or by somebody who speaks for it, and meets the limits. */
export function passes(index: StoryIndex, statement: Statement, filters: Filters): boolean {
  if (!meets(index, statement, filters)) return false;
  if (filters.among !== null && !filters.among.ids.has(statement.id)) return false;
  if (isExcepted(index, statement, filters)) return false;
  return filters.by === null || isBy(index, statement, filters.by);
}

function isExcepted(index: StoryIndex, statement: Statement, { except }: Filters): boolean {
  if (except === null) return false;
  return except.ids.has(statement.id) || (except.speaker !== null && isBy(index, statement, except.speaker));
}

/** True when the statement was made on one of the days, is printed in the outlet, and is direct where that is asked for. */
export function meets(index: StoryIndex, statement: Statement, { days, outlet, isDirect }: Limits): boolean {
  const article = index.findArticle(articleIdOf(statement.passageId));
  if (outlet !== null && article?.outlet !== outlet) return false;
  if (isDirect && statement.kind !== 'direct') return false;
  if (days.length === 0) return true;
  if (statement.saidOn !== null) return isWithin(statement.saidOn, days);
  // What was printed by then was said by then.
  return article !== undefined && days.some((range) => isOpenStart(range) && article.publishedOn <= range.to);
}

/** Statements that meet the limits, apart from those that would but for their day, which no article states. */
export function withinLimits(
  index: StoryIndex,
  statements: readonly Statement[],
  limits: Limits,
): { readonly kept: Statement[]; readonly undated: Statement[] } {
  const kept = statements.filter((statement) => meets(index, statement, limits));
  if (limits.days.length === 0) return { kept, undated: [] };
  const undated = statements.filter(
    (statement) =>
      statement.saidOn === null && !meets(index, statement, limits) && meets(index, statement, { ...limits, days: [] }),
  );
  return { kept, undated };
}

/** `speaker Iran` takes in Araghchi and Pezeshkian, who speak for Iran's government; `speaker Araghchi` only him. */
export function isBy(index: StoryIndex, statement: Statement, speaker: Speaker): boolean {
  const id = statement.speaker.speakerId;
  return id !== null && index.story.gazetteer.isOnSideOf(id, speaker.id, dayOf(index, statement));
}

/** Statements of a speaker's side that a request for its words lists, in the order of the corpus of each who speaks for it. */
export function statementsOfSide(index: StoryIndex, speaker: Speaker): Statement[] {
  return index
    .speakerIds()
    .filter((id) => mayBeOnSideOf(index, id, speaker.id))
    .flatMap((id) => index.statementsBy(id))
    .filter((statement) => isBy(index, statement, speaker) && isListed(index, statement, speaker));
}

/** On some day: which one, `isBy` tells of each statement. */
function mayBeOnSideOf(index: StoryIndex, id: SpeakerId, side: SpeakerId): boolean {
  const seen = new Set<SpeakerId>();
  const reaches = (from: SpeakerId): boolean => {
    if (from === side) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    const { speaksFor, roles } = index.story.gazetteer.get(from);
    return [speaksFor, ...roles.map((role) => role.speaksFor)].some((next) => next !== null && reaches(next));
  };
  return reaches(id);
}

/**
 * A carried statement is shown within the one that carries it ("According to X, Y said …"); a request for Y's words alone lists it by
 * itself, unless the carrier is on Y's side too.
 */
export function isListed(index: StoryIndex, statement: Statement, by: Speaker | null): boolean {
  if (isOutermost(statement)) return true;
  if (by === null || !isBy(index, statement, by)) return false;
  const carrier = index.statementsIn(statement.passageId).find(({ id }) => id === statement.carriedBy);
  return carrier === undefined || !isBy(index, carrier, by);
}
