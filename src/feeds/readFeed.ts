// readFeed(text, { address }): RSS 0.9 to 2.0, Atom, JSON Feed, news sitemaps and indexes of sitemaps as one shape. What can't be read whole is
// refused whole: an item that was cut off would have the address of another page.
import { parseAtomFeed, parseJsonFeed, parseRdfFeed, parseRssFeed } from 'feedsmith';
import { IntakeError } from '../errors.ts';
import type { Feed } from './feed.ts';
import { atomItems, type Given, jsonItems, rdfItems, rssItems } from './feedItems.ts';
import { plainText } from './plainText.ts';
import { readSitemap } from './readSitemap.ts';
import { LONGEST } from './values.ts';

/** Items of one feed. News sitemaps have at most 1,000 (Google's limit, read November 2026); five times that is no feed of news. */
const MOST_ITEMS = 5_000;

export interface FeedPlace {
  /** Behind all redirects. */
  readonly address: string;
  readonly contentType: string | null;
}

/** @throws IntakeError `feed`, with what to do */
export function readFeed(text: string, { address, contentType }: FeedPlace): Feed {
  const body = text.replace(/^\ufeff/u, '').trim();
  if (body.startsWith('{') || body.startsWith('[')) return checked(readJson(body, address), address);
  const root = rootOf(body);
  if (root === null || !(root.name in KINDS)) throw notAFeed(body, root?.name ?? null, { address, contentType });
  if (/<!ENTITY/i.test(body.slice(0, root.at))) {
    throw fault(address, 'declares entities of its own, which no feed needs: remove it from feeds.yaml');
  }
  if (!body.toLowerCase().includes(`</${root.tag}`, root.at) && !root.isEmpty) {
    throw fault(address, 'was cut off: it is asked again later; tell its publisher if that goes on');
  }
  if (root.name === 'urlset' || root.name === 'sitemapindex')
    return checked(readSitemap(body, root.name, address), address);
  return checked(readXml(body, root.name, address), address);
}

const KINDS = { rss: true, feed: true, rdf: true, urlset: true, sitemapindex: true };

interface Root {
  /** Without its prefix, in lower case. */
  readonly name: string;
  /** With it. */
  readonly tag: string;
  readonly at: number;
  readonly isEmpty: boolean;
}

/** What stands before a root: white space, declarations, comments, a document type. */
const PROLOGUE = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>)/i;
/** Parts of a prologue. More are no feed. */
const MOST_PARTS = 50;

function rootOf(body: string): Root | null {
  let at = 0;
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const part = PROLOGUE.exec(body.slice(at));
    if (!part) break;
    at += part[0].length;
  }
  const found = /^<((?:[\w.-]{1,40}:)?([\w.-]{1,40}))[^<>]*>/.exec(body.slice(at, at + 20_000));
  if (!found) return null;
  const [whole, tag = '', name = ''] = found;
  return { name: name.toLowerCase(), tag: tag.toLowerCase(), at, isEmpty: whole.endsWith('/>') };
}

function readXml(body: string, name: string, address: string): Feed {
  try {
    const given = givenBy(body, name, address);
    // Behind the parser, which refuses a section of text without an end. It drops items that have nothing that it knows.
    return feedOf(given, (withoutOpaque(body).match(name === 'feed' ? ENTRIES : ITEMS) ?? []).length);
  } catch (cause) {
    const reason = 'is not well formed: it is asked again later; tell its publisher if that goes on';
    throw fault(address, reason, cause);
  }
}

/** Without comments and sections of text. Each is looked for once: of those without an end (in an attribute) there may be a million. */
function withoutOpaque(body: string): string {
  const kept: string[] = [];
  let at = 0;
  for (const { index } of body.matchAll(/<!(?:--|\[CDATA\[)/g)) {
    if (index < at) continue;
    const close = body.startsWith('<!--', index) ? '-->' : ']]>';
    const end = body.indexOf(close, index + 4);
    if (end < 0) break;
    kept.push(body.slice(at, index));
    at = end + close.length;
  }
  return kept.concat(body.slice(at)).join('');
}

function givenBy(body: string, name: string, address: string): Given {
  if (name === 'rss') return rssItems(parseRssFeed(body), address);
  if (name === 'rdf') return rdfItems(parseRdfFeed(body), address);
  return atomItems(parseAtomFeed(body), address);
}

const ITEMS = /<(?:[\w.-]{1,40}:)?item[\s>]/gi;
const ENTRIES = /<(?:[\w.-]{1,40}:)?entry[\s>]/gi;

function readJson(body: string, address: string): Feed {
  let given: unknown;
  try {
    given = JSON.parse(body);
  } catch (cause) {
    const reason =
      'is not well-formed JSON, or was cut off: it is asked again later; tell its publisher if that goes on';
    throw fault(address, reason, cause);
  }
  const items: unknown = typeof given === 'object' && given !== null && 'items' in given ? given.items : null;
  if (typeof given !== 'object' || given === null || !Array.isArray(items))
    throw fault(address, 'is JSON, but no JSON Feed: put the address of a feed into feeds.yaml');
  if (items.length === 0) return { title: null, items: [], leftOut: 0, children: [], next: null };
  // An item without an id or words is no item to the parser.
  try {
    return feedOf(jsonItems(parseJsonFeed(given), address), items.length);
  } catch (cause) {
    throw fault(address, 'is JSON, but no JSON Feed: put the address of a feed into feeds.yaml', cause);
  }
}

function feedOf({ title, items }: Given, listed: number): Feed {
  return {
    title: plainText(title, LONGEST.title),
    items,
    leftOut: Math.max(0, listed - items.length),
    children: [],
    next: null,
  };
}

function checked(feed: Feed, address: string): Feed {
  if (Math.max(feed.items.length, feed.children.length) <= MOST_ITEMS) return feed;
  const reason = `lists ${feed.items.length} items, more than ${MOST_ITEMS}: put the address of a smaller feed into feeds.yaml`;
  throw fault(address, reason);
}

function notAFeed(body: string, root: string | null, { address, contentType }: FeedPlace): IntakeError {
  if (body === '') return fault(address, 'is empty: it is asked again later; tell its publisher if that goes on');
  if (root === 'html' || /<(?:html|body|head)[\s>]/i.test(body.slice(0, 5_000))) {
    const reason =
      'is a web page, not a feed: look in it for a link to RSS or Atom, and put that address into feeds.yaml; to add the page itself, use "corpus add"';
    return fault(address, reason);
  }
  const type = contentType === null ? '' : ` (${contentType.slice(0, 80)})`;
  return fault(address, `is neither RSS, Atom, JSON Feed nor a news sitemap${type}: correct the address in feeds.yaml`);
}

function fault(address: string, reason: string, cause?: unknown): IntakeError {
  return new IntakeError('feed', `What is at ${address} ${reason}.`, cause === undefined ? {} : { cause });
}
