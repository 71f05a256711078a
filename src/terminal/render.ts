// renderMessage(message): a Message as text for a terminal, wrapped to its width. Colours only when asked for; without
// them not a character is put into printed words.
import pc from 'picocolors';
import {
  type Also,
  assertNever,
  type Citation,
  type FindingPart,
  type Message,
  type Part,
  type Row,
  type Run,
} from '../messages/message.ts';
import { spellOut } from '../messages/spellOut.ts';

export interface RenderOptions {
  /** Columns of the terminal; lines are wrapped to it, addresses are not. */
  readonly width: number;
  readonly hasColours: boolean;
}

/** Below this, lines of a few letters would be harder to read than lines that the terminal breaks. */
const MIN_WIDTH = 20;

type Paint = (text: string, style: Run['style']) => string;

/** Ends with a line break. */
export function renderMessage(message: Message, options: RenderOptions): string {
  const paint = painter(options.hasColours);
  const blocks = [
    ...(message.title === '' ? [] : [titleLines(message, options, paint)]),
    ...message.parts.flatMap((part) => [partLines(part, options, paint)]),
    ...(message.footer.length > 0
      ? [message.footer.flatMap((text) => wrap([{ text, style: 'faint' }], '', options, paint))]
      : []),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function titleLines({ title, summary }: Message, options: RenderOptions, paint: Paint): string[] {
  const gap = options.width - columns(title) - columns(summary);
  if (gap >= 3 && summary !== '') return [`${paint(title, 'strong')}${' '.repeat(gap)}${paint(summary, 'faint')}`];
  const lines = wrap([{ text: title, style: 'strong' }], '', options, paint);
  return summary === '' ? lines : [...lines, ...wrap([{ text: summary, style: 'faint' }], '', options, paint)];
}

function partLines(part: Part, options: RenderOptions, paint: Paint): string[] {
  switch (part.kind) {
    case 'finding':
      return findingLines(part, options, paint);
    case 'heading':
      return wrap([{ text: part.text, style: 'strong' }], '', options, paint);
    case 'text':
      return wrap(part.runs, '', options, paint);
    case 'rows':
      return part.rows.flatMap((row) => rowLines(row, options, paint));
    default:
      return assertNever(part);
  }
}

function findingLines(part: FindingPart, options: RenderOptions, paint: Paint): string[] {
  const { runs, isCutBefore, isCutAfter } = part.quote;
  const cut: Run = { text: '[…]', style: 'faint' };
  const space: Run = { text: ' ', style: 'plain' };
  const quote = [...(isCutBefore ? [cut, space] : []), ...runs, ...(isCutAfter ? [space, cut] : [])];
  return [
    ...wrap(part.who, '', options, paint),
    ...wrap(quote, '│ ', options, paint),
    ...part.remarks.flatMap((text) => wrap([{ text, style: 'faint' }], '', options, paint)),
    ...citationLines(part.citation, options, paint, { label: part.also?.first }),
    ...(part.also ? alsoLines(part.also, options, paint) : []),
  ];
}

function alsoLines({ places, rest }: Also, options: RenderOptions, paint: Paint): string[] {
  const placeLines = places.flatMap(({ label, citation, facts, runs }) => [
    ...citationLines(citation, options, paint, { label, facts }),
    ...(runs.length === 0 ? [] : wrap(runs, '│ ', options, paint)),
  ]);
  return rest === null ? placeLines : [...placeLines, ...wrap([{ text: rest, style: 'plain' }], '', options, paint)];
}

/** `label` stands before it, `facts` behind. */
function citationLines(
  citation: Citation,
  options: RenderOptions,
  paint: Paint,
  { label, facts = [] }: { readonly label?: string | undefined; readonly facts?: readonly string[] } = {},
): string[] {
  const { outlet, title, published, place, passageId, url, status } = citation;
  const marks = status === 'usable' ? [] : [status.toUpperCase()];
  const text = [outlet, title, published, place, ...marks, passageId, ...facts].join(' · ');
  const runs: Run[] = [
    ...(label === undefined ? [] : [{ text: `${label}: `, style: 'faint' } as const]),
    { text, style: 'plain' },
  ];
  return [...wrap(runs, '', options, paint), paint(url, 'faint')];
}

function rowLines({ label, detail }: Row, options: RenderOptions, paint: Paint): string[] {
  const lines = wrap([{ text: label, style: 'strong' }], '', options, paint);
  return detail === '' ? lines : [...lines, ...wrap([{ text: detail, style: 'plain' }], '    ', options, paint)];
}

/** Breaks runs into lines at spaces; a word longer than the line (an address) keeps its own line whole. */
function wrap(runs: readonly Run[], prefix: string, options: RenderOptions, paint: Paint): string[] {
  const room = Math.max(MIN_WIDTH, options.width) - columns(prefix);
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of splitWords(options.hasColours ? runs : runs.map(spellOut))) {
    const size = word.reduce((sum, run) => sum + columns(run.text), 0);
    if (used > 0 && used + 1 + size > room) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += (used > 0 ? ' ' : '') + word.map((run) => paint(run.text, run.style)).join('');
    used += size + (used > 0 ? 1 : 0);
  }
  const start = prefix === '' ? '' : paint(prefix, 'faint');
  return [...lines, line].map((text) => start + text);
}

/** Words across runs: one half matched, the other not, is still one word. No-break spaces are no place to break. */
function splitWords(runs: readonly Run[]): Run[][] {
  const words: Run[][] = [[]];
  for (const { text, style } of runs) {
    text.split(/[^\S\u00A0\u2007\u202F]+/u).forEach((piece, position) => {
      if (position > 0) words.push([]);
      if (piece !== '') words.at(-1)?.push({ text: piece, style });
    });
  }
  return words.filter((word) => word.length > 0);
}

/**
 * Columns that a terminal uses: two for East Asian wide characters, none for marks. The string-width package knows emoji
 * too, but takes 45 ms to load, a tenth of what a whole answer may take.
 */
function columns(text: string): number {
  let total = 0;
  for (const character of text) {
    if (NO_COLUMN.test(character)) continue;
    total += WIDE.test(character) ? 2 : 1;
  }
  return total;
}

const NO_COLUMN = /\p{M}|\p{Cf}/u;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/u;

function painter(hasColours: boolean): Paint {
  const colours = pc.createColors(hasColours);
  return (text, style) => {
    switch (style) {
      case 'strong':
        return colours.bold(text);
      case 'faint':
        return colours.dim(text);
      case 'matched':
        return colours.bold(colours.yellow(text));
      case 'left-out':
        return colours.green(text);
      case 'put-in':
        return colours.red(colours.strikethrough(text));
      case 'here':
        return colours.green(text);
      case 'first':
        return colours.dim(colours.strikethrough(text));
      case 'plain':
      case 'printed':
      case 'content':
        return text;
      default:
        return assertNever(style);
    }
  };
}
