// groupSame(index, findings): which findings carry the same statement, printed by several articles: the same speaker (sameSpeaker.ts), the
// same content (likeness.ts), days that agree. Whatever the order of the findings, the groups are the same, and each finding is in one.
import type { LocalDate, Statement } from '../../domain.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { Finding } from '../answer.ts';
import { LEAST_SHARE, likenessOf } from './likeness.ts';
import { groupParagraphs } from './oneParagraph.ts';
import { isOneText } from './oneText.ts';
import { isSameSpeaker, readWho, type Who } from './sameSpeaker.ts';
import { readWording, type Wording } from './wording.ts';

/** Days between two publications of one statement: what is reprinted is so within a week. Chosen by eye. */
const MOST_DAYS = 7;
/** … where both say on which day it was said. */
const MOST_DAYS_DATED = 31;
/** "Last month" is no day that could tell two statements apart, or that they are one. */
const LONGEST_RANGE = 7;

interface Said {
  readonly finding: Finding;
  readonly statement: Statement;
  readonly who: Who;
  readonly published: number;
  /** Days it was said on; null: the article gives none. All days are counted since 1970. */
  readonly days: { readonly from: number; readonly to: number; readonly isCertain: boolean } | null;
}

interface Read extends Said {
  readonly wording: Wording;
}

/**
 * Groups of at least one finding; in each the earliest publication first, of one day that whose text the others have, then the earliest day said,
 * then by article. Findings without a statement are the same only where they are one paragraph of one text. Two of one article are never the
 * same; neither are a match and what is only nearest.
 */
export function groupSame(index: StoryIndex, findings: readonly Finding[]): (readonly Finding[])[] {
  const [first] = findings;
  if (findings.every(({ article }) => article.id === first?.article.id)) return findings.map((finding) => [finding]);
  const printed: Finding[] = [];
  const bySpeaker = new Map<string, Said[]>();
  for (const finding of [...findings].sort(firstPrintedFirst)) {
    const { statement, article, near } = finding;
    if (!statement) {
      printed.push(finding);
      continue;
    }
    const who = readWho(index, statement);
    const said = { finding, statement, who, published: dayNumber(article.publishedOn), days: daysOf(statement) };
    push(bySpeaker, `${near} ${who.kind} ${who.key}`, said);
  }
  return [...groupParagraphs(index, printed), ...[...bySpeaker.values()].flatMap((list) => groupSaid(index, list))];
}

/** Of one speaker, or of all who are unnamed, in the order of publication. Only those that share a rare word are compared. */
function groupSaid(index: StoryIndex, list: readonly Said[]): (readonly Finding[])[] {
  const mayBeSame = list.filter((said, at) => hasPartner(index, list, { said, at }));
  const kept = new Set(mayBeSame);
  const alone = list.filter((said) => !kept.has(said)).map(({ finding }) => [finding]);
  const all = mayBeSame.map((said): Read => ({ ...said, wording: readWording(index, said.statement) }));
  const frequency = new Map<string, number>();
  for (const { wording } of all) {
    for (const { form } of wording.words) frequency.set(form, (frequency.get(form) ?? 0) + 1);
  }
  const byForm = new Map<string, Read[]>();
  const groupOf = new Map<Read, Read[]>();
  for (const read of all) {
    const forms = rareForms(read.wording, frequency);
    const like = new Map<Read, number>();
    for (const other of before(read, forms, byForm)) {
      const source = sourceOf(index, other, read);
      const likeness = source === null ? null : likenessOf(other.wording, read.wording, source);
      if (likeness !== null) like.set(other, likeness);
    }
    const group = bestGroup(like, groupOf);
    group.push(read);
    groupOf.set(read, group);
    for (const form of forms) push(byForm, form, read);
  }
  return [...alone, ...[...new Set(groupOf.values())].map((group) => group.map(({ finding }) => finding))];
}

/** True when there is another that could be the same by its source and days: most have none, and their words need not be read. */
function hasPartner(
  index: StoryIndex,
  list: readonly Said[],
  { said, at }: { readonly said: Said; readonly at: number },
): boolean {
  for (let next = at + 1; next < list.length; next += 1) {
    const other = list[next] as Said;
    if (other.published - said.published > MOST_DAYS_DATED) break;
    if (sourceOf(index, said, other) !== null) return true;
  }
  for (let back = at - 1; back >= 0; back -= 1) {
    const other = list[back] as Said;
    if (said.published - other.published > MOST_DAYS_DATED) break;
    if (sourceOf(index, other, said) !== null) return true;
  }
  return false;
}

