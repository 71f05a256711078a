// blocksOf(message): a Message in Block Kit, and textOf(message): what of it stands in a notification and is read out. Printed words and names are rich
// text, which has no mark-up to escape; small print is context.
import type { types } from '@slack/bolt';
import { legendsOf } from '../messages/legends.ts';
import {
  type Also,
  assertNever,
  type Citation,
  type FindingPart,
  type Message,
  type Part,
  type Quote,
  type Row,
  type Run,
} from '../messages/message.ts';
import { spellOut } from '../messages/spellOut.ts';
import { LIMITS } from './limits.ts';
import { escapeText } from './mrkdwn.ts';
import { type Element, elementsOf, quote, section, textElements } from './richText.ts';

type Block = types.KnownBlock;
/** What stands behind the n-th finding, from 1: its feedback. */
export type Behind = (finding: number) => readonly Block[];

/** `behind`: see Behind; by default nothing. */
export function blocksOf(message: Message, behind: Behind = () => []): Block[] {
  const { title, summary, parts, footer } = message;
  const blocks = [...(title === '' ? [] : [titleBlock(title)]), ...(summary === '' ? [] : [contextBlock(summary)])];
  let finding = 0;
  for (const part of parts) {
    blocks.push(...partBlocks(part));
    if (part.kind === 'finding') {
      finding += 1;
      blocks.push(...behind(finding));
    }
  }
  const notes = [...footer, ...legendsOf(parts)];
  return [...blocks, ...(notes.length === 0 ? [] : [contextBlock(notes.join('\n'))])];
}

/** Blocks and units beside an answer: a row of buttons, and who shared it. */
const BESIDE = { blocks: 2, units: 100 };

/** True when Slack would take them, with room for feedback, buttons and who shared it, and for so many units `beside` them. */
export function fitsSlack(message: Message, beside: number = BESIDE.units): boolean {
  const blocks = blocksOf(message);
  const findings = message.parts.filter(({ kind }) => kind === 'finding').length;
  return (
    blocks.length + findings + BESIDE.blocks <= LIMITS.blocks &&
    sizeOf(blocks) + beside <= LIMITS.total &&
    blocks.every((block) => block.type !== 'context' || sizeOf([block]) <= LIMITS.section) &&
    blocks.every((block) => block.type !== 'rich_text' || sizeOf([block]) <= LIMITS.section)
  );
}

/** Units of all texts and addresses in blocks. */
export function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + sizeOf(each), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, each]) =>
      sum + (typeof each === 'string' ? (['text', 'url'].includes(key) ? each.length : 0) : sizeOf(each)),
    0,
  );
}

/** In words alone: what a notification shows and a screen reader reads. What is too much for that is counted. */
export function textOf(message: Message): string {
  const { title, summary, parts, footer } = message;
  const lines = [
    [title, summary].filter((part) => part !== '').join(' · '),
    ...parts.flatMap(partLines),
    ...footer,
  ].filter((line) => line !== '');
  let text = '';
  for (const line of lines.map(escapeText)) {
    if (text.length + line.length + 1 > LIMITS.fallback) return `${text}\n[…]`.trim();
    text += text === '' ? line : `\n${line}`;
  }
  return text;
}

function titleBlock(title: string): Block {
  // Whether Slack reads escapes in plain text is nowhere said: what would need them is rich text.
  if (title.length <= LIMITS.header && !/[&<>]/u.test(title))
    return { type: 'header', text: { type: 'plain_text', text: title, emoji: false } };
  return richBlock([section(textElements(title, { bold: true }))]);
}

/** Small print. Without mark-up: plain where nothing in it would need an escape, else rich text, which is not small. */
function contextBlock(text: string): Block {
  if (/[&<>]/u.test(text)) return richBlock([section(textElements(text))]);
  return { type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] };
}

function richBlock(elements: types.RichTextBlock['elements']): Block {
  return { type: 'rich_text', elements };
}

