// itemAddress(href, base): the address of a page without what only tells where its reader came from.

const TRACKING =
  /^(?:utm_\w+|at_\w+|mc_[ce]id|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|xtor|wt_mc|cmpid|ocid|taid|smid|smtyp|__twitter_impression|traffic_source)$/i;
/** Of these only a value that names a feed. */
const SOURCE = /^(?:ref|src|source|from|partner|emc|cmp|feed(?:type|name)?|output|via)$/i;
const OF_FEEDS = /^(?:rss\w*|atom|feeds?|feedburner|sitemap)$/i;
/** Characters: an article has no longer address. */
const LONGEST = 2_000;

/** Null: no address of a page. */
export function itemAddress(href: string | null | undefined, base: string): string | null {
  const given = href?.trim() ?? '';
  if (given === '' || given.length > LONGEST || !URL.canParse(given, base)) return null;
  const url = new URL(given, base);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  // As it was written, where nothing is taken away: to write a query anew may change what it means.
  const kept = url.search.slice(1).split('&');
  const left = kept.filter((part) => {
    const [name = '', value = ''] = part.split('=');
    return !TRACKING.test(name) && !(SOURCE.test(name) && OF_FEEDS.test(value));
  });
  if (left.length < kept.length) url.search = left.join('&');
  return url.href.length > LONGEST ? null : url.href;
}

/** What two addresses of one page have in common: neither scheme nor "www." nor the last slash. */
export function addressKey(address: string): string {
  const { host, pathname, search } = new URL(address);
  return `${host.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}${search}`;
}
