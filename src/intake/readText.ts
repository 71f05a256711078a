// readText(text): what is found of an article in a text without markup, saved or pasted. Paragraphs are apart by empty lines or, where none are, by
// lines; a line that ends with whose picture it is stands below one; page furniture is left out; a short first line that is no sentence is a title, by guess.
import { IntakeError } from '../errors.ts';
import { isCreditedCaption } from './captionCredit.ts';
import type { Doubt, Draft } from './draft.ts';
import { isFurniture } from './furniture.ts';
import { chooseLanguage } from './languages.ts';
import { countWords, damageOf, isMisleading, isSentence, printed } from './printed.ts';
import { sizeDoubts } from './size.ts';
import { statusOf } from './status.ts';

/** Characters. Mail programs and typewriters break lines at 72 to 80; a longer line is a paragraph. */
const WRAPPED_AT = 100;
/** Share of the longest line that a line has at least, where lines were broken by a machine. */
const FILLED = 0.6;
const TITLE = { longest: 200 };

/**
 * @throws IntakeError `no-article` where no line is text, `encoding` where it is damaged
 */
export function readText(text: string): Draft {
  const damage = damageOf(text);
  if (damage !== null) {
    throw new IntakeError(
      'encoding',
      `The text holds the character ${damage}, which no printed text has. Copy it again from its source.`,
    );
  }
  const paragraphs: string[] = [];
  const captions: string[] = [];
  const leftOut: string[] = [];
  const doubts: Doubt[] = [];
  let title: string | null = null;
  let byline: string | null = null;
  for (const line of linesOf(text)) {
    const isFirst = paragraphs.length === 0;
    const by = /^by (\p{Lu}[^.!?]{2,80})$/iu.exec(line)?.[1];
    if (isFurniture(line)) leftOut.push(line);
    else if (isCreditedCaption(line)) captions.push(line);
    else if (isFirst && title === null && line.length <= TITLE.longest && !isSentence(line) && by === undefined)
      title = line;
    else if (isFirst && byline === null && by !== undefined) byline = by;
    else paragraphs.push(line);
  }
  // A title needs a text below it.
  if (title !== null && paragraphs.length === 0 && captions.length === 0) {
    paragraphs.push(title);
    title = null;
  }
  if (paragraphs.length === 0 && captions.length === 0) {
    throw new IntakeError(
      'no-article',
      'No paragraph was found in the text. Put the article into it, its paragraphs apart by empty lines.',
    );
  }
  const words = paragraphs.reduce((sum, paragraph) => sum + countWords(paragraph), 0);
  if (title !== null)
    doubts.push({
      field: 'title',
      reason: 'the first line is taken for the title, because it is short and no sentence',
    });
  if (byline !== null) doubts.push({ field: 'byline', reason: 'a line that begins with "By" is taken for the byline' });
  doubts.push(...sizeDoubts(paragraphs));
  if (words < 20) doubts.push({ field: 'body', reason: `only ${words} words; the text may be cut` });
  if (isMisleading(text)) {
    doubts.push({
      field: 'body',
      reason: 'the text held invisible characters that change the direction of what is shown; they were taken out',
    });
  }
  const { language } = chooseLanguage([], paragraphs.join('\n') || captions.join('\n'));
  const notice = statusOf(paragraphs.map((paragraph) => ({ text: paragraph, isApart: false })));
  if (notice !== null) doubts.push({ field: 'status', reason: `a paragraph says so: "${notice.text}"` });
  return {
    title: title === null ? null : { value: title, from: 'guess' },
    outlet: null,
    byline: byline === null ? null : { value: byline, from: 'text' },
    publishedOn: null,
    updatedOn: null,
    url: null,
    language,
    status: notice === null ? { value: 'usable', from: 'guess' } : { value: notice.status, from: 'text' },
    paragraphs,
    captions,
    leftOut,
    doubts,
  };
}

/** Paragraphs as lines. Within what empty lines set apart, lines that a machine broke are joined, others are paragraphs. */
function linesOf(text: string): string[] {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .flatMap((part) => {
      const lines = part.split('\n').filter((line) => printed(line) !== '');
      return isWrapped(lines.map((line) => line.trimEnd())) ? [lines.join(' ')] : lines;
    })
    .map(printed)
    .filter((line) => line !== '');
}

function isWrapped(lines: readonly string[]): boolean {
  const longest = Math.max(0, ...lines.map((line) => line.length));
  if (lines.length < 2 || longest > WRAPPED_AT || longest < 40) return false;
  const broken = lines.slice(0, -1);
  return broken.every((line) => line.length >= longest * FILLED) && broken.some((line) => !isSentence(line));
}
