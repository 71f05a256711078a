// Makes markup from anywhere safe to parse, in one pass over it that never looks back: what is no text (scripts, styles, comments, frames, pictures) is cut,
// JSON-LD set aside, attributes reduced to those that are read, and every element is closed. What nests too deep or has too many
// tags is refused before a tree of it is made, so that 50 MB of nested tags end in milliseconds.
import { IntakeError } from '../errors.ts';

/**
 * Chosen by eye: the largest live blogs have 3 MB and 30,000 tags; browsers nest 512 elements. A tag or an entity costs 10 to 20 µs, so that the
 * worst page takes 2 s.
 */
export const LIMITS = { characters: 10_000_000, tags: 100_000, depth: 500, attribute: 5_000, jsonLd: 1_000_000 };

export interface Markup {
  /** Elements of the body and of the head, one after the other, all closed; neither html, head nor body. */
  readonly html: string;
  /** Contents of `<script type="application/ld+json">`, in order; none that is longer than LIMITS.jsonLd. */
  readonly jsonLd: readonly string[];
  /** `lang` of the html element, else of the body. */
  readonly lang: string | null;
}

/** Their contents are no text of the page; they end at their closing tag whatever stands between. */
const CUT = new Set(
  [
    'script',
    'style',
    'iframe',
    'noembed',
    'noframes',
    'textarea',
    'xmp',
    'template',
    'noscript',
    'object',
    'svg',
  ].concat(['math', 'canvas', 'select', 'datalist', 'audio', 'video', 'map', 'button', 'amp-ad', 'amp-iframe']),
);
/** Of these a browser takes everything up to the end of the page, where they are not closed; of others, nothing. */
const CUT_TO_END = new Set(['script', 'style', 'iframe', 'noembed', 'noframes', 'textarea', 'xmp']);
/** No text of the page, and nothing is read from them. */
const DROPPED = new Set([
  'img',
  'input',
  'source',
  'track',
  'embed',
  'param',
  'area',
  'base',
  'col',
  'frame',
  'wbr',
  'picture',
]);
const SHELL = new Set(['html', 'head', 'body']);
const VOID = new Set(['br', 'hr', 'meta', 'link']);
const KEPT = new Set(
  'class id itemprop itemtype itemscope property name content href rel lang datetime role hidden aria-hidden aria-modal style'.split(
    ' ',
  ),
);
/** Opening one of these ends an open paragraph. */
const ENDS_PARAGRAPH = new Set(
  (
    'address article aside blockquote details dialog dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre ' +
    'section table tbody td tfoot th thead tr ul'
  ).split(' '),
);
/** What an opening tag closes, and what holds that off. */
const CLOSES: Readonly<Record<string, readonly [closed: ReadonlySet<string>, within: ReadonlySet<string>]>> = {
  li: [new Set(['li']), new Set(['ul', 'ol', 'menu'])],
  dt: [new Set(['dt', 'dd']), new Set(['dl'])],
  dd: [new Set(['dt', 'dd']), new Set(['dl'])],
  td: [new Set(['td', 'th']), new Set(['table', 'tr'])],
  th: [new Set(['td', 'th']), new Set(['table', 'tr'])],
  tr: [new Set(['tr']), new Set(['table'])],
  tbody: [new Set(['tbody', 'thead']), new Set(['table'])],
  tfoot: [new Set(['tbody', 'thead']), new Set(['table'])],
  option: [new Set(['option']), new Set(['select'])],
};
/** A paragraph is looked for no further up than here. */
const PARAGRAPH_WITHIN = new Set([
  'td',
  'th',
  'table',
  'div',
  'section',
  'article',
  'li',
  'blockquote',
  'figure',
  'figcaption',
]);

/**
 * @throws IntakeError `markup` over a limit
 */
export function tidyMarkup(source: string): Markup {
  if (source.length > LIMITS.characters) throw tooMuch(`${Math.round(source.length / 1e6)} million characters`);
  const out: string[] = [];
  const jsonLd: string[] = [];
  const open: string[] = [];
  const closers = createCloserSearch(source);
  let lang: string | null = null;
  let tags = 0;
  let at = 0;

  const count = (more: number): void => {
    tags += more;
    if (tags > LIMITS.tags) throw tooMuch(`more than ${LIMITS.tags} tags and entities`);
  };
  const closeTo = (depth: number): void => {
    while (open.length > depth) out.push(`</${open.pop()}>`);
  };

  while (at < source.length) {
    const start = source.indexOf('<', at);
    const text = source.slice(at, start === -1 ? source.length : start);
    count(entitiesIn(text));
    if (text !== '') out.push(text);
    if (start === -1) break;
    const next = source.charCodeAt(start + 1);
    if (next === 0x21 || next === 0x3f) {
      at = endOfDeclaration(source, start);
      continue;
    }
    const isEnd = next === 0x2f;
    const name = nameAt(source, isEnd ? start + 2 : start + 1);
    if (name === '') {
      // "</3" is a comment to a browser, "a < b" is text.
      if (isEnd) at = endOr(source, source.indexOf('>', start));
      else {
        count(1);
        out.push('&lt;');
        at = start + 1;
      }
      continue;
    }
    count(1);
    const tag = readTag(source, start + name.length + (isEnd ? 2 : 1));
    at = tag.end;
    const element = name.toLowerCase();
    if (isEnd) {
      const depth = open.lastIndexOf(element);
      if (depth !== -1) closeTo(depth);
      continue;
    }
    if (SHELL.has(element)) {
      lang ??= tag.attributes.get('lang') ?? null;
      continue;
    }
    if (CUT.has(element)) {
      if (tag.isClosed && !CUT_TO_END.has(element)) continue;
      const end = closers.find(element, at);
      const isJsonLd = element === 'script' && /^\s*application\/ld\+json\b/i.test(tag.attributes.get('type') ?? '');
      if (isJsonLd && end !== -1 && end - at <= LIMITS.jsonLd) jsonLd.push(source.slice(at, end));
      // A frame or a drawing between two words keeps them apart.
      out.push(' ');
      if (end !== -1) at = endOr(source, source.indexOf('>', end));
      else if (CUT_TO_END.has(element)) at = source.length;
      continue;
    }
    if (DROPPED.has(element)) continue;
    closeImplied(element, open, closeTo);
    if (element === 'title') {
      const end = closers.find('title', at);
      if (end === -1) continue;
      out.push(`<title>${source.slice(at, end)}</title>`);
      at = endOr(source, source.indexOf('>', end));
      continue;
    }
    out.push(`<${element}${attributesOf(tag.attributes)}>`);
    if (VOID.has(element)) continue;
    open.push(element);
    if (open.length > LIMITS.depth) throw tooMuch(`elements nested more than ${LIMITS.depth} deep`);
  }
  closeTo(0);
  return { html: out.join(''), jsonLd, lang };
}

