// markdownOf(runs): the runs of a message in Discord's Markdown. What somebody printed or typed shows as it is: every character that could
// begin markup is escaped where it could, and in the context of all runs, so that two harmless halves make no whole.
import type { Run } from '../messages/message.ts';

/** What stands around a run of a style. '' for those that are told by nothing but their words. */
const MARKS: Readonly<Record<Run['style'], string>> = {
  plain: '',
  printed: '',
  content: '',
  faint: '',
  strong: '**',
  matched: '**',
  'put-in': '~~',
  first: '~~',
  'left-out': '__',
  here: '__',
};

/** One line of it, if the runs are of one line. Marks never stand beside white space, where Discord would show them. */
export function markdownOf(runs: readonly Run[]): string {
  const text = runs.map((run) => run.text).join('');
  let at = 0;
  const pieces = joined(runs).map(({ words, mark }): string => {
    const start = at;
    at += words.length;
    const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/u.exec(words) ?? [];
    const escaped = escapeIn(text, start + before.length, start + before.length + inner.length);
    return inner === '' || mark === '' ? before + escaped + after : before + mark + escaped + mark + after;
  });
  return pieces.join('');
}

/** Neighbours with the same marks are one, also across a space: between two pairs of them Discord would show what is left over. */
function joined(runs: readonly Run[]): { readonly words: string; readonly mark: string }[] {
  const pieces: { words: string; mark: string }[] = [];
  for (const { text, style } of runs) {
    const mark = MARKS[style];
    const [before, last] = [pieces.at(-2), pieces.at(-1)];
    if (last?.mark === mark) last.words += text;
    else if (last && before?.mark === mark && mark !== '' && last.words.trim() === '') {
      before.words += last.words + text;
      pieces.pop();
    } else pieces.push({ words: text, mark });
  }
  return pieces;
}

/** Text without markup, as it is to be read. */
export function escapeText(text: string): string {
  return escapeIn(text, 0, text.length);
}

/** A link with words of its own; the address as it stands would be cut by Discord at a bracket. */
export function linkOf(words: string, url: string): string {
  const address = url.replace(/[()<>\s]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `[${escapeText(words).replace(/[[\]]/gu, '\\$&')}](${address})`;
}

/** Always markup, wherever it stands. "<" begins mentions, times, emojis and addresses. */
const ALWAYS = /[\\*_~`|<]/u;
/** At the beginning of a line: quotations, headings, small print, lists. */
const LINE_START = /^[ \t]*(?:[>#+-]|\d{1,9}(?=[.)]))/u;

/** Addresses, which Discord links as they stand: a backslash would become part of them. Nothing in one is markup but "<" and ">". */
const ADDRESS = /\bhttps?:\/\/[^\s<>]+/gu;

function escapeIn(text: string, start: number, end: number): string {
  const addresses = [...text.matchAll(ADDRESS)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
  const isInAddress = (at: number): boolean => addresses.some(({ from, to }) => from <= at && at < to);
  let escaped = '';
  for (let at = start; at < end; at += 1) {
    const character = text[at] ?? '';
    escaped += isMarkup(text, at) && !isInAddress(at) ? `\\${character}` : character;
  }
  return escaped;
}

function isMarkup(text: string, at: number): boolean {
  const character = text[at] ?? '';
  if (ALWAYS.test(character)) return true;
  if (character === ']') return text[at + 1] === '(';
  if (!/[>#+.)-]/u.test(character)) return false;
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const begins = LINE_START.exec(text.slice(lineStart, at + 1))?.[0];
  if (begins !== undefined && begins.length === at + 1 - lineStart) return true;
  // "1984." at the beginning of a line would count on from there.
  return /[.)]/u.test(character) && /^[ \t]*\d{1,9}$/u.test(text.slice(lineStart, at));
}
