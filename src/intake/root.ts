// findRoot(document, survey): the element that holds the paragraphs of the article. What a page says of itself goes first: itemprop articleBody, then
// names of classes that sites use for it, then <article>, then <main>. A page that says nothing is given to Mozilla's Readability,
// on a tree of its own because it changes what it reads; here only which elements it kept counts.
import { Readability } from '@mozilla/readability';
import { childrenOf, isElement, type PageDocument, type PageElement, parsePage, upFrom } from './dom.ts';
import type { Survey } from './survey.ts';
import { isHidden, zoneOf } from './zones.ts';

export interface Root {
  readonly element: PageElement;
  /** Where captions and what belongs to the article beside its paragraphs are looked for; the root or around it. */
  readonly scope: PageElement;
  /** Elements that Readability kept; null: the page itself says where its article is. */
  readonly kept: ReadonlySet<PageElement> | null;
  /** By what it was found. */
  readonly by: 'page' | 'readability' | 'nothing';
}

/** Characters of prose that make an element an article, where the page has them. */
const ENOUGH = 200;
/** Readability takes 10 ms for 1,000 elements, and the square of it for many children of one: such a page is read as a whole. */
const MOST = { elements: 8_000, children: 1_000 };

export function findRoot(document: PageDocument, survey: Survey, isLiveBlog: boolean): Root {
  const all = survey.proseIn(survey.body);
  const least = Math.max(1, Math.min(ENOUGH, all * 0.3));
  for (const [kind, level] of survey.candidates.entries()) {
    const inside = level.filter((element) => survey.proseIn(element) > 0 && !isOutside(element, survey));
    const usable = inside.filter((element) => survey.proseIn(element) >= least || isLiveBlog);
    const most = Math.max(0, ...usable.map((element) => survey.proseIn(element)));
    const first = usable.find((element) => survey.proseIn(element) >= most * 0.4);
    if (first === undefined) continue;
    const root = withSiblings(first, inside, isLiveBlog);
    const around = nearest(root, ['article', 'main']);
    // A class that names a part of the text only.
    if (kind < 2 && around !== null && survey.proseIn(root) < survey.proseIn(around) * 0.4 && !isLiveBlog) {
      return { element: around, scope: around, kept: null, by: 'page' };
    }
    return { element: root, scope: scopeOf(root, survey), kept: null, by: 'page' };
  }
  const kept = keptByReadability(document);
  const element = kept === null ? null : commonParent(kept);
  if (kept === null || element === null) return { element: survey.body, scope: survey.body, kept: null, by: 'nothing' };
  return { element, scope: scopeOf(element, survey), kept, by: 'readability' };
}

function isOutside(element: PageElement, survey: Survey): boolean {
  for (const above of upFrom(element)) {
    if (isHidden(above)) return true;
    const zone = zoneOf(above);
    if (zone === 'strong' || (zone === 'weak' && !survey.holdsMain(above))) return true;
  }
  return false;
}

/** Pieces of one text, between which a site puts other things: together they are the article. Posts of a live blog, too. A second article of an endless page is not. */
function withSiblings(first: PageElement, level: readonly PageElement[], isLiveBlog: boolean): PageElement {
  const isArticle = first.localName === 'article';
  if (isArticle && !isLiveBlog) return first;
  const article = isArticle ? null : nearest(first, ['article']);
  const parent = first.parentNode;
  const pieces = level.filter((element) => {
    if (element === first || [...upFrom(element)].includes(first)) return false;
    if (article !== null) return nearest(element, ['article']) === article;
    return element.parentNode === parent && (isArticle || sameClass(element, first));
  });
  if (pieces.length === 0 || parent === null) return first;
  return article ?? parent;
}

function sameClass(one: PageElement, other: PageElement): boolean {
  return one.getAttribute('class') === other.getAttribute('class');
}

function nearest(element: PageElement, names: readonly string[]): PageElement | null {
  for (const above of upFrom(element)) {
    if (above !== element && names.includes(above.localName)) return above;
  }
  return null;
}

/** The article around the root, the main part, or the first element around it that holds the heading. */
function scopeOf(root: PageElement, survey: Survey): PageElement {
  if (root.localName === 'article' || root.localName === 'main') return root;
  const around = nearest(root, ['article']) ?? nearest(root, ['main']);
  if (around !== null) return around;
  const above = [...upFrom(root)];
  return (
    above.find((element) => survey.headings.some((heading) => heading.parentNode === element)) ??
    root.parentNode ??
    root
  );
}

function keptByReadability(document: PageDocument): Set<PageElement> | null {
  const numbered: PageElement[] = [];
  let most = 0;
  const number = (element: PageElement): void => {
    element.setAttribute('data-n', String(numbered.length));
    numbered.push(element);
    let children = 0;
    for (const child of childrenOf(element)) {
      children += 1;
      if (isElement(child)) number(child);
    }
    most = Math.max(most, children);
  };
  number(document.body);
  if (numbered.length > MOST.elements || most > MOST.children) return null;
  const copy = parsePage(document.body.innerHTML);
  let content: PageElement | null | undefined;
  try {
    const options = { disableJSONLD: true, charThreshold: 200, serializer: (node: unknown) => node as PageElement };
    content = new Readability<PageElement>(copy as never, options).parse()?.content;
  } catch {
    // It expects a browser's tree, and gives up on some that are none.
    return null;
  }
  if (content === null || content === undefined) return null;
  const kept = new Set<PageElement>();
  const collect = (element: PageElement): void => {
    const original = numbered[Number(element.getAttribute('data-n') ?? -1)];
    if (original !== undefined) kept.add(original);
    for (const child of childrenOf(element)) if (isElement(child)) collect(child);
  };
  collect(content);
  return kept.size === 0 ? null : kept;
}

/** The innermost element that holds all that was kept. */
function commonParent(kept: ReadonlySet<PageElement>): PageElement | null {
  let common: PageElement[] | null = null;
  for (const element of kept) {
    if (element.parentNode !== null && kept.has(element.parentNode)) continue;
    const above = new Set(upFrom(element));
    common = common === null ? [...above] : common.filter((each) => above.has(each));
  }
  return common?.[0] ?? null;
}
