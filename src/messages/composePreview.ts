// composePreview(digest, head): what would be posted now, for the manager alone: the digest, and why each thing is in it or out of it.
import type { Digest, LeftOut, LeftOutReason } from '../answers/digest.ts';
import type { Passage, PassageId } from '../domain.ts';
import { type DigestHeading, digestParts, STORY, summaryOf } from './composeDigest.ts';
import { formatMoment } from './instants.ts';
import type { Message, Part, Row } from './message.ts';
import { count, formatWeekday, list, quoted } from './words.ts';

export function composePreview(digest: Digest, head: DigestHeading): Message {
  return {
    title: `Preview · ${STORY} · ${formatWeekday(head.date)}`,
    summary: summaryOf(digest, head),
    parts: [
      ...silencePart(digest),
      ...digestParts(digest, head, (id) => [whyIn(digest, head, id)]),
      ...leftOutParts(digest),
    ],
    footer: [
      'Nothing was posted. To post it: digest now. To change it: digest on, and what is to be different.',
      ...(digest.groups.length > 0 && hasFilter(digest) ? [wantedWords(digest)] : []),
    ],
    isPrivate: true,
    range: null,
  };
}

function silencePart({ isSilent }: Digest): Part[] {
  if (!isSilent) return [];
  const text = 'Nothing would be posted: nothing is new, and this channel has chosen silence then (empty:silence).';
  return [{ kind: 'text', runs: [{ text, style: 'plain' }] }];
}

function whyIn({ seenAt, record }: Digest, { zone }: DigestHeading, id: PassageId): string {
  if (record) return 'In: nothing is new, and this is the newest statement that was not posted here.';
  const at = seenAt.get(id);
  const seen = at === undefined ? 'it is new' : `first seen ${formatMoment(at, zone)}`;
  return `In: ${seen}, and not posted here before.`;
}

function hasFilter({ settings }: Digest): boolean {
  return settings.topic !== null || settings.speakers.length > 0;
}

function wantedWords({ settings: { topic, speakers } }: Digest): string {
  const about = topic === null ? [] : [`is about ${quoted(topic)}`];
  const by = speakers.length === 0 ? [] : [`is by ${list(speakers, 'or')}, or by who speaks for them`];
  return `Each statement that is in ${[...about, ...by].join(' and ')}.`;
}

function leftOutParts(digest: Digest): Part[] {
  const { leftOut } = digest;
  if (leftOut.length === 0) return [];
  return [
    { kind: 'heading', text: 'Left out, and why' },
    ...leftOut.map((one): Part => ({ kind: 'rows', rows: rowsOf(one, digest) })),
  ];
}

/** What was never new here is counted; everything else is named, article by article. */
function rowsOf({ reason, passages }: LeftOut, digest: Digest): Row[] {
  const label = `${count(passages.length, 'passage')}: ${reasonWords(reason, digest)}`;
  if (reason === 'before') return [{ label, detail: '' }];
  const byArticle = new Map<string, Passage[]>();
  for (const passage of passages)
    byArticle.set(passage.articleId, [...(byArticle.get(passage.articleId) ?? []), passage]);
  return [{ label, detail: [...byArticle].map(([id, own]) => `${id} ${own.map(placeOf).join(', ')}`).join('; ') }];
}

function placeOf({ kind, number }: Passage): string {
  return kind === 'caption' ? `caption ${number}` : `¶ ${number}`;
}

function reasonWords(reason: LeftOutReason, { settings }: Digest): string {
  switch (reason) {
    case 'had':
      return 'posted here already';
    case 'before':
      return 'first seen before this channel’s digests began, or long before the last one';
    case 'topic':
      return `not about ${quoted(settings.topic ?? '')}`;
    case 'speaker':
      return `no statement by ${list(settings.speakers, 'or')}`;
    case 'withdrawn':
      return 'of an article that its outlet has withdrawn';
  }
}
