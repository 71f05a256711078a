// readSitemap(text): a news sitemap or an index of sitemaps as a Feed. The formats: https://www.sitemaps.org/protocol.html and Google's news extension
// (publication with name and language, publication_date, title), read November 2026.
import { IntakeError } from '../errors.ts';
import type { Feed, FeedItem } from './feed.ts';
import { readFeedDate } from './feedDate.ts';
import { itemAddress } from './itemAddress.ts';
import { plainText } from './plainText.ts';
import { LONGEST, languageOf } from './values.ts';
import { type Leaf, xmlLeaves } from './xmlLeaves.ts';

/** @throws IntakeError `feed` */
export function readSitemap(text: string, kind: 'urlset' | 'sitemapindex', address: string): Feed {
  const path = kind === 'urlset' ? 'urlset/url' : 'sitemapindex/sitemap';
  const leaves = xmlLeaves(text, path);
  if (leaves === null) {
    const sentence = `The sitemap at ${address} is not well-formed XML, or was cut off: it is asked again later; tell its publisher if that goes on.`;
    throw new IntakeError('feed', sentence);
  }
  const entries = entriesOf(leaves, path);
  return kind === 'urlset' ? newsOf(entries, address) : indexOf(entries, address);
}

/** By the path below the entry; the first of each. */
type Entry = ReadonlyMap<string, string>;

function entriesOf(leaves: readonly Leaf[], path: string): Entry[] {
  const entries = new Map<number, Map<string, string>>();
  for (const leaf of leaves) {
    if (!leaf.path.startsWith(`${path}/`)) continue;
    const entry = entries.get(leaf.entry) ?? new Map<string, string>();
    entries.set(leaf.entry, entry);
    const name = leaf.path.slice(path.length + 1);
    if (!entry.has(name)) entry.set(name, leaf.text);
  }
  return [...entries.values()];
}

function newsOf(entries: readonly Entry[], address: string): Feed {
  const items = entries.flatMap((entry): FeedItem[] => {
    const page = itemAddress(entry.get('loc'), address);
    const isNews = [...entry.keys()].some((name) => name.startsWith('news/'));
    if (page === null || !isNews) return [];
    const published = readFeedDate(entry.get('news/publication_date'));
    return [
      {
        ids: [],
        address: page,
        title: plainText(entry.get('news/title'), LONGEST.title),
        summary: plainText(entry.get('news/keywords'), LONGEST.summary),
        publishedAt: published?.at ?? null,
        publishedOn: published?.on ?? null,
        updatedAt: readFeedDate(entry.get('lastmod'))?.at ?? null,
        outlet: plainText(entry.get('news/publication/name'), LONGEST.outlet),
        language: languageOf(entry.get('news/publication/language')),
      },
    ];
  });
  if (items.length === 0 && entries.length > 0) {
    const sentence = `The sitemap at ${address} lists pages but no news: put the address of the site's news sitemap into feeds.yaml.`;
    throw new IntakeError('feed', sentence);
  }
  return { title: null, items, leftOut: entries.length - items.length, children: [], next: null };
}

function indexOf(entries: readonly Entry[], address: string): Feed {
  const sitemaps = entries.flatMap((entry, position) => {
    const child = itemAddress(entry.get('loc'), address);
    const changed = readFeedDate(entry.get('lastmod'))?.at.getTime() ?? 0;
    return child === null ? [] : [{ child, changed, position }];
  });
  // Where none has a date, the order of the file.
  sitemaps.sort((a, b) => b.changed - a.changed || a.position - b.position);
  const children = [...new Set(sitemaps.map(({ child }) => child))];
  return { title: null, items: [], leftOut: entries.length - sitemaps.length, children, next: null };
}
