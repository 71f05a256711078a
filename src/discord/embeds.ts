// embedsOf(message): a Message as Discord embeds: what was asked first, then one for each finding, so that a reader sees whose words are whose
// at a glance. Embeds and not Components V2: these hold 6,000 instead of 4,000 characters, are told apart by screen readers, and
// show in every client and in the text of a notification's preview.
import type { APIEmbed } from 'discord.js';
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
import { LIMITS } from './limits.ts';
import { escapeText, linkOf, markdownOf } from './markdown.ts';

/** Beside embeds of findings. The words say the same: nobody needs to see colours. */
const COLOURS = { request: 0x6b7280, match: 0x1d6fb8, nearest: 0xb0b7c3 } as const;

export function embedsOf(message: Message): APIEmbed[] {
  const { first, others } = partEmbeds(message.parts);
  const embeds = [...requestEmbeds(message, first), ...others];
  const footer = footerOf(message);
  if (footer.length === 0) return embeds;
  // Under a finding it would seem to be about that one alone.
  const own = described(footer.map((line) => `-# ${escapeText(line)}`));
  return [...embeds, { color: COLOURS.request, ...own }];
}

/** True when Discord would take them, with so many units `beside` them. */
export function fitsDiscord(message: Message, beside = 0): boolean {
  const embeds = embedsOf(message);
  const totals = embeds.map(sizeOf);
  return (
    embeds.length <= LIMITS.embeds &&
    totals.reduce((sum, size) => sum + size, beside) <= LIMITS.embedsTotal &&
    embeds.every(
      ({ title = '', description = '', author }) =>
        title.length <= LIMITS.title &&
        description.length <= LIMITS.description &&
        (author?.name.length ?? 0) <= LIMITS.author,
    )
  );
}

function sizeOf({ title, description, author }: APIEmbed): number {
  return [title, description, author?.name].reduce((sum, text) => sum + (text?.length ?? 0), 0);
}

/** What was asked, how much was found, and what there is to say before the first finding: in one, where it fits. */
function requestEmbeds({ title, summary }: Message, first: readonly string[]): APIEmbed[] {
  const asked = escapeText(title);
  const isTitle = asked.length <= LIMITS.title;
  const lines = [
    ...(isTitle ? [] : [`**${asked}**`]),
    ...(summary === '' ? [] : [`-# ${escapeText(summary)}`]),
    ...first,
  ];
  if (asked === '' && lines.length === 0) return [];
  return [{ ...(isTitle && asked !== '' ? { title: asked } : {}), color: COLOURS.request, ...described(lines) }];
}

/** What stands before the first finding, and then everything between two findings as one embed. */
function partEmbeds(parts: readonly Part[]): { readonly first: readonly string[]; readonly others: APIEmbed[] } {
  const others: APIEmbed[] = [];
  let first: readonly string[] | null = null;
  let lines: string[] = [];
  const close = (): void => {
    if (first === null) first = lines;
    else if (lines.length > 0) others.push({ color: COLOURS.request, ...described(lines) });
    lines = [];
  };
  for (const part of parts) {
    switch (part.kind) {
      case 'heading':
        // Behind one line or none it stands with the request.
        if (first !== null || lines.length > 1) close();
        lines.push(`### ${escapeText(part.text)}`);
        break;
      case 'text':
        lines.push(lineOf(part.runs));
        break;
      case 'rows':
        lines.push(...part.rows.map(rowLine));
        break;
      case 'finding':
        close();
        others.push(findingEmbed(part));
        break;
      default:
        assertNever(part);
    }
  }
  close();
  return { first: first ?? [], others };
}

function described(lines: readonly string[]): { readonly description?: string } {
  return lines.length === 0 ? {} : { description: lines.join('\n') };
}

/** Small where it is only a remark. */
function lineOf(runs: readonly Run[]): string {
  const isFaint = runs.every(({ style }) => style === 'faint');
  return isFaint ? `-# ${markdownOf(runs)}` : markdownOf(runs);
}

function rowLine({ label, detail }: Row): string {
  if (detail === '') return `**${escapeText(label)}**`;
  return label === '' ? escapeText(detail) : `**${escapeText(label)}**\n${escapeText(detail)}`;
}

/** The speaker on top, then how it was said, the printed words, remarks, the source. */
function findingEmbed(part: FindingPart): APIEmbed {
  const { who, quote, remarks, citation, also } = part;
  // Up to the last words that stand out: whose words they are, and before them what was asked for.
  const names = who.findLastIndex(({ style }) => style === 'strong') + 1;
  const name = wordsOf(who.slice(0, names));
  const hasName = name !== '' && name.length <= LIMITS.author;
  const behind = markdownOf(hasName ? who.slice(names) : who).replace(/^\s*·\s*/u, '');
  return {
    color: part.isNearest ? COLOURS.nearest : COLOURS.match,
    ...(hasName ? { author: { name } } : {}),
    ...described([
      ...(behind.trim() === '' ? [] : [behind]),
      ...quoteLines(quote),
      ...remarks.map((remark) => `-# ${escapeText(remark)}`),
      citationLine(citation, also === null ? [] : [`${also.first}: `]),
      ...(also === null ? [] : alsoLines(also)),
    ]),
  };
}

function wordsOf(runs: readonly Run[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** Printed words as a quotation, with marks where the passage goes on. */
function quoteLines({ runs, isCutBefore, isCutAfter }: Quote): string[] {
  if (runs.length === 0) return [];
  const text = markdownOf(runs).replace(/\n/gu, '\n> ');
  return [`> ${isCutBefore ? '[…] ' : ''}${text}${isCutAfter ? ' […]' : ''}`];
}

function citationLine(citation: Citation, before: readonly string[] = [], facts: readonly string[] = []): string {
  const { outlet, title, published, place, passageId, url, status } = citation;
  const marks = status === 'usable' ? [] : [`**${status.toUpperCase()}**`];
  const words = [escapeText(outlet), linkOf(title, url), published, place, ...marks, `\`${passageId}\``];
  return `${before.map(escapeText).join('')}${[...words, ...facts.map(escapeText)].join(' · ')}`;
}

function alsoLines({ places, rest }: Also): string[] {
  return [
    ...places.flatMap(({ label, citation, facts, runs }) => [
      citationLine(citation, [`${label}: `], facts),
      ...(runs.length === 0 ? [] : [`> ${markdownOf(runs)}`]),
    ]),
    ...(rest === null ? [] : [escapeText(rest)]),
  ];
}

/** What there is to know of the whole answer. */
function footerOf({ parts, footer }: Message): string[] {
  return [...footer, ...legendsOf(parts)];
}
