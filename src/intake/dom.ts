// The tree of a page, as far as it is read here: linkedom's, narrowed to what is used. Nothing in it runs or loads anything.
import { parseHTML } from 'linkedom';

export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly parentNode: PageElement | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly textContent: string | null;
}

export interface PageElement extends PageNode {
  /** In small letters. */
  readonly localName: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
}

export interface PageDocument {
  readonly body: PageElement & { readonly innerHTML: string };
}

const ELEMENT = 1;
const TEXT = 3;

/** @param html - as tidyMarkup gives it: nested no deeper than a recursion may go */
export function parsePage(html: string): PageDocument {
  const { document } = parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`);
  return document as unknown as PageDocument;
}

export function isElement(node: PageNode): node is PageElement {
  return node.nodeType === ELEMENT;
}

export function isText(node: PageNode): boolean {
  return node.nodeType === TEXT;
}

export function* childrenOf(element: PageNode): Generator<PageNode> {
  for (let child = element.firstChild; child; child = child.nextSibling) yield child;
}

/** From the element itself up to the body. */
export function* upFrom(element: PageElement): Generator<PageElement> {
  for (let node: PageElement | null = element; node?.nodeType === ELEMENT; node = node.parentNode) yield node;
}

/** Text of a piece of HTML, such as JSON-LD may hold. */
export function textOfHtml(html: string): string {
  return parsePage(html).body.textContent ?? '';
}

/** The words of class and id, apart at "-", "_" and capitals, in small letters. */
export function wordsOfClass(element: PageElement): string[] {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  if (names === ' ') return [];
  return names
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** Each name of class and id as one word without marks: "article__body" is "articlebody". */
export function namesOfClass(element: PageElement): string[] {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
  return names === ' '
    ? []
    : names
        .toLowerCase()
        .split(/\s+/)
        .map((name) => name.replace(/[^a-z0-9]/g, ''));
}