function partBlocks(part: Part): Block[] {
  switch (part.kind) {
    case 'heading':
      return [richBlock([section(textElements(part.text, { bold: true }))])];
    case 'text':
      if (part.runs.length === 0) return [];
      // Small where it is only a remark.
      return part.runs.every(({ style }) => style === 'faint')
        ? [contextBlock(wordsOf(part.runs))]
        : [richBlock([section(elementsOf(part.runs))])];
    case 'rows':
      return part.rows.length === 0 ? [] : [richBlock(part.rows.map(rowSection))];
    case 'finding':
      return findingBlocks(part);
    default:
      return assertNever(part);
  }
}

function rowSection({ label, detail }: Row, at: number, { length }: readonly Row[]): types.RichTextSection {
  const end = at < length - 1 ? '\n' : '';
  const words = label === '' || detail === '' ? `${detail}${end}` : `\n${detail}${end}`;
  return section([...textElements(label, { bold: true }), ...textElements(words)]);
}

/** The speaker on top, then how it was said, the printed words, the source; remarks small below. */
function findingBlocks({ who, quote: printed, remarks, citation, also }: FindingPart): Block[] {
  const words = quoteElements(printed);
  const first = also === null ? '' : `${also.first}: `;
  const source = section([...textElements(first), ...citationElements(citation)]);
  const small = [...remarks, ...(also?.rest == null ? [] : [also.rest])];
  return [
    richBlock([section(elementsOf(who)), ...(words.length === 0 ? [] : [quote(words)]), source]),
    ...(small.length === 0 ? [] : [contextBlock(small.join('\n'))]),
    ...(also === null ? [] : also.places.map(placeBlock)),
  ];
}

/** Printed words, with marks where the passage goes on. */
function quoteElements({ runs, isCutBefore, isCutAfter }: Quote): ReturnType<typeof elementsOf> {
  const cut = (text: string): Run => ({ text, style: 'faint' });
  return elementsOf([...(isCutBefore ? [cut('[…] ')] : []), ...runs, ...(isCutAfter ? [cut(' […]')] : [])]);
}

function placeBlock({ label, citation, facts, runs }: Also['places'][number]): Block {
  const behind = facts.map((fact) => ` · ${fact}`).join('');
  const source = section([...textElements(`${label}: `), ...citationElements(citation), ...textElements(behind)]);
  return richBlock([source, ...(runs.length === 0 ? [] : [quote(elementsOf(runs))])]);
}

/** A link needs no mark-up here, nor does what an outlet is called. */
function citationElements({ outlet, title, published, place, passageId, url, status }: Citation): Element[] {
  const marks = status === 'usable' ? [] : [status.toUpperCase()];
  return [
    ...textElements(`${outlet} · `),
    ...textElements(title).map(({ text }): Element => ({ type: 'link', url, text })),
    ...textElements(` · ${[published, place, ...marks, passageId].join(' · ')}`),
  ];
}

function wordsOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

function partLines(part: Part): string[] {
  switch (part.kind) {
    case 'heading':
      return [part.text];
    case 'text':
      return [wordsOf(part.runs.map(spellOut))];
    case 'rows':
      return part.rows.map(({ label, detail }) => [label, detail].filter((words) => words !== '').join(': '));
    case 'finding': {
      const { outlet, published, place } = part.citation;
      const { runs, isCutBefore, isCutAfter } = part.quote;
      const words = wordsOf(runs.map(spellOut));
      const isLong = words.length > LIMITS.fallbackQuote;
      const shown = isLong ? words.slice(0, words.lastIndexOf(' ', LIMITS.fallbackQuote)) : words;
      const printed = `${isCutBefore ? '[…] ' : ''}${shown}${isCutAfter || isLong ? ' […]' : ''}`;
      return [`${wordsOf(part.who)}: ${printed} (${outlet}, ${published}, ${place})`];
    }
    default:
      return assertNever(part);
  }
}
