// Which address an article has: the one that its own site calls canonical, without what counts readers, else the one it was fetched from.
import type { Doubt, Found, Origin } from './draft.ts';

/** Parameters that say where a reader came from, never which article it is. */
const TRACKING =
  /^(?:utm_\w+|at_(?:medium|campaign\w*|custom\w*|link\w*|bbc\w*|format|ptr\w*)|ns_\w+|guce_\w+|guccounter|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|ocid|cmpid|cmp|ncid|smid|ref_src|ref_url|xtor|s_cid|spm|wt\.mc_id|mkt_tok|soc_src|soc_trk|__twitter_impression)$/i;
/** Second-level names below which anybody's name stands: "co.example" is nobody's site. */
const SHARED = new Set(['co', 'com', 'org', 'net', 'gov', 'gob', 'gouv', 'ac', 'edu', 'or', 'ne', 'go']);

/** Characters: the corpus takes no longer address. */
const LONGEST = 2_000;

/** Without tracking parameters and fragment; null where it is no address of the web, or too long for one. */
export function cleanAddress(address: string, base: string | null = null): string | null {
  let url: URL;
  try {
    url = base === null ? new URL(address.trim()) : new URL(address.trim(), base);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  for (const name of tracking) url.searchParams.delete(name);
  return url.href.length > LONGEST ? null : url.href;
}

/** The same host, or hosts of one owner: "m.post.example" and "www.post.example". */
export function isSameSite(one: string, other: string): boolean {
  return siteOf(new URL(one).hostname) === siteOf(new URL(other).hostname);
}

function siteOf(host: string): string {
  // An IP address is a site of its own.
  if (/^[\d.]+$|^\[/.test(host)) return host;
  const labels = host.split('.');
  const isShared = labels.length > 2 && SHARED.has(labels.at(-2) ?? '') && (labels.at(-1) ?? '').length === 2;
  return labels.slice(isShared ? -3 : -2).join('.');
}

export interface NamedAddress {
  readonly value: string;
  readonly from: Origin;
}

/** The named ones in their order, the first of the same site that is no front page; else the address itself. */
export function chooseAddress(
  address: string | null,
  named: readonly NamedAddress[],
): { url: Found<string> | null; doubts: Doubt[] } {
  const own = address === null ? null : cleanAddress(address);
  const doubts: Doubt[] = [];
  for (const { value, from } of named) {
    const clean = cleanAddress(value, own);
    if (clean === null) continue;
    if (own === null) {
      const reason = `the page says that its address is ${clean}, which can't be checked: it was not fetched from there`;
      return { url: { value: clean, from }, doubts: [{ field: 'url', reason }] };
    }
    if (!isSameSite(clean, own)) {
      doubts.push({ field: 'url', reason: `the page names ${clean} of another site as its original` });
    } else if (new URL(clean).pathname !== '/' || new URL(own).pathname === '/') {
      return { url: { value: clean, from }, doubts };
    }
  }
  return { url: own === null ? null : { value: own, from: 'address' }, doubts };
}

/** A host as a name of an outlet: "tidewater-post.example" for "www.tidewater-post.example". */
export function hostOf(address: string): string | null {
  try {
    return new URL(address).hostname.replace(/^(?:www\d?|m|amp|mobile)\./, '') || null;
  } catch {
    return null;
  }
}
