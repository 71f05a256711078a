// blocksOf(root): the texts of an element in the order of the page, each with what its markup says of it. A block is what a reader sees as one
// paragraph, heading, list item, cell or caption; two line breaks end one, so that old pages without <p> have paragraphs, too.
import { childrenOf, isElement, isText, type PageElement } from './dom.ts';
import { printed } from './printed.ts';
import { INLINE } from './survey.ts';
import { isCaption, isCredit, isHidden } from './zones.ts';

export type BlockKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'caption' | 'figure' | 'cell' | 'other';

export interface Block {
  readonly kind: BlockKind;
  readonly text: string;
  /** The innermost element around all of it. */
  readonly element: PageElement;
  /** Of a caption: the figure, or what else holds all parts of it. */
  readonly group: PageElement | null;
  /** Shares of its characters, from 0 to 1. */
  readonly linked: number;
  readonly bold: number;
  readonly italic: number;
  /** In `<time>`. */
  readonly timed: number;
  readonly isHidden: boolean;
  /** Text of it is struck out. */
  readonly isStruck: boolean;
  /** As it stands, before characters that can't be seen were taken out. */
  readonly raw: string;
}

/** Line break; tidied markup holds no control characters that mean something. */
const BREAK = '\u0000';
/** A line that begins so after a full stop is a paragraph of its own: Chinese and old pages. */
const INDENT = /^[\t\n\r ]*(?:\u3000{2}|\u00a0{2})/;

interface Context {
  readonly kind: BlockKind;
  readonly group: PageElement | null;
  readonly isHidden: boolean;
}

interface Marks {
  readonly linked: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly timed: boolean;
  readonly struck: boolean;
}

interface Piece extends Marks {
  readonly text: string;
}

const PLAIN: Marks = { linked: false, bold: false, italic: false, timed: false, struck: false };

export function blocksOf(root: PageElement): Block[] {
  const blocks: Block[] = [];
  let pieces: Piece[] = [];

  const flush = (element: PageElement, context: Context): void => {
    if (pieces.length === 0) return;
    for (const part of paragraphsOf(pieces)) {
      const block = blockOf(part, element, context);
      if (block.text !== '') blocks.push(block);
    }
    pieces = [];
  };

  const inline = (element: PageElement, marks: Marks, around: PageElement, context: Context): void => {
    for (const child of childrenOf(element)) {
      if (isText(child)) {
        const text = (child.textContent ?? '').replaceAll(BREAK, '');
        pieces.push({
          text: context.kind === 'paragraph' && isPre(around) ? text.replace(/\n[ \t]*\n/g, BREAK + BREAK) : text,
          ...marks,
        });
      } else if (isElement(child)) visit(child, marks, around, context);
    }
  };

  const visit = (element: PageElement, marks: Marks, around: PageElement, context: Context): void => {
    const name = element.localName;
    if (name === 'br') pieces.push({ text: BREAK, ...marks });
    else if (name === 'title' || name === 'meta' || name === 'link') return;
    else if (INLINE.has(name) && !isOwnBlock(element, context)) {
      // Read out to the blind, not printed.
      if (isHidden(element)) return;
      const quote = name === 'q';
      if (quote) pieces.push({ text: '“', ...marks });
      inline(element, marksOf(name, marks), around, context);
      if (quote) pieces.push({ text: '”', ...marks });
    } else {
      flush(around, context);
      const inner = contextOf(element, context);
      inline(element, name === 'hr' ? PLAIN : marks, element, inner);
      flush(element, inner);
    }
  };

  const context = contextOf(root, { kind: 'other', group: null, isHidden: false });
  inline(root, PLAIN, root, context);
  flush(root, context);
  return blocks;
}

function isPre(element: PageElement): boolean {
  return element.localName === 'pre';
}

/** A caption in a span stands below its picture, not in the line. */
function isOwnBlock(element: PageElement, context: Context): boolean {
  return context.kind !== 'caption' && context.kind !== 'paragraph' && isCaption(element);
}

function marksOf(name: string, marks: Marks): Marks {
  switch (name) {
    case 'a':
      return { ...marks, linked: true };
    case 'b':
    case 'strong':
      return { ...marks, bold: true };
    case 'i':
    case 'em':
      return { ...marks, italic: true };
    case 'time':
      return { ...marks, timed: true };
    case 's':
    case 'strike':
    case 'del':
      return { ...marks, struck: true };
    default:
      return marks;
  }
}

function contextOf(element: PageElement, outer: Context): Context {
  const hidden = outer.isHidden || isHidden(element);
  const name = element.localName;
  if (outer.kind === 'caption') return { ...outer, isHidden: hidden };
  if (name === 'figure') return { kind: 'figure', group: element, isHidden: hidden };
  if (isCaption(element) || (outer.kind === 'figure' && isCredit(element))) {
    return { kind: 'caption', group: outer.group ?? element, isHidden: hidden };
  }
  return {
    kind: kindOf(name, outer.kind),
    group: name === 'blockquote' || name === 'table' ? null : outer.group,
    isHidden: hidden,
  };
}

function kindOf(name: string, outer: BlockKind): BlockKind {
  if (/^h[1-6]$/.test(name)) return 'heading';
  switch (name) {
    case 'p':
    case 'pre':
      return outer === 'item' || outer === 'quote' || outer === 'heading' || outer === 'figure' ? outer : 'paragraph';
    case 'li':
    case 'dd':
    case 'dt':
      return 'item';
    case 'blockquote':
      return 'quote';
    case 'td':
    case 'th':
      return 'cell';
    default:
      return outer === 'paragraph' || outer === 'cell' ? 'other' : outer;
  }
}

/** Pieces apart at two line breaks, or at one before an indented line. */
function paragraphsOf(pieces: readonly Piece[]): Piece[][] {
  const all: Piece[][] = [[]];
  let breaks = 0;
  let ends = false;
  for (const piece of pieces) {
    for (const [index, text] of piece.text.split(BREAK).entries()) {
      if (index > 0) breaks += 1;
      if (text.trim() === '' && !INDENT.test(text)) {
        if (breaks === 0 && text !== '') all.at(-1)?.push({ ...piece, text: ' ' });
        continue;
      }
      const isNew = breaks > 1 || (breaks === 1 && ends && INDENT.test(text));
      if (isNew) all.push([]);
      else if (breaks === 1) all.at(-1)?.push({ ...piece, text: ' ' });
      breaks = 0;
      all.at(-1)?.push({ ...piece, text });
      ends = /[.!?。！？”"]\s*$/.test(text);
    }
  }
  return all;
}

function blockOf(pieces: readonly Piece[], element: PageElement, context: Context): Block {
  const raw = pieces.map((piece) => piece.text).join('');
  const count = (isMeant: (piece: Piece) => boolean): number =>
    pieces.reduce((sum, piece) => (isMeant(piece) ? sum + piece.text.trim().length : sum), 0);
  const all = Math.max(
    1,
    count(() => true),
  );
  return {
    ...context,
    text: printed(raw),
    raw,
    element,
    linked: count((piece) => piece.linked) / all,
    bold: count((piece) => piece.bold) / all,
    italic: count((piece) => piece.italic) / all,
    timed: count((piece) => piece.timed) / all,
    isStruck: pieces.some((piece) => piece.struck && piece.text.trim() !== ''),
  };
}
