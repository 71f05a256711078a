// surveyPage(document): one walk over a page that notes whatever its fields and its article may be found by.
import {
  childrenOf,
  isElement,
  isText,
  namesOfClass,
  type PageDocument,
  type PageElement,
  upFrom,
  wordsOfClass,
} from './dom.ts';
import { printed } from './printed.ts';
import { isHidden, zoneOf } from './zones.ts';

export interface Survey {
  readonly body: PageElement;
  /** Contents of meta elements by name, property or itemprop in small letters, in order. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** `<title>`. */
  readonly title: string | null;
  readonly headings: readonly PageElement[];
  readonly times: readonly PageElement[];
  /** Elements with itemprop, by each of its names. */
  readonly properties: ReadonlyMap<string, readonly PageElement[]>;
  /** rel=author, or a class that says byline or author. */
  readonly authors: readonly PageElement[];
  /** A class that says date or published. */
  readonly dates: readonly PageElement[];
  readonly canonical: string | null;
  /** Where the article may be, the surest kind first. */
  readonly candidates: readonly (readonly PageElement[])[];
  readonly isLiveBlog: boolean;
  readonly isPaid: boolean;
  /** Characters of sentences below an element that are neither links nor furniture by its markup. */
  proseIn(element: PageElement): number;
  /** Characters below an element. */
  lengthOf(element: PageElement): number;
  /** The element holds a main heading or what is marked as the article's body: no class makes it furniture. */
  holdsMain(element: PageElement): boolean;
}

/** Names of class or id of what holds the paragraphs, without marks between their words. */
const BODIES = new Set(
  (
    'articlebody articlecontent articletext articlebodycontent articlemain articlecopy storybody storycontent storytext storybodycontent entrycontent postcontent postbody posttext ' +
    'newscontent newsbody newstext newsdetail contentbody maintext bodytext bodycontent bodycopy trseditor arttext artcontent mainarticle singlecontent fulltext itemfulltext ' +
    'articlebodytext articlecontentbody cmsbody pressreleasebody richtextbody liveblog liveblogbody ampstorybody texttocopy'
  ).split(' '),
);
/** Looked at of each kind; pages have a few. */
const MOST = 200;

export function surveyPage(document: PageDocument): Survey {
  const metas = new Map<string, string[]>();
  const properties = new Map<string, PageElement[]>();
  const headings: PageElement[] = [];
  const times: PageElement[] = [];
  const authors: PageElement[] = [];
  const dates: PageElement[] = [];
  const candidates: PageElement[][] = [[], [], [], []];
  const lengths = new Map<PageElement, number>();
  const prose = new Map<PageElement, number>();
  const main = new Set<PageElement>();
  let title: string | null = null;
  let canonical: string | null = null;
  let isLiveBlog = false;
  let isPaid = false;

  const note = (map: Map<string, string[]>, names: string | null, value: string): void => {
    for (const name of (names ?? '').toLowerCase().split(/\s+/)) {
      if (name !== '') map.set(name, [...(map.get(name) ?? []).slice(0, MOST), value]);
    }
  };
  const keep = (list: PageElement[] | undefined, element: PageElement): void => {
    if (list !== undefined && list.length < MOST) list.push(element);
  };
  const markMain = (element: PageElement): void => {
    for (const above of upFrom(element)) {
      if (main.has(above)) return;
      main.add(above);
    }
  };

  const look = (element: PageElement): void => {
    const name = element.localName;
    const rel = element.getAttribute('rel')?.toLowerCase();
    if (name === 'meta') {
      const value = printed(element.getAttribute('content') ?? '');
      const names = ['name', 'property', 'itemprop'].map((key) => element.getAttribute(key) ?? '').join(' ');
      if (value !== '') note(metas, names, value);
      return;
    }
    if (name === 'link') {
      if (rel?.split(/\s+/).includes('canonical')) canonical ??= element.getAttribute('href');
      return;
    }
    if (name === 'title') title ??= printed(element.textContent ?? '') || null;
    if (name === 'h1') keep(headings, element);
    if (name === 'time') keep(times, element);
    const property = element.getAttribute('itemprop');
    for (const each of property?.toLowerCase().split(/\s+/) ?? []) {
      const list = properties.get(each) ?? [];
      keep(list, element);
      properties.set(each, list);
    }
    const isBody = /(?:^|\s|:)articleBody(?:\s|$)/i.test(`${property ?? ''} ${element.getAttribute('property') ?? ''}`);
    if (isBody) keep(candidates[0], element);
    if (name === 'article' || /^article$/i.test(element.getAttribute('role') ?? '')) keep(candidates[2], element);
    if (name === 'main' || element.getAttribute('role') === 'main') keep(candidates[3], element);
    if (isBody || name === 'h1' || name === 'main') markMain(element);
    if (/LiveBlogPosting$/.test(element.getAttribute('itemtype') ?? '')) isLiveBlog = true;
    const words = wordsOfClass(element);
    if (words.length === 0 && rel === undefined) return;
    const names = namesOfClass(element);
    if (
      names.some(
        (each) =>
          BODIES.has(each) ||
          BODIES.has(each.replace(/^(?:c|js|o|m|news|the|main|content|amp)(?=article|story|entry|post)/, '')),
      )
    ) {
      keep(candidates[1], element);
      markMain(element);
    }
    if (names.some((each) => each.startsWith('liveblog'))) isLiveBlog = true;
    if (words.some((word) => word === 'paywall' || word === 'metered' || word === 'regwall')) isPaid = true;
    if (
      rel?.split(/\s+/).includes('author') ||
      words.some((word) => word === 'byline' || word === 'author' || word === 'authors' || word === 'writer')
    )
      keep(authors, element);
    if (
      words.some((word) =>
        /^(?:date|dateline|datetime|pubdate|published|publishdate|timestamp|pubtime|posted)$/.test(word),
      )
    )
      keep(dates, element);
  };

  /** Length, prose and the links' length below. */
  const walk = (element: PageElement): { length: number; links: number; prose: number } => {
    look(element);
    let length = 0;
    let links = 0;
    let own = 0;
    let below = 0;
    for (const child of childrenOf(element)) {
      if (isText(child)) {
        const characters = (child.textContent ?? '').trim().length;
        length += characters;
        own += characters;
      } else if (isElement(child)) {
        const inner = walk(child);
        length += inner.length;
        links += inner.links;
        below += inner.prose;
        if (INLINE.has(child.localName)) own += inner.length - inner.links;
      }
    }
    if (element.localName === 'a') links = length;
    const isProse =
      !INLINE.has(element.localName) &&
      element.localName !== 'title' &&
      own >= (element.localName === 'p' ? 20 : 80) &&
      links * 2 <= length;
    const zone = zoneOf(element);
    const isOut = isHidden(element) || zone === 'strong' || (zone === 'weak' && !main.has(element));
    const found = isOut ? 0 : below + (isProse ? own : 0);
    lengths.set(element, length);
    prose.set(element, found);
    return { length, links, prose: found };
  };
  walk(document.body);

  return {
    body: document.body,
    metas,
    title,
    headings,
    times,
    properties,
    authors,
    dates,
    canonical,
    candidates,
    isLiveBlog,
    isPaid,
    proseIn: (element) => prose.get(element) ?? 0,
    lengthOf: (element) => lengths.get(element) ?? 0,
    holdsMain: (element) => main.has(element),
  };
}

/** Elements within a line of text. */
export const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var ' +
    'amp-link amp-date-display'
  ).split(' '),
);
