// What the buttons below held articles do, as short strings that a platform keeps in the button and gives back when it is pressed, also after a
// restart: "held.approve.2.5f0c…-9ab1….0" approves the second article of those that the message shows.
import { createHash } from 'node:crypto';
import type { ArticleId } from '../domain.ts';

/** What a message shows. */
export interface ShownList {
  /** Of its articles, from top to bottom; at most five. */
  readonly keys: readonly string[];
  /** Where among all that are held its first one stood, from 0. */
  readonly from: number;
}

export type HeldAction =
  /** `place`: of the article in the list, from 0. */
  | ({ readonly kind: 'approve' | 'refuse'; readonly place: number } & ShownList)
  | { readonly kind: 'page'; readonly from: number }
  /** What stands behind an article; `from`: where that was, for when it is no longer held. */
  | { readonly kind: 'after'; readonly key: string; readonly from: number };

/** Articles on a page. Their number was given; more keys would not fit into a button of Discord either. */
export const PER_PAGE = 5;
/** Hexadecimal digits: among a million held articles two are alike once in 500 times. Five of them leave room within 100 units. */
const KEY_LENGTH = 12;

/** Stands for an id, which may be longer than a button takes. */
export function keyOf(id: ArticleId): string {
  return createHash('sha256').update(id).digest('hex').slice(0, KEY_LENGTH);
}

export function isHeldAction(text: string): boolean {
  return text.startsWith('held.');
}

/** At most 100 units, which is what Discord takes. */
export function formatHeldAction(action: HeldAction): string {
  switch (action.kind) {
    case 'page':
      return `held.page.${action.from}`;
    case 'after':
      return `held.after.${action.key}.${action.from}`;
    default:
      return `held.${action.kind}.${action.place + 1}.${action.keys.join('-')}.${action.from}`;
  }
}

const DECISION = /^held\.(approve|refuse)\.([1-5])\.([0-9a-f]{12}(?:-[0-9a-f]{12}){0,4})\.(\d{1,7})$/u;

/** Null for what formatHeldAction has not made. */
export function parseHeldAction(text: string): HeldAction | null {
  const page = /^held\.page\.(\d{1,7})$/u.exec(text);
  if (page) return { kind: 'page', from: Number(page[1]) };
  const [, after, behind] = /^held\.after\.([0-9a-f]{12})\.(\d{1,7})$/u.exec(text) ?? [];
  if (after !== undefined) return { kind: 'after', key: after, from: Number(behind) };
  const [, kind, place, joined = '', from] = DECISION.exec(text) ?? [];
  if (kind !== 'approve' && kind !== 'refuse') return null;
  const keys = joined.split('-');
  return Number(place) > keys.length ? null : { kind, place: Number(place) - 1, keys, from: Number(from) };
}
