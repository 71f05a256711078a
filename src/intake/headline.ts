// chooseTitle, chooseOutlet, chooseByline: what an article is called, who published it and who wrote it, each by the first source in its order that says so.
//
// title: JSON-LD headline, og:title (without the outlet's name behind it), itemprop headline, the first h1, <title> without the outlet's name.
// outlet: JSON-LD publisher, og:site_name, meta application-name and publisher, itemprop publisher, what <title> has behind the title, the host (a guess).
// byline: JSON-LD authors, meta author and its like, itemprop author, rel=author, an element whose class says byline or author.
import type { PageElement } from './dom.ts';
import type { Doubt, Found } from './draft.ts';
import type { LinkedArticle } from './jsonLd.ts';
import { damageOf, printed } from './printed.ts';
import type { Survey } from './survey.ts';

/** What stands between a title and an outlet. */
const DIVIDER = /\s+[|–—·•»-]\s+|\s*\|\s*|\s+::\s+|_(?=\S{2,30}$)/g;
/** A name of an outlet has no more words, or it is a part of the title. */
const LONGEST_NAME = 5;
/**
 * Characters of a title and an outlet, as the corpus takes them; names behind a byline, and characters of a text that may be one. What is longer is
 * none. An element of so many characters holds the page: two hundred of them within each other would be read two hundred times.
 */
const MOST = { title: 500, outlet: 200, names: 20, byline: 300, element: 5_000 };

export function chooseTitle(
  survey: Survey,
  linked: LinkedArticle | null,
  outlet: string | null,
): { title: Found<string> | null; doubts: Doubt[] } {
  const heading = mainHeading(survey);
  const shared = survey.metas.get('og:title')?.[0] ?? survey.metas.get('twitter:title')?.[0] ?? null;
  const marked = textOf(survey.properties.get('headline')?.[0]);
  const sources: (Found<string> | null)[] = [
    found(linked?.headline ?? null, 'json-ld'),
    found(shared === null ? null : withoutOutlet(shared, outlet), 'open-graph'),
    found(marked, 'html'),
    found(heading, 'heading'),
    found(survey.title === null ? null : titleOf(survey.title, outlet), 'title'),
  ];
  const first = sources.find((source) => source !== null && source.value.length <= MOST.title) ?? null;
  if (first === null || heading === null) return { title: first, doubts: [] };
  // Cut for search engines: the page has the whole of it.
  if (/(?:…|\.{3})$/.test(first.value) && heading.startsWith(first.value.replace(/\s*(?:…|\.{3})$/, ''))) {
    return { title: { value: heading, from: 'heading' }, doubts: [] };
  }
  const differs = bare(heading) !== bare(first.value) && heading !== outlet;
  const reason = `the heading on the page is "${heading}"`;
  return { title: first, doubts: differs ? [{ field: 'title', reason }] : [] };
}

export function chooseOutlet(
  survey: Survey,
  linked: LinkedArticle | null,
  host: string | null,
): { outlet: Found<string> | null; doubts: Doubt[] } {
  const publisher = survey.properties.get('publisher')?.[0];
  const sources: (Found<string> | null)[] = [
    found(linked?.publisher ?? null, 'json-ld'),
    found(survey.metas.get('og:site_name')?.[0] ?? null, 'open-graph'),
    found(
      firstMeta(survey, ['application-name', 'publisher', 'dc.publisher', 'dcterms.publisher', 'article:publisher']),
      'meta',
    ),
    found(nameWithin(publisher), 'html'),
    found(outletOfTitle(survey, host), 'title'),
  ];
  const first = sources.find((source) => source !== null && isSound(source.value, MOST.outlet)) ?? null;
  if (first !== null) return { outlet: first, doubts: [] };
  if (host === null) return { outlet: null, doubts: [] };
  const reason = `the page does not say who published it; ${host} is its host`;
  return { outlet: { value: host, from: 'guess' }, doubts: [{ field: 'outlet', reason }] };
}

export function chooseByline(
  survey: Survey,
  linked: LinkedArticle | null,
  outlet: string | null,
): Found<string> | null {
  const named = (linked?.authors ?? []).slice(0, MOST.names).flatMap((name) => byOf(name, outlet) ?? []);
  if (named.length > 0) return { value: named.join(', '), from: 'json-ld' };
  const names = [
    'author',
    'article:author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
    'byl',
    'byline',
  ];
  for (const name of names) {
    const said = (survey.metas.get(name) ?? []).slice(0, MOST.names).flatMap((value) => byOf(value, outlet) ?? []);
    if (said.length > 0) return { value: [...new Set(said)].join(', '), from: 'meta' };
  }
  const elements = [survey.properties.get('author')?.[0], ...survey.authors];
  for (const element of elements) {
    if (element !== undefined && survey.lengthOf(element) > MOST.element) continue;
    const value = element === undefined ? null : byOf(nameWithin(element) ?? '', outlet);
    if (value !== null) return { value, from: element === elements[0] ? 'html' : 'byline' };
  }
  return null;
}

function found<From extends Found<string>['from']>(value: string | null, from: From): Found<string> | null {
  return value === null || value.trim() === '' ? null : { value: value.trim(), from };
}

/** No longer than that, and no character that the corpus refuses. */
function isSound(text: string, most: number): boolean {
  return text.length <= most && damageOf(text) === null;
}

