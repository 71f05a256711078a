// completeDraft(draft, item, setting): what the page lacks is filled from its feed, and what feeds.yaml says counts for more than either. What can be
// filled by nobody is guessed, with a doubt, so that a curator sees it.
import type { Doubt, Draft, DraftField, Found } from '../intake/draft.ts';
import type { FeedItem } from './feed.ts';

export interface FeedWords {
  readonly outlet: string | null;
  readonly language: string | null;
}

/** Fields about which nothing may be in doubt where nobody is asked. */
const NEEDED: readonly DraftField[] = ['title', 'outlet', 'publishedOn', 'body'];
/** What BCP 47 has for a language that nobody knows: a curator puts another in its place. */
const UNKNOWN_LANGUAGE = 'und';
/** Days by which a page and its feed may differ: one is of another time zone, or of the day of printing. Chosen by eye. */
const APART_DAYS = 1;
const DAY_MS = 86_400_000;

export function isDoubtful({ doubts, paragraphs, language }: Draft): boolean {
  return (
    paragraphs.length === 0 ||
    language?.value === UNKNOWN_LANGUAGE ||
    doubts.some(({ field }) => NEEDED.includes(field))
  );
}

/** `address`: of the page, behind redirects. `now`: of the guess. */
export function completeDraft(
  draft: Draft,
  item: FeedItem,
  { words, feedTitle, address, now }: { words: FeedWords; feedTitle: string | null; address: string; now: Date },
): Draft {
  const added: Doubt[] = [];
  const settled = new Set<DraftField>();
  const fill = <Value>(field: DraftField, own: Found<Value> | null, fed: Value | null): Found<Value> | null => {
    if (own !== null || fed === null) return own;
    settled.add(field);
    return { value: fed, from: 'feed' };
  };
  const title = fill('title', draft.title, item.title);
  const published = publishedOf(item, now);
  const publishedOn =
    fill('publishedOn', draft.publishedOn, published) ??
    guess('publishedOn', dayOf(now), 'neither the page nor its feed has a date');
  if (draft.publishedOn !== null && published !== null && daysBetween(draft.publishedOn.value, published) > APART_DAYS)
    added.push({ field: 'publishedOn', reason: `the page has ${draft.publishedOn.value}, the feed ${published}` });
  const updated = item.updatedAt === null ? null : dayOf(item.updatedAt);
  const later =
    publishedOn !== null && updated !== null && updated > publishedOn.value && updated <= dayOf(now) ? updated : null;
  return {
    ...draft,
    title,
    publishedOn,
    updatedOn: draft.updatedOn ?? (later === null ? null : { value: later, from: 'feed' }),
    outlet: given('outlet', words.outlet) ?? fill('outlet', draft.outlet, item.outlet) ?? outletGuess(),
    language:
      given('language', words.language) ??
      fill('language', draft.language, item.language) ??
      guess(
        'language',
        UNKNOWN_LANGUAGE,
        'neither the page nor its feed names a language, and there are too few words to tell',
      ),
    url: draft.url ?? { value: address, from: 'address' },
    doubts: [...draft.doubts.filter(({ field }) => !settled.has(field)), ...added],
  };

  function given(field: DraftField, value: string | null): Found<string> | null {
    if (value === null) return null;
    settled.add(field);
    return { value, from: 'given' };
  }

  function guess(field: DraftField, value: string, reason: string): Found<string> {
    added.push({ field, reason });
    return { value, from: 'guess' };
  }

  function outletGuess(): Found<string> {
    const name = feedTitle ?? new URL(address).host.replace(/^www\./, '');
    return guess('outlet', name, `no page or feed names the outlet, "${name}" is a guess`);
  }
}

/** A day that is yet to come is no day of publication; tomorrow is, where the sun rises earlier. */
function publishedOf({ publishedAt, publishedOn }: FeedItem, now: Date): string | null {
  if (publishedAt !== null && publishedAt.getTime() > now.getTime() + DAY_MS) return null;
  const isAhead = publishedOn !== null && publishedOn > dayOf(now) && daysBetween(publishedOn, dayOf(now)) > APART_DAYS;
  return isAhead ? null : publishedOn;
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS;
}
