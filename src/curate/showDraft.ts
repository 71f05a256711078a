// composeDraft(draft): what was found in a page or a text, and where, for a curator to look at before it is an article.
import type { Draft, Found, Origin } from '../intake/draft.ts';
import type { Message, Part, Row } from '../messages/message.ts';

const ORIGINS: Readonly<Record<Origin, string>> = {
  given: 'as given',
  'json-ld': "from the page's JSON-LD",
  'open-graph': 'from Open Graph',
  meta: 'from a meta element',
  time: 'from a time element',
  heading: 'from the heading',
  title: "from the page's title",
  byline: 'from the byline',
  address: 'from the address',
  feed: 'from the feed',
  html: 'from the page',
  text: 'from the text',
  guess: 'guessed',
};

const FIELDS = [
  ['title', 'Title'],
  ['outlet', 'Outlet'],
  ['url', 'Address'],
  ['publishedOn', 'Published'],
  ['updatedOn', 'Updated'],
  ['language', 'Language'],
  ['byline', 'Byline'],
  ['status', 'Status'],
] as const;

/** Left-out texts that are shown, and units of each. Chosen by eye. */
const LEFT_OUT = { most: 8, units: 90 };

/** `name`: how the source is called. `remarks`: what else is to be known, whole sentences. */
export function composeDraft(draft: Draft, name: string, remarks: readonly string[]): Message {
  const { paragraphs, captions, leftOut, doubts } = draft;
  const rows: Row[] = FIELDS.flatMap(([field, label]) => rowOf(label, draft[field], field));
  const words = paragraphs.reduce((sum, text) => sum + text.split(/\s+/u).length, 0);
  const parts: Part[] = [{ kind: 'rows', rows }];
  parts.push({ kind: 'heading', text: `${count(paragraphs.length, 'paragraph')}, ${count(words, 'word')}` });
  let next = 0;
  for (const [at, text] of shownOf(paragraphs)) {
    if (at > next) parts.push({ kind: 'text', runs: [{ text: gapOf(next + 1, at), style: 'faint' }] });
    next = at + 1;
    parts.push({
      kind: 'text',
      runs: [
        { text: `¶ ${at + 1} `, style: 'faint' },
        { text, style: 'printed' },
      ],
    });
  }
  captions.forEach((text, at) => {
    parts.push({
      kind: 'text',
      runs: [
        { text: `caption ${at + 1} `, style: 'faint' },
        { text, style: 'printed' },
      ],
    });
  });
  if (leftOut.length > 0) {
    parts.push({ kind: 'heading', text: 'Left out as no part of the article' });
    const rest = leftOut.length - LEFT_OUT.most;
    const shown = leftOut.slice(0, LEFT_OUT.most).map((text) => ({ label: `- ${cut(text)}`, detail: '' }));
    parts.push({ kind: 'rows', rows: rest > 0 ? [...shown, { label: `- and ${rest} more`, detail: '' }] : shown });
  }
  const looks = [...doubts.map(({ field, reason }) => `${labelOf(field)}: ${reason}`), ...remarks];
  if (looks.length > 0) {
    parts.push({ kind: 'heading', text: 'Look at' });
    parts.push({ kind: 'rows', rows: looks.map((text) => ({ label: `! ${text}`, detail: '' })) });
  }
  return { title: `Found in ${name}`, summary: '', parts, footer: [], isPrivate: true, range: null };
}

function rowOf(label: string, found: Found<string> | null, field: string): Row[] {
  if (found === null) return field === 'updatedOn' || field === 'byline' ? [] : [{ label, detail: 'not found' }];
  if (field === 'status' && found.value === 'usable') return [];
  return [{ label, detail: `${found.value} (${ORIGINS[found.from]})` }];
}

function labelOf(field: string): string {
  return FIELDS.find(([name]) => name === field)?.[1] ?? field.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** The first two and the last: whether it begins and ends where the article does. */
function shownOf(paragraphs: readonly string[]): [number, string][] {
  const last = paragraphs.length - 1;
  return [...new Set([0, 1, last])].flatMap((at) => {
    const text = paragraphs[at];
    return text === undefined ? [] : [[at, text] as [number, string]];
  });
}

/** "¶ 3 to 7 are not shown here". */
function gapOf(first: number, last: number): string {
  return first === last ? `¶ ${first} is not shown here` : `¶ ${first} to ${last} are not shown here`;
}

function cut(text: string): string {
  return text.length <= LEFT_OUT.units ? text : `${text.slice(0, LEFT_OUT.units - 1).trimEnd()}…`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