function textOf(element: PageElement | undefined): string | null {
  if (element === undefined) return null;
  return printed(element.getAttribute('content') ?? element.textContent ?? '') || null;
}

/** Longer headings are paragraphs in large letters. */
function mainHeading(survey: Survey): string | null {
  const texts = survey.headings
    .filter((heading) => survey.lengthOf(heading) <= MOST.element)
    .map((heading) => textOf(heading) ?? '')
    .filter((text) => text !== '' && text.length <= 300);
  // A site's name stands in an h1, too.
  const words = survey.title === null ? '' : bare(survey.title);
  return (
    texts.find((text) => text.split(' ').length > 2 && words.startsWith(bare(text))) ??
    texts.find((text) => text.split(' ').length > 2) ??
    texts[0] ??
    null
  );
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

interface Cut {
  readonly front: string;
  readonly back: string;
}

function cutsOf(text: string): Cut[] {
  // Each cut is a pass over the text: a long one with many would take minutes.
  if (text.length > MOST.title * 2) return [];
  return [...text.matchAll(DIVIDER)].map((match) => ({
    front: text.slice(0, match.index).trim(),
    back: text.slice(match.index + match[0].length).trim(),
  }));
}

/** A title without the outlet's name behind or before it. */
function withoutOutlet(text: string, outlet: string | null): string {
  if (outlet === null) return text;
  const name = bare(outlet);
  for (const { front, back } of cutsOf(text)) {
    if (front !== '' && bare(back).startsWith(name)) return front;
    if (back !== '' && bare(front) === name) return back;
  }
  // "Marland News Service: Dam vote put off".
  if (text.startsWith(`${outlet}: `)) return text.slice(outlet.length + 2).trim();
  return text;
}

function titleOf(text: string, outlet: string | null): string {
  const without = withoutOutlet(text, outlet);
  if (without !== text) return without;
  const last = cutsOf(text).at(-1);
  return last !== undefined && isName(last) ? last.front : text;
}

/** What `<title>` has behind what the page shows as title; else a short last part. */
function outletOfTitle(survey: Survey, host: string | null): string | null {
  if (survey.title === null) return null;
  const cuts = cutsOf(survey.title);
  const shown = [survey.metas.get('og:title')?.[0], mainHeading(survey)].filter(
    (text) => text !== null && text !== undefined,
  );
  const behind = cuts.find(({ front }) => shown.some((text) => bare(text) === bare(front)));
  if (behind !== undefined) return cutsOf(behind.back).at(-1)?.back ?? behind.back;
  const colon = /^([^:]{2,40}):\s+(.+)$/.exec(survey.title);
  const sides = cuts.flatMap(({ front, back }) => [front, back]).concat(colon?.[1] ?? []);
  const named = sides.find((side) => isNameOfHost(side, host));
  if (named !== undefined) return named;
  const last = cuts.at(-1);
  return last !== undefined && isName(last) ? last.back : null;
}

/** A name that the host is made of: "The Dunmore Courier" at courier.example, "Marland News Service" at mns.example. */
function isNameOfHost(name: string, host: string | null): boolean {
  const label = host?.split('.').at(-2) ?? '';
  const plain = bare(name);
  const initials =
    name
      .match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)
      ?.join('')
      .toLowerCase() ?? '';
  if (label.length < 2 || name.split(/\s+/).length > LONGEST_NAME) return false;
  return (
    plain === label ||
    initials === label ||
    (label.length > 3 && plain.includes(label)) ||
    (plain.length > 3 && label.includes(plain))
  );
}

function isName({ front, back }: Cut): boolean {
  const words = back.split(/\s+/).length;
  return words <= LONGEST_NAME && front.length > back.length && !/[?!.]$/.test(back) && /^[\p{Lu}\p{Lo}\d]/u.test(back);
}

/** Within a thing of microdata the name, else its text. */
function nameWithin(element: PageElement | undefined): string | null {
  if (element === undefined) return null;
  const inner = (node: PageElement): string | null => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType !== 1) continue;
      const each = child as PageElement;
      if (each.getAttribute('itemprop') === 'name') return textOf(each);
      const below = inner(each);
      if (below !== null) return below;
    }
    return null;
  };
  return inner(element) ?? textOf(element);
}

function firstMeta(survey: Survey, names: readonly string[]): string | null {
  for (const name of names) {
    const value = survey.metas.get(name)?.find((each) => !/^https?:|^[\d]+$/i.test(each));
    if (value !== undefined) return value;
  }
  return null;
}

/** A name as a byline gives it, without "By" and what stands behind it; null for addresses, the outlet itself, and what is too long for names. */
function byOf(text: string, outlet: string | null): string | null {
  if (!isSound(text, MOST.byline)) return null;
  const name = text
    .replace(
      /^(?:written |reported |posted )?by:?\s+|^(?:von|par|por|di)\s+(?=\p{Lu})|^(?:بقلم|نویسنده|作者|记者)\s*[:：]?\s*/iu,
      '',
    )
    .split(/\s*[|·•]\s*|\s+(?:published|updated|posted)\b/i)[0]
    ?.replace(/[,;]?\s+(?:in|at) [\p{Lu}][\p{L} ]+$/u, '')
    .replace(/[\s,;–—-]+$/, '')
    .trim();
  if (!name || name.length > 120 || /^https?:|@|^admin$|^(?:staff|editor|newsroom)$/i.test(name)) return null;
  return outlet !== null && bare(name) === bare(outlet) ? null : name;
}
