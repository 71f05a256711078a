// readBody(document, survey, …): paragraphs and captions of an article, and what was left out of it, in the order of the page. A block is left out by its
// surroundings (navigation, related stories), by its words (furniture.ts), as a heading, as a list of links, or because it repeats
// another. What is left out is listed, never lost: the curator sees it.
import { type Block, blocksOf } from './blocks.ts';
import { isCreditedCaption } from './captionCredit.ts';
import { type PageDocument, type PageElement, upFrom, wordsOfClass } from './dom.ts';
import { isFurniture, opensOtherStories } from './furniture.ts';
import { isSentence } from './printed.ts';
import { findRoot } from './root.ts';
import type { Marked } from './status.ts';
import type { Survey } from './survey.ts';
import { isPullQuote, zoneOf } from './zones.ts';

export interface Body {
  readonly paragraphs: readonly Marked[];
  readonly captions: readonly string[];
  readonly leftOut: readonly string[];
  /** By what the article was found in the page. */
  readonly by: 'page' | 'readability' | 'nothing';
  readonly isStruck: boolean;
  /** All text that was kept, as it stood. */
  readonly raw: string;
}

export interface Known {
  readonly title: string | null;
  readonly byline: string | null;
  readonly isLiveBlog: boolean;
}

/** Texts outside the article that are shown as left out: sentences, not menus. Characters; how many of all texts. */
const SHOWN = { shortest: 60, most: 500 };
/** A div of fewer characters that is no sentence is a label. */
const LABEL = 80;
/** Characters from which a text that stands twice stands there by a mistake of the page. */
const REPEATED = 50;

/** Quotations of which it is seen whether they repeat the text, which takes a pass over it each. Chosen by eye. */
const MOST_QUOTED = 200;

type Verdict = 'paragraph' | 'caption' | 'out';

