// xmlLeaves(text): every element of an XML text that holds text, with the names of the elements around it: enough for sitemaps, which are
// flat and may have 50,000 entries. It builds no tree, knows no entity but XML's own, and takes time in proportion to the text.
import { decoded } from './plainText.ts';

export interface Leaf {
  /** Names without prefixes, in lower case, from the root on: "urlset/url/news/title". */
  readonly path: string;
  readonly text: string;
  /** How many elements with this path's parent began before: leaves of one entry have the same. */
  readonly entry: number;
}

/** Elements within elements, and characters of a name. A sitemap has five, and twenty. */
const DEEPEST = 16;
const LONGEST_NAME = 100;

/** Null: it is not well formed, or nested deeper than a sitemap is. */
export function xmlLeaves(text: string, entryPath: string): Leaf[] | null {
  const leaves: Leaf[] = [];
  const names: string[] = [];
  let entry = 0;
  let held = '';
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    held += decoded(text.slice(at, open < 0 ? text.length : open));
    if (open < 0) break;
    const opaque = OPAQUE.find(([start]) => text.startsWith(start, open));
    if (opaque) {
      const [start, end] = opaque;
      const close = text.indexOf(end, open + start.length);
      if (close < 0) return null;
      if (start === '<![CDATA[') held += text.slice(open + start.length, close);
      at = close + end.length;
      continue;
    }
    const close = text.indexOf('>', open);
    if (close < 0) return null;
    const tag = text.slice(open + 1, close);
    at = close + 1;
    const name = nameOf(tag);
    if (name === '' || name.length > LONGEST_NAME) return null;
    if (tag.startsWith('/')) {
      if (held.trim() !== '') leaves.push({ path: names.join('/'), text: held.trim(), entry });
      if (names.pop() !== name) return null;
    } else if (!tag.endsWith('/')) {
      names.push(name);
      if (names.length > DEEPEST) return null;
      if (names.join('/') === entryPath) entry += 1;
    }
    held = '';
  }
  return names.length === 0 ? leaves : null;
}

const OPAQUE = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

function nameOf(tag: string): string {
  return (/^\/?(?:[\w.-]+:)?([\w.-]+)/.exec(tag)?.[1] ?? '').toLowerCase();
}
