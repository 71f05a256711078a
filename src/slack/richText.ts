// Runs as rich text, in which Slack reads no mark-up: what somebody printed or typed shows as it is, and names nobody.
import type { types } from '@slack/bolt';
import type { Run } from '../messages/message.ts';

export type Element = types.RichTextText | types.RichTextLink;
type Style = NonNullable<types.RichTextText['style']>;

const STYLES: Readonly<Record<Run['style'], Style | null>> = {
  plain: null,
  printed: null,
  content: null,
  faint: null,
  strong: { bold: true },
  matched: { bold: true },
  'put-in': { strike: true },
  first: { strike: true },
  'left-out': { underline: true },
  here: { underline: true },
};

export function elementsOf(runs: readonly Run[]): Element[] {
  return runs.flatMap(({ text, style }) => textElements(text, STYLES[style]));
}

/** "<!" never stands in one element: whatever reads it as mark-up would find nobody to ring for. */
export function textElements(text: string, style: Style | null = null): types.RichTextText[] {
  return text
    .split(/(?<=<)(?=[!@#])/u)
    .filter((part) => part !== '')
    .map((part) => ({ type: 'text', text: part, ...(style === null ? {} : { style }) }));
}

export function section(elements: readonly Element[]): types.RichTextSection {
  return { type: 'rich_text_section', elements: [...elements] };
}

export function quote(elements: readonly Element[]): types.RichTextQuote {
  return { type: 'rich_text_quote', elements: [...elements] };
}
