// What a curator is shown in a chat of articles that were fetched and wait: a page of them, what became of one that was approved or refused, and why
// something could not be done. For them alone, always.
import { type ArticleId, isRead, type LocalDate, type Span } from '../domain.ts';
import { fitPassage } from './fit.ts';
import type { FindingPart, Message, Part, Quote } from './message.ts';
import type { Fits } from './screens.ts';
import { shorten } from './shorten.ts';
import { count, formatDay, quoted } from './words.ts';

/** What is told of an article that waits. */
export interface ToldHeld {
  readonly id: ArticleId;
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  readonly publishedOn: LocalDate;
  readonly language: string;
  /** First paragraph, whole, and its sentences. */
  readonly opening: string;
  readonly sentences: readonly Span[];
  readonly paragraphs: number;
  readonly sameTextAs: ArticleId | null;
  readonly doubts: readonly string[];
}

/** What became of an article; gone: it was no longer held, and how that came is not known. */
export interface HeldOutcome {
  readonly kind: 'approved' | 'refused' | 'gone';
  /** Null: not known any more. */
  readonly title: string | null;
  /** True where it was so before it was asked for. */
  readonly isEarlier: boolean;
}

export interface HeldPage {
  /** What was just done, or why it could not be; null: nothing was asked for. */
  readonly told: string | null;
  /** From top to bottom: articles that wait, and what became of those that did. */
  readonly places: readonly (ToldHeld | HeldOutcome)[];
  /** Where the first stands among all that wait, from 0. */
  readonly from: number;
  /** All that wait. */
  readonly total: number;
}

/** Units that texts of one article may take. */
interface Room {
  readonly opening: number;
  readonly title: number;
  readonly doubts: number;
}

/** Where five articles do not fit, each is told in fewer words. Chosen by eye. */
const ROOMS: readonly Room[] = [
  { opening: 600, title: 200, doubts: 400 },
  { opening: 300, title: 160, doubts: 200 },
  { opening: 150, title: 100, doubts: 100 },
  { opening: 0, title: 60, doubts: 60 },
];
/** Of a title that is only named. */
const NAMED = 200;
const OUTLET = 60;
/** Of what files of the corpus have wrong. */
const REASON = 1_500;

/** As many articles as fit into one message, the first ones; `shown` tells how many. */
export function composeHeld(page: HeldPage, fits: Fits): { readonly message: Message; readonly shown: number } {
  for (let shown = page.places.length; shown > 1; shown -= 1)
    for (const room of ROOMS) {
      const message = pageMessage({ ...page, places: page.places.slice(0, shown) }, room);
      if (fits(message)) return { message, shown };
    }
  const one = { ...page, places: page.places.slice(0, 1) };
  const messages = ROOMS.map((room) => pageMessage(one, room));
  return { message: messages.find(fits) ?? pageMessage(one, null), shown: one.places.length };
}

/** `room` null: in the fewest words, without the address. */
function pageMessage({ told, places, from, total }: HeldPage, room: Room | null): Message {
  const isOnly = places.length === 1;
  const parts = places.map((place, at): Part => {
    const number = isOnly ? '' : `${at + 1}. `;
    if ('kind' in place) return remark(`${number}${placeWords(place)}`);
    return room === null ? unlinkedPart(place, number) : articlePart(place, number, room);
  });
  const waiting = places.filter((place) => !('kind' in place)).length;
  return {
    title: 'Articles that wait for approval',
    summary: rangeWords(from, waiting, total),
    parts: [...(told === null ? [] : [words(told)]), ...parts],
    footer: [
      'Approve takes an article into the corpus, from which everybody is answered; Refuse takes it off this list.',
    ],
    isPrivate: true,
    range: null,
  };
}

/** "3 articles", "6 to 10 of 12 articles". */
function rangeWords(from: number, waiting: number, total: number): string {
  if (waiting === 0 || waiting === total) return count(total, 'article');
  return `${from + 1}${waiting === 1 ? '' : ` to ${from + waiting}`} of ${count(total, 'article')}`;
}

/** Laid out like a finding: what it is called, its first words, what to look at, where it stands. */
function articlePart(article: ToldHeld, number: string, room: Room): Part {
  const { id, outlet, url, publishedOn, language, paragraphs } = article;
  const title = shorten(article.title, room.title);
  const place = count(paragraphs, 'paragraph');
  const part: FindingPart = {
    kind: 'finding',
    statementId: null,
    isNearest: false,
    who: [
      { text: `${number}${title}`, style: 'strong' },
      ...(isRead(language) ? [] : [{ text: ` · language: ${shorten(language, OUTLET)}`, style: 'plain' } as const]),
    ],
    quote: openingOf(article, room.opening),
    remarks: remarksOf(article, room.doubts),
    citation: {
      outlet: shorten(outlet, OUTLET),
      title,
      published: formatDay(publishedOn),
      place,
      passageId: id,
      url,
      status: 'usable',
    },
    also: null,
  };
  return part;
}

