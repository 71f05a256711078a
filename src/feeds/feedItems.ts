// Items of each kind of feed in one shape. Every kind has its own places for the address of the page, and publishers use all of them.
import type { AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';
import type { FeedItem } from './feed.ts';
import { readFeedDate } from './feedDate.ts';
import { itemAddress } from './itemAddress.ts';
import { plainText } from './plainText.ts';
import { LONGEST, languageOf } from './values.ts';

export interface Given {
  readonly title: string | null | undefined;
  /** Those with an address. */
  readonly items: readonly FeedItem[];
}

/** Dates are as they are printed. `address`: of the feed; links are read from there, unless the feed has a base of its own. */
export function rssItems(feed: RssFeed.Feed<string>, address: string): Given {
  const base = baseOf(feed.xml?.base ?? feed.link, address);
  const items = (feed.items ?? []).map((item) => {
    const { guid, dc, dcterms } = item;
    const permalink = guid?.isPermaLink === false || !/^https?:/i.test(guid?.value ?? '') ? null : guid?.value;
    const own = baseOf(item.xml?.base, base);
    return itemOf({
      ids: [guid?.value, item.atom?.id],
      address: firstAddress([item.link, alternateOf(item.atom?.links), permalink], own),
      title: item.title ?? dc?.titles?.[0],
      summary: [item.description, item.content?.encoded],
      published: [item.pubDate, dc?.dates?.[0], dcterms?.issued?.[0], dcterms?.created?.[0], item.atom?.published],
      updated: [item.atom?.updated, dcterms?.modified?.[0]],
      outlet: item.source?.title ?? dc?.publishers?.[0],
      language: item.xml?.lang ?? dc?.languages?.[0] ?? feed.xml?.lang ?? feed.language,
    });
  });
  return { title: feed.title, items: withAddress(items) };
}

export function rdfItems(feed: RdfFeed.Feed<string>, address: string): Given {
  const base = baseOf(feed.xml?.base ?? feed.link, address);
  const items = (feed.items ?? []).map((item) =>
    itemOf({
      ids: [item.rdf?.about],
      address: firstAddress([item.link, item.rdf?.about], base),
      title: item.title ?? item.dc?.titles?.[0],
      summary: [item.description],
      published: [item.dc?.dates?.[0]],
      updated: [],
      outlet: item.dc?.publishers?.[0],
      language: item.dc?.languages?.[0] ?? feed.dc?.languages?.[0] ?? feed.xml?.lang,
    }),
  );
  return { title: feed.title, items: withAddress(items) };
}

export function atomItems(feed: AtomFeed.Feed<string>, address: string): Given {
  const base = baseOf(feed.xml?.base, address);
  const items = (feed.entries ?? []).map((entry) => {
    const permalink = /^https?:/i.test(entry.id ?? '') ? entry.id : null;
    return itemOf({
      ids: [entry.id],
      address: firstAddress([alternateOf(entry.links), permalink], baseOf(entry.xml?.base, base)),
      title: entry.title?.value,
      summary: [entry.summary?.value, entry.content?.value],
      published: [entry.published, entry.dc?.dates?.[0]],
      updated: [entry.updated],
      outlet: entry.source?.title?.value,
      language: entry.xml?.lang ?? feed.xml?.lang,
    });
  });
  return { title: feed.title?.value, items: withAddress(items) };
}

export function jsonItems(feed: JsonFeed.Feed<string>, address: string): Given {
  const base = baseOf(feed.home_page_url, address);
  const items = (feed.items ?? []).map((item) => {
    const permalink = /^https?:/i.test(item.id ?? '') ? item.id : null;
    return itemOf({
      ids: [item.id],
      address: firstAddress([item.url, permalink, item.external_url], base),
      title: item.title,
      summary: [item.summary, item.content_text, item.content_html],
      published: [item.date_published],
      updated: [item.date_modified],
      outlet: null,
      language: item.language ?? feed.language,
    });
  });
  return { title: feed.title, items: withAddress(items) };
}

type Text = string | null | undefined;

interface Parts {
  readonly ids: readonly Text[];
  readonly address: string | null;
  readonly title: Text;
  /** The first that is there. */
  readonly summary: readonly Text[];
  /** The first that is a date. */
  readonly published: readonly Text[];
  readonly updated: readonly Text[];
  readonly outlet: Text;
  readonly language: Text;
}

function itemOf(parts: Parts): Omit<FeedItem, 'address'> & { readonly address: string | null } {
  const [published = null] = parts.published.flatMap((text) => readFeedDate(text) ?? []);
  const [updated = null] = parts.updated.flatMap((text) => readFeedDate(text) ?? []);
  const [summary = null] = parts.summary.flatMap((text) => summaryOf(text) ?? []);
  return {
    ids: [...new Set(parts.ids.flatMap((id) => (id ? [id.trim().slice(0, LONGEST.id)] : [])))].filter(
      (id) => id !== '',
    ),
    address: parts.address,
    title: plainText(parts.title, LONGEST.title),
    summary,
    publishedAt: published?.at ?? null,
    publishedOn: published?.on ?? null,
    updatedAt: updated?.at ?? null,
    outlet: plainText(parts.outlet, LONGEST.outlet),
    language: languageOf(parts.language),
  };
}

/** A whole article may stand in it: only its beginning is looked at. */
function summaryOf(text: Text): string | null {
  const start = text?.slice(0, 5 * LONGEST.summary).replaceAll('\ufffd', ' ');
  return plainText(start, Number.POSITIVE_INFINITY)?.slice(0, LONGEST.summary) ?? null;
}

function withAddress(items: readonly ReturnType<typeof itemOf>[]): FeedItem[] {
  return items.flatMap(({ address, ...item }) => (address === null ? [] : [{ ...item, address }]));
}

function baseOf(base: Text, address: string): string {
  return base && URL.canParse(base, address) ? new URL(base, address).href : address;
}

function firstAddress(hrefs: readonly Text[], base: string): string | null {
  for (const href of hrefs) {
    const address = itemAddress(href, base);
    if (address !== null) return address;
  }
  return null;
}

interface Link {
  readonly href?: string | undefined;
  readonly rel?: string | undefined;
  readonly type?: string | undefined;
}

/** The page: no rel is "alternate" (RFC 4287, section 4.2.7.2); one in HTML before others. */
function alternateOf(links: readonly Link[] | undefined): string | null {
  const pages = (links ?? []).filter(({ rel = 'alternate' }) => rel === 'alternate');
  return (pages.find(({ type = 'text/html' }) => /html/i.test(type)) ?? pages[0])?.href ?? null;
}