export function readBody(document: PageDocument, survey: Survey, known: Known): Body {
  const root = findRoot(document, survey, known.isLiveBlog);
  const blocks = blocksOf(survey.body);
  const zones = createZones(root.element, survey, blocks);
  const within = createMemo(
    (element) => element === root.element || (element.parentNode !== null && within(element.parentNode)),
  );
  const scoped = createMemo(
    (element) => element === root.scope || (element.parentNode !== null && scoped(element.parentNode)),
  );
  const kept = createMemo(
    (element) =>
      root.kept === null || root.kept.has(element) || (element.parentNode !== null && kept(element.parentNode)),
  );
  const prose = new Set<string>();

  const judge = (block: Block, index: number): Verdict | null => {
    const isIn = within(block.element);
    const isOut = block.isHidden || zones(block.element) || isFurniture(block.text);
    if (block.kind === 'caption')
      return scoped(block.element) && !isOut && isTelling(block.text) ? 'caption' : isIn ? 'out' : null;
    const isShown = isIn || (block.text.length >= SHOWN.shortest && isSentence(block.text) && block.linked < 0.5);
    if (!isIn || isOut) return isShown ? 'out' : null;
    if (block.kind === 'heading' || block.kind === 'figure' || !isProse(block, known)) return 'out';
    if (!kept(block.element) && block.kind !== 'item') return 'out';
    if (isBiography(block, known.byline, blocks.length - index)) return 'out';
    if (block.kind !== 'item' && isCreditedCaption(block.text) && block.linked < 0.5 && !/^["“]/.test(block.text))
      return 'caption';
    if (block.text.length >= REPEATED && prose.has(block.text)) return 'out';
    prose.add(block.text);
    return 'paragraph';
  };

  const verdicts = blocks.map(judge);
  const text = blocks
    .filter((block, index) => verdicts[index] === 'paragraph' && !isQuoted(block))
    .map((block) => plain(block.text))
    .join('\n');
  const paragraphs: Marked[] = [];
  const leftOut: string[] = [];
  const captions: { text: string; group: PageElement | null }[] = [];
  const raw: string[] = [];
  let isStruck = false;
  let quoted = 0;
  for (const [index, block] of blocks.entries()) {
    const verdict = verdicts[index];
    if (verdict === null || verdict === undefined) continue;
    const isCompared = verdict === 'paragraph' && isQuoted(block);
    if (isCompared) quoted += 1;
    const repeats = isCompared && quoted <= MOST_QUOTED && text.includes(plain(block.text));
    if (verdict === 'out' || repeats) {
      if (leftOut.length < SHOWN.most && block.text !== known.title) leftOut.push(block.text);
      continue;
    }
    raw.push(block.raw);
    isStruck ||= block.isStruck;
    if (verdict === 'paragraph') {
      paragraphs.push({ text: block.text, isApart: block.italic > 0.9 || isNote(block.element) });
      continue;
    }
    const last = captions.at(-1);
    if (last !== undefined && block.group !== null && last.group === block.group) last.text += ` ${block.text}`;
    else captions.push({ text: block.text, group: block.group });
  }
  const unique = [...new Set(captions.map((caption) => caption.text))];
  return { paragraphs, captions: unique, leftOut, by: root.by, isStruck, raw: raw.join('\n') };
}

function createMemo(decide: (element: PageElement) => boolean): (element: PageElement) => boolean {
  const known = new Map<PageElement, boolean>();
  return (element) => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const decided = decide(element);
    known.set(element, decided);
    return decided;
  };
}

/** Whether an element lies in a part of the page that is not the article. A class counts only where it holds less than half of the article. */
function createZones(root: PageElement, survey: Survey, blocks: readonly Block[]): (element: PageElement) => boolean {
  const around = new Set(upFrom(root));
  const half = survey.lengthOf(root) / 2;
  const lists = new Set<PageElement>();
  for (const block of blocks) {
    const parent = block.element.parentNode;
    const isTitle = block.kind === 'heading' || block.text.length < 40;
    if (!isTitle || parent === null || around.has(parent) || !opensOtherStories(block.text)) continue;
    if (survey.lengthOf(parent) <= survey.lengthOf(root) * 0.35) lists.add(parent);
  }
  const inZone = createMemo((element) => {
    if (around.has(element)) return false;
    if (lists.has(element)) return true;
    const zone = zoneOf(element);
    if (zone === 'strong' || isPullQuote(element)) return true;
    if (zone === 'weak' && survey.lengthOf(element) <= half) return true;
    return element.parentNode !== null && inZone(element.parentNode);
  });
  return inZone;
}

/** A sentence, or what else a reader takes for text. */
function isProse(block: Block, known: Known): boolean {
  const { text, kind } = block;
  if (text === known.title || isByline(text, known.byline)) return false;
  if (isAboutArticle(block)) return false;
  if (block.linked > 0.8 && (!isSentence(text) || kind === 'item')) return false;
  if (kind === 'item' && block.linked > 0.6) return false;
  if (kind === 'cell' || kind === 'other') return isSentence(text) ? text.length > 20 : text.length >= LABEL;
  // A line in bold letters is a heading; "QUESTION:" is who speaks.
  return !(
    kind === 'paragraph' &&
    block.bold > 0.95 &&
    text.length <= LABEL &&
    !isSentence(text) &&
    !/[:：]$/.test(text)
  );
}

/** Who, when and a summary, above the text: in a header, or by a class where it is no sentence. */
function isAboutArticle({ element, text, timed }: Block): boolean {
  if (timed > 0.8) return true;
  for (const above of upFrom(element)) {
    if (above.localName === 'header') return true;
    if (above.localName === 'article' || above.localName === 'main') break;
  }
  const isNamed = (each: PageElement): boolean =>
    wordsOfClass(each).some((word) =>
      /^(?:byline|author|authors|date|timestamp|published|pubdate|time|meta|info|source|credit)$/.test(word),
    );
  return (
    text.length <= 160 &&
    !isSentence(text) &&
    (isNamed(element) || (element.parentNode !== null && isNamed(element.parentNode)))
  );
}

function isByline(text: string, byline: string | null): boolean {
  return (
    byline !== null &&
    text.length < byline.length + 40 &&
    /^(?:by |von |par |por |نویسنده|بقلم|作者)?/i.test(text) &&
    text.includes(byline) &&
    !isSentence(text)
  );
}

/** "Mara Quill covers the talks for …" at the end. */
function isBiography(block: Block, byline: string | null, fromEnd: number): boolean {
  if (byline === null || fromEnd > 15) return false;
  const name = byline.split(/,| and /)[0] ?? byline;
  const rest = block.text.replace(/^[—–-]\s*/, '');
  if (!rest.startsWith(`${name} `)) return false;
  const what = rest.slice(name.length);
  return (
    /^ (?:is|was|covers|writes|reports|leads|edits|joined|has (?:covered|reported|written))\b/.test(what) &&
    (block.italic > 0.9 ||
      /\b(?:columnist|reporter|correspondent|writer|editor|author|fellow|professor|journalist|writes|covers|reports)\b/.test(
        what,
      ))
  );
}

function isNote(element: PageElement): boolean {
  for (const above of [element, element.parentNode]) {
    if (above === null) continue;
    if (
      wordsOfClass(above).some((word) =>
        /^(?:corrections?|correx|clarification|retraction|editorsnote|note|notice|update)$/.test(word),
      )
    )
      return true;
  }
  return false;
}

/** A quotation that stands apart: it may repeat what stands in the text. */
function isQuoted(block: Block): boolean {
  return block.kind === 'quote';
}

function plain(text: string): string {
  return text
    .replace(/["“”'‘’«»„]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** More than "Photo". */
function isTelling(text: string): boolean {
  return /[\p{L}]/u.test(text) && text.length > 8;
}