/** Of an address that no message holds. */
function unlinkedPart({ id, title, outlet, publishedOn, paragraphs, url }: ToldHeld, number: string): Part {
  const facts = [
    shorten(title, NAMED),
    shorten(outlet, OUTLET),
    formatDay(publishedOn),
    count(paragraphs, 'paragraph'),
    id,
  ];
  return words(
    `${number}${facts.join(' · ')}. Its address has ${count(url.length, 'character')}, too many to be shown here: look at it in the terminal.`,
  );
}

/** Whole sentences; only where the first one alone is too long it ends between words. */
function openingOf({ opening, sentences }: ToldHeld, most: number): Quote {
  if (most === 0) return { runs: [], isCutBefore: false, isCutAfter: false };
  const { start, end } = fitPassage({ text: opening, sentences }, [], most);
  const text = endedAt(opening.slice(start, end), most);
  return {
    runs: [{ text, style: 'printed' }],
    isCutBefore: false,
    isCutAfter: text.length < opening.trimEnd().length,
  };
}

/** At most so many units; no half of a word where it has spaces, nor of a character. */
function endedAt(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '');
  const whole = cut.replace(/\s+\S*$/u, '');
  return whole === '' ? cut : whole;
}

function remarksOf({ sameTextAs, doubts }: ToldHeld, most: number): string[] {
  const same = sameTextAs === null ? [] : [`Same text as ${sameTextAs}.`];
  const look = doubts.length === 0 ? [] : [`To look at: ${shorten(doubts.join('; '), most)}`];
  return [...same, ...look];
}

/** "Approved: Ferries run again; it is answered from in a few seconds." */
export function outcomeWords({ kind, title, isEarlier }: HeldOutcome): string {
  const named = title === null ? null : shorten(title, NAMED);
  if (kind === 'gone' || named === null)
    return 'No longer held: it was approved or refused before. Nothing was changed now.';
  if (isEarlier) return `No longer held: ${quoted(named)} was ${kind} before. Nothing was changed now.`;
  return kind === 'approved'
    ? `Approved: ${named}; it is answered from in a few seconds.`
    : `Refused: ${named}. It is off the list; its file is kept beside, for whoever runs this bot.`;
}

/** Where it stood in a list. */
function placeWords({ kind, title }: HeldOutcome): string {
  if (kind === 'gone' || title === null) return 'No longer held';
  return `${kind === 'approved' ? 'Approved' : 'Refused'}: ${shorten(title, NAMED)}`;
}

/** Of one that was asked for by its id. */
export function composeHeldOutcome(outcome: HeldOutcome): Message {
  return reply(outcomeWords(outcome), ['held shows what waits.']);
}

export function composeUnknownHeld(id: string): Message {
  return reply(
    `No longer held, or never: no article waits under ${quoted(shorten(id, NAMED))}. It may have been approved or refused a moment ago.`,
    ['held shows what waits, each with the id to type.'],
  );
}

export function composeNothingHeld(told: string | null): Message {
  const nothing =
    'No article waits for approval. What is fetched from the feeds in feeds.yaml, in the folder of the corpus, waits here; whoever runs this bot sets one up there, with its address.';
  return reply([...(told === null ? [] : [told]), nothing].join('\n'), []);
}

/** How it is typed. */
export function composeHeldUsage(typed: string): Message {
  return reply(
    `“held ${shorten(typed, NAMED)}” can’t be read. Type held to see what waits, held approve and an id, or held refuse and an id.`,
    [],
  );
}

/** `reason`: of an error that says what to do. */
export function heldErrorWords(doing: 'approve' | 'refuse' | 'list', reason: string): string {
  const what = { approve: 'It was not approved', refuse: 'It was not refused', list: 'What waits can’t be told' }[
    doing
  ];
  return `${what}: ${shorten(reason, REASON)}`;
}

export function composeHeldError(text: string): Message {
  return reply(text, []);
}

/** As a choice while somebody types: "Ferries run again · The Orlan Courier · 12 Feb 2026". */
export function heldChoice(
  { title, outlet, publishedOn }: ToldHeld | Omit<ToldHeld, 'sentences'>,
  units: number,
): string {
  const behind = ` · ${endedAt(outlet, Math.floor(units / 3))} · ${formatDay(publishedOn)}`;
  const most = units - behind.length;
  return `${title.length <= most ? title : `${endedAt(title, most - 1)}…`}${behind}`;
}

/** Where articles are approved instead. `from`: as CURATED_FROM would name it; null: it can't. */
export function curatedElsewhereWords(from: string | null, community: string): string {
  const here =
    from === null
      ? `or in a workspace or server that CURATED_FROM names`
      : `or from here once CURATED_FROM names ${from} (this ${community})`;
  return `Articles are approved in the terminal (npm run iran-talks -- corpus held), ${here}.`;
}

function words(text: string): Part {
  return { kind: 'text', runs: [{ text, style: 'plain' }] };
}

function remark(text: string): Part {
  return { kind: 'text', runs: [{ text, style: 'faint' }] };
}

function reply(text: string, footer: readonly string[]): Message {
  return { title: '', summary: '', parts: [words(text)], footer, isPrivate: true, range: null };
}