/**
 * As many of the rarest words that two statements of the least share can't both lack them: of n words at least n / 3 must be in the
 * other, which has no more than three times as many.
 */
function rareForms({ words }: Wording, frequency: ReadonlyMap<string, number>): string[] {
  const forms = words.map(({ form }) => form);
  const least = Math.ceil((forms.length * LEAST_SHARE) / (2 - LEAST_SHARE));
  const rarestFirst = forms.sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1));
  return [...new Set(rarestFirst.slice(0, forms.length - least + 1))];
}

/** Statements before this one that have one of its words, of articles that are not too old. */
function before(read: Read, forms: readonly string[], byForm: ReadonlyMap<string, readonly Read[]>): Set<Read> {
  const found = new Set<Read>();
  for (const form of forms) {
    const list = byForm.get(form) ?? [];
    for (let at = list.length - 1; at >= 0; at -= 1) {
      const other = list[at] as Read;
      if (read.published - other.published > MOST_DAYS_DATED) break;
      found.add(other);
    }
  }
  return found;
}

/** Null: not the same. unnamed: in the same words, which others may have; sure where it is one text, that of "he", too. */
function sourceOf(index: StoryIndex, a: Said, b: Said): 'sure' | 'unnamed' | null {
  const [one, other] = [a.finding.article.id, b.finding.article.id];
  if (one === other || !areDaysAgreeing(a, b)) return null;
  const isSame = isSameSpeaker(a.who, b.who);
  if (isSame && a.who.kind !== 'unnamed') return 'sure';
  const isSameWord = a.statement.speaker.name.toLowerCase() === b.statement.speaker.name.toLowerCase();
  if ((isSame || isSameWord) && a.who.kind === b.who.kind && isOneText(index, one, other)) return 'sure';
  return isSame ? 'unnamed' : null;
}

/** `a` was published first. */
function areDaysAgreeing(a: Said, b: Said): boolean {
  const apart = b.published - a.published;
  if (a.days && b.days) {
    const most = a.days.isCertain && b.days.isCertain ? MOST_DAYS_DATED : MOST_DAYS;
    return a.days.from <= b.days.to && b.days.from <= a.days.to && apart <= most;
  }
  // Nobody prints what is said later; a day more, because it is not the same day everywhere.
  return apart <= MOST_DAYS && (b.days === null || b.days.from <= a.published + 1);
}

/** The group of which every statement is like this one, the nearest of several; a new one where there is none. */
function bestGroup(like: ReadonlyMap<Read, number>, groupOf: ReadonlyMap<Read, Read[]>): Read[] {
  let best: { group: Read[]; likeness: number } | undefined;
  for (const group of new Set([...like.keys()].map((other) => groupOf.get(other) ?? []))) {
    if (!group.every((other) => like.has(other))) continue;
    const likeness = Math.min(...group.map((other) => like.get(other) ?? 0));
    const isBetter = likeness > (best?.likeness ?? 0) || (likeness === best?.likeness && isBefore(group, best.group));
    if (isBetter) best = { group, likeness };
  }
  return best?.group ?? [];
}

function isBefore([a]: readonly Read[], [b]: readonly Read[]): boolean {
  return a !== undefined && b !== undefined && firstPrintedFirst(a.finding, b.finding) < 0;
}

function firstPrintedFirst(a: Finding, b: Finding): number {
  const dayOf = ({ statement }: Finding): LocalDate => statement?.saidOn?.from ?? '9999-12-31';
  return (
    compare(a.article.publishedOn, b.article.publishedOn) ||
    Number(a.article.sameTextAs !== null) - Number(b.article.sameTextAs !== null) ||
    compare(dayOf(a), dayOf(b)) ||
    compare(a.article.id, b.article.id) ||
    compare(a.statement?.id ?? a.passage.id, b.statement?.id ?? b.passage.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function daysOf({ saidOn }: Statement): Said['days'] {
  if (!saidOn) return null;
  const [from, to] = [dayNumber(saidOn.from), dayNumber(saidOn.to)];
  return to - from >= LONGEST_RANGE ? null : { from, to, isCertain: saidOn.certain };
}

function dayNumber(day: LocalDate): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}

function push<Item>(lists: Map<string, Item[]>, key: string, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
