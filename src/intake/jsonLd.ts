// What JSON-LD says of the article of a page: schema.org's NewsArticle and its like, alone, in a list or in a @graph.
// It is read as data of unknown shape: whatever is not as expected counts as not stated.
import { textOfHtml } from './dom.ts';
import { printed } from './printed.ts';

export interface LinkedArticle {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly datePublished: string | null;
  readonly dateModified: string | null;
  readonly language: string | null;
  readonly url: string | null;
  /** With its line breaks. */
  readonly body: string | null;
  /** isAccessibleForFree is false: what stands in the page may be the beginning. */
  readonly isPaid: boolean;
  readonly isLiveBlog: boolean;
}

type Thing = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|BlogPosting|^Report|^Review|^PressRelease)$/;
/** Objects looked at in one page, how deep they nest, characters of a title or name: far above what pages have. */
const MOST = { things: 5_000, depth: 12, characters: 5_000 };

/** The first article with a headline, a date or a body; null: none of the blocks holds one. */
export function readJsonLd(blocks: readonly string[]): LinkedArticle | null {
  const things = blocks.flatMap((block) => thingsIn(parse(block)));
  const byId = new Map(things.flatMap((thing) => (typeof thing['@id'] === 'string' ? [[thing['@id'], thing]] : [])));
  // Of things that share an id the fullest is meant; the others only point to it.
  for (const thing of things) {
    const id = thing['@id'];
    if (typeof id !== 'string') continue;
    if (Object.keys(thing).length > Object.keys(byId.get(id) ?? {}).length) byId.set(id, thing);
  }
  const articles = things.filter((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  const article =
    articles.find((thing) => textOf(thing['headline']) && textOf(thing['datePublished'])) ??
    articles.find(
      (thing) => textOf(thing['headline']) ?? textOf(thing['datePublished']) ?? textOf(thing['articleBody']),
    );
  if (article === undefined) return null;
  const named = (value: unknown): string[] => namesOf(value, byId);
  return {
    headline: textOf(article['headline']) ?? textOf(article['name']),
    publisher: named(article['publisher'])[0] ?? named(article['sourceOrganization'])[0] ?? null,
    authors: [...new Set([...named(article['author']), ...(article['author'] ? [] : named(article['creator']))])],
    datePublished: textOf(article['datePublished']),
    dateModified: textOf(article['dateModified']),
    language: textOf(article['inLanguage']) ?? namesOf(article['inLanguage'], byId)[0] ?? null,
    url: addressOf(article['url']) ?? addressOf(article['mainEntityOfPage']),
    body: bodyOf(article['articleBody']),
    isPaid: /^false$/i.test(String(article['isAccessibleForFree'])),
    isLiveBlog: typesOf(article).includes('LiveBlogPosting'),
  };
}

/** Pages put line breaks into strings, comments around the block and a comma behind the last value. */
function parse(block: string): unknown {
  const bare = block
    .trim()
    .replace(/^(?:<!--|\/\*.{0,20}?\*\/|(?:\/\/\s*)?<!\[CDATA\[)\s*/, '')
    .replace(/(?:-->|(?:\/\/\s*)?\]\]>)\s*$/, '');
  for (const text of [bare, bare.replace(/[\n\r\t]+/g, ' ').replace(/,\s*([}\]])/g, '$1')]) {
    try {
      return JSON.parse(text);
    } catch {
      // The next one, or none.
    }
  }
  return null;
}

function thingsIn(root: unknown): Thing[] {
  const found: Thing[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > MOST.depth || found.length >= MOST.things) return;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, MOST.things)) visit(item, depth + 1);
    } else if (isThing(value)) {
      found.push(value);
      for (const inner of Object.values(value)) if (typeof inner === 'object') visit(inner, depth + 1);
    }
  };
  visit(root, 0);
  return found;
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function typesOf(thing: Thing): string[] {
  return [thing['@type']].flat().filter((type) => typeof type === 'string');
}

function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string') return null;
  return decoded(first) || null;
}

/** Many pages put entities, some mark-up, into JSON. Empty for what is too long to be a title, a name or a day. */
function decoded(text: string): string {
  if (text.length > MOST.characters) return '';
  return printed(/&[#\w]{2,};|<\/?[a-z][^<>]*>/i.test(text) ? textOfHtml(text) : text);
}

function namesOf(value: unknown, byId: ReadonlyMap<unknown, Thing>): string[] {
  return [value].flat().flatMap((item): string[] => {
    if (typeof item === 'string') return [decoded(item)].filter((name) => name !== '' && !/^https?:/i.test(name));
    if (!isThing(item)) return [];
    const thing = item['name'] === undefined ? (byId.get(item['@id']) ?? item) : item;
    const name = [thing['name']].flat().flatMap((part) => (typeof part === 'string' ? [decoded(part)] : []));
    return name.filter((part) => part !== '' && !/^https?:/i.test(part));
  });
}

function addressOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  return isThing(value) ? (textOf(value['@id']) ?? textOf(value['url'])) : null;
}

function bodyOf(value: unknown): string | null {
  const text = [value]
    .flat()
    .filter((part) => typeof part === 'string')
    .join('\n\n');
  if (text.trim() === '') return null;
  if (!/<(?:p|br|div)\b/i.test(text)) return /&[#\w]{2,};/.test(text) ? textOfHtml(text.replaceAll('<', '&lt;')) : text;
  return textOfHtml(
    text.slice(0, 500_000).replace(/<\/?(?:p|div|li|h[1-6])\b[^<>]*>|<br\s*\/?>\s*<br\s*\/?>/gi, '\n\n'),
  );
}