function tooMuch(what: string): IntakeError {
  return new IntakeError(
    'markup',
    `The page has ${what}, which no page of news has. Save the article's text in a .txt file and add that.`,
  );
}

/** Each is a node of its own in the tree. */
function entitiesIn(text: string): number {
  let found = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) found += 1;
  return found;
}

function closeImplied(element: string, open: readonly string[], closeTo: (depth: number) => void): void {
  if (ENDS_PARAGRAPH.has(element)) {
    const depth = lastOf(open, (name) => name === 'p', PARAGRAPH_WITHIN);
    if (depth !== -1) closeTo(depth);
  }
  const rule = CLOSES[element];
  if (rule === undefined) return;
  const [closed, within] = rule;
  const depth = lastOf(open, (name) => closed.has(name), within);
  if (depth !== -1) closeTo(depth);
}

/** Index of the innermost open element that is meant, -1 where one of `within` stands before it. */
function lastOf(open: readonly string[], isMeant: (name: string) => boolean, within: ReadonlySet<string>): number {
  for (let depth = open.length - 1; depth >= 0; depth -= 1) {
    const name = open[depth] ?? '';
    if (isMeant(name)) return depth;
    if (within.has(name)) return -1;
  }
  return -1;
}

/** Finds closing tags; what is not found once is not looked for again, so that a million open tags are one pass. */
function createCloserSearch(source: string): { find(name: string, from: number): number } {
  const gone = new Set<string>();
  return {
    find(name, from) {
      if (gone.has(name)) return -1;
      const closer = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
      closer.lastIndex = from;
      const found = closer.exec(source)?.index ?? -1;
      if (found === -1) gone.add(name);
      return found;
    },
  };
}

/** Behind a comment, a document type, an XML declaration or a CDATA section. */
function endOfDeclaration(source: string, start: number): number {
  if (!source.startsWith('<!--', start)) return endOr(source, source.indexOf('>', start));
  const quick = source.startsWith('>', start + 4) ? 5 : source.startsWith('->', start + 4) ? 6 : 0;
  if (quick > 0) return start + quick;
  const end = source.indexOf('-->', start + 4);
  return end === -1 ? source.length : end + 3;
}

function endOr(source: string, index: number): number {
  return index === -1 ? source.length : index + 1;
}

const NAME = /[A-Za-z][A-Za-z0-9:_-]{0,40}/y;

function nameAt(source: string, at: number): string {
  NAME.lastIndex = at;
  return NAME.exec(source)?.[0] ?? '';
}

interface Tag {
  readonly attributes: ReadonlyMap<string, string>;
  /** Ends with "/>". */
  readonly isClosed: boolean;
  /** Behind its ">". */
  readonly end: number;
}

const SPACE = /[\s/]*/y;
const ATTRIBUTE = /[^\s/>=]+|=/y;
const EQUALS = /\s*=\s*/y;
const BARE = /[^\s>]*/y;

/** Attributes of a tag from behind its name, as browsers read them: a quotation mark counts only behind "=". The first of a name counts. */
function readTag(source: string, from: number): Tag {
  const attributes = new Map<string, string>();
  let at = from;
  for (;;) {
    SPACE.lastIndex = at;
    SPACE.exec(source);
    at = SPACE.lastIndex;
    if (at >= source.length) return { attributes, isClosed: false, end: at };
    if (source[at] === '>') return { attributes, isClosed: source[at - 1] === '/', end: at + 1 };
    ATTRIBUTE.lastIndex = at;
    const name = (ATTRIBUTE.exec(source)?.[0] ?? '').toLowerCase();
    at = name === '' ? at + 1 : ATTRIBUTE.lastIndex;
    EQUALS.lastIndex = at;
    let value = '';
    if (EQUALS.test(source)) {
      at = EQUALS.lastIndex;
      const quote = source[at];
      if (quote === '"' || quote === "'") {
        const end = source.indexOf(quote, at + 1);
        if (end === -1) return { attributes, isClosed: false, end: source.length };
        value = source.slice(at + 1, end);
        at = end + 1;
      } else {
        BARE.lastIndex = at;
        value = BARE.exec(source)?.[0] ?? '';
        at = BARE.lastIndex;
      }
    }
    const isRead = KEPT.has(name) || name === 'type';
    if (isRead && !attributes.has(name) && value.length <= LIMITS.attribute) attributes.set(name, value);
  }
}

function attributesOf(attributes: ReadonlyMap<string, string>): string {
  let text = '';
  for (const [name, value] of attributes) {
    if (name !== 'type') text += ` ${name}="${value.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`;
  }
  return text;
}
