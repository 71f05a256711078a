// composeDigest(digest, head): the message that a channel gets: what outlets corrected or took back first, then what is new by side and topic,
// each with its passage and source. Nothing is cut: where it is too much for one message, screensOf gives several.
import type { Digest, DigestGroup, Side } from '../answers/digest.ts';
import { newFindings } from '../answers/digest.ts';
import type { LocalDate, PassageId } from '../domain.ts';
import { composeChange } from './composeChange.ts';
import { composeFinding } from './composeFinding.ts';
import { noteWords, upToWords } from './composeNotes.ts';
import { formatInstant, formatMoment } from './instants.ts';
import type { FindingPart, Message, Part } from './message.ts';
import { count, formatWeekday, list, quoted } from './words.ts';

export interface DigestHeading {
  /** The local date that it is of. */
  readonly date: LocalDate;
  readonly zone: string;
  /** "09:00": when it is due there. */
  readonly time: string;
  /** True when it comes later than it was due. */
  readonly isLate: boolean;
  /** When the digest before was posted; null: this is the first. */
  readonly from: Date | null;
  readonly now: Date;
}

export const STORY = 'U.S.–Iran talks';

export function composeDigest(digest: Digest, head: DigestHeading): Message {
  return {
    title: `${STORY} · ${formatWeekday(head.date)}`,
    summary: summaryOf(digest, head),
    parts: digestParts(digest, head),
    footer: [],
    isPrivate: false,
    range: null,
  };
}

/** `remark`: what is told of a finding beside what its article prints. */
export function digestParts(
  digest: Digest,
  head: DigestHeading,
  remark: (id: PassageId) => readonly string[] = () => [],
): Part[] {
  const quotedAlready = new Set<PassageId>();
  const composed = (finding: Parameters<typeof composeFinding>[0]): FindingPart => {
    const part = composeFinding(finding, quotedAlready);
    return { ...part, remarks: [...part.remarks, ...remark(finding.passage.id)] };
  };
  return [
    ...latePart(head),
    ...wantedPart(digest),
    ...(digest.isEmpty ? emptyParts(digest, head) : []),
    ...(digest.changes.length === 0 ? [] : [{ kind: 'heading', text: 'Corrected, withdrawn, changed' } as const]),
    ...digest.changes.flatMap(({ detail }) => composeChange(detail)),
    ...digest.groups.flatMap((group) =>
      group.topics.flatMap(({ topic, findings }): Part[] => [
        { kind: 'heading', text: headingOf(group, topic) },
        ...findings.map(composed),
      ]),
    ),
    ...(digest.record ? [composed(digest.record)] : []),
  ];
}

/** "3 statements · 1 passage without a speaker · 12 articles watched, up to 12 Feb 2026 · 09:00 Europe/London". */
export function summaryOf(digest: Digest, { time, zone, isLate }: DigestHeading): string {
  const findings = newFindings(digest);
  const statements = new Set(findings.flatMap(({ statement }) => statement?.id ?? [])).size;
  const unspoken = findings.filter(({ statement }) => statement === null).length;
  const { articles } = digest.watched;
  return [
    ...(digest.isEmpty ? ['nothing new'] : []),
    ...(digest.changes.length === 0 ? [] : [count(digest.changes.length, 'changed article')]),
    ...(statements === 0 ? [] : [count(statements, 'statement')]),
    ...(unspoken === 0 ? [] : [`${count(unspoken, 'passage')} without a speaker`]),
    `${count(articles, 'article')} watched${upToWords({ ...digest.watched, upTo: digest.upTo })}`,
    `${time} ${zone}${isLate ? ', late' : ''}`,
  ].join(' · ');
}

/** "Orlan's government · Nuclear weapons". */
function headingOf({ side, topics }: DigestGroup, topic: string | null): string {
  if (topics.length === 1 && topic === null) return sideWords(side);
  return `${sideWords(side)} · ${topic ?? 'Other'}`;
}

export function sideWords(side: Side): string {
  switch (side.kind) {
    case 'speaker':
      return side.name;
    case 'unnamed':
      return 'Unnamed sources';
    case 'unspoken':
      return 'Printed without a speaker';
  }
}

function latePart({ isLate, date, time, zone, from, now }: DigestHeading): Part[] {
  if (!isLate) return [];
  const due = `Late: this digest was due on ${formatWeekday(date)} at ${time} (${zone}) and was made on ${formatMoment(now, zone)}.`;
  const gap = from === null ? '' : ` It covers everything since the one of ${formatMoment(from, zone)}.`;
  return [{ kind: 'text', runs: [{ text: `${due}${gap}`, style: 'plain' }] }];
}

/** Whoever did not set it up must see that it is not everything. */
function wantedPart({ settings, notes, watched, upTo }: Digest): Part[] {
  const { topic, speakers } = settings;
  if (topic === null && speakers.length === 0) return [];
  const about = topic === null ? '' : ` about ${quoted(topic)}`;
  const by = speakers.length === 0 ? '' : ` by ${list(speakers, 'or')}`;
  const words = [`Only what is${about}${by}.`, ...notes.map((note) => noteWords(note, { ...watched, upTo }, 'button'))];
  return [{ kind: 'text', runs: [{ text: words.join(' '), style: 'faint' }] }];
}

function emptyParts({ record, watched }: Digest, { from, zone }: DigestHeading): Part[] {
  const since = from === null ? '' : ` since ${formatInstant(from, zone)}`;
  const line = `Nothing new${since}; ${count(watched.articles, 'article')} watched.`;
  const more = record ? ' From the record, not posted here before:' : '';
  return [{ kind: 'text', runs: [{ text: `${line}${more}`, style: 'plain' }] }];
}
