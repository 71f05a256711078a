// asOneLine(text): a message as somebody pastes it, made one line without losing what its lines tell: a block quote stands in quotation
// marks, so does what stands behind a name in a list of "Varga: …" lines, a word that a line's end parts is one, items are parted by " / ".

/** `> quoted`, also as Slack's own text has it. */
const BLOCK = /^[ \t]*(?:>|&gt;)(?!>|&gt;)[ \t]?(.*)$/u;
/** `>>> quoted`: to the end of the message. */
const BLOCK_TO_END = /(?:^|\n)[ \t]*(?:>>>|(?:&gt;){3})[ \t]?([\s\S]*)$/u;
/** A long dash is one only before a quotation: "— Varga" is a signature. */
const ITEM = /^[ \t]*(?:[-*•‣]|\(?\d{1,2}[.)]|[–—](?=[ \t]*["“„«'‘]))[ \t]+(?=\S)/u;
/** "Lena Moss: The bridge …", without marks. */
const NAMED_LINE = /^((?:\p{Lu}[\p{L}.'’-]*)(?:[ \t]+[\p{L}.'’-]+){0,4}):[ \t]+([^"“”„«»]{3,})$/u;
/** "negoti-" at the end of a line. */
const PARTED = /(\p{L})[-\u00AD\u2010][ \t]*\n[ \t]*(?=\p{Ll})/gu;
/** What is left of a hyphen that a line's end may have made: the reader of the words decides whether it belongs to them. */
export const LINE_HYPHEN = '\u2010';
export const ITEM_BREAK = ' / ';
const MARKS = /["“”„«»]/u;
/** "- Varga" below a quotation: no item of a list, but who said it. */
const SIGNATURE = /^[ \t]*-[ \t]+(?=(?:\p{Lu}[\p{L}.'’-]*[ \t]*){1,4}$)/u;
/** `"…" - Varga`, `"…" (Dolen)`: what the next line tells is about something else. */
const SIGNED = /["”“»]\s*(?:[–—~-]+\s*|\(|by\s)[^"“”„«»]*$/u;
const CUED = /\b(?:said|says|told|tells|added|wrote|according to)\b/iu;

/** Whatever politely stands before the command, and who is spoken to. */
const CHECK =
  /^([^\n"“”„«»>]{0,60}?(?:<[@!][^<>\n]*>[^\n"“”„«»>]{0,60}?)?\bcheck\b(?: (?:this|that|these|it))?[:,]?\s)([\s\S]*)$/iu;

/** A request to check a message, with the message as one line; any other request as it is. */
export function pastedAsLine(request: string): string {
  return request.replace(CHECK, (_, command: string, message: string) => `${command}${asOneLine(message)}`);
}

/**
 * @example asOneLine('> We are\n> ready.\n— Varga') // '“We are ready.” — Varga'
 */
export function asOneLine(text: string): string {
  const [, toEnd] = BLOCK_TO_END.exec(text) ?? [];
  const before =
    toEnd === undefined ? text : text.slice(0, text.length - toEnd.length).replace(/(?:>>>|(?:&gt;){3})[ \t]?$/u, '');
  const lines = linesOf(before);
  if (toEnd !== undefined) lines.push({ text: inMarks(joined(toEnd)), isItem: false });
  const isList = lines.filter((line) => NAMED_LINE.test(line.text)).length > 1;
  return (isList ? lines.map(namedLine) : lines).reduce(addLine, { text: '', isOpen: false }).text;
}

/** `Varga: The harbor …` among others of its kind: what stands behind the name is what Varga said. */
function namedLine({ text, isItem }: Line): Line {
  const quoted = text.replace(NAMED_LINE, '$1: “$2”');
  return { text: quoted, isItem: isItem || quoted !== text };
}

interface Line {
  readonly text: string;
  /** True for what stands by itself: an item of a list, a paragraph, what begins with a quotation. */
  readonly isItem: boolean;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let block: string[] = [];
  let isParagraph = false;
  const endBlock = (): void => {
    if (block.length > 0) lines.push({ text: inMarks(joined(block.join('\n'))), isItem: false });
    block = [];
  };
  for (const line of text.replace(PARTED, `$1${LINE_HYPHEN}`).split(/\r?\n/u)) {
    const [, quoted] = BLOCK.exec(line) ?? [];
    if (quoted !== undefined) {
      block.push(quoted);
      continue;
    }
    endBlock();
    const isSignature = SIGNATURE.test(line) && /["”“»]\s*$/u.test(lines.at(-1)?.text ?? '');
    const words = (isSignature ? line : line.replace(ITEM, '')).trim();
    if (words !== '')
      lines.push({ text: words, isItem: isParagraph || words.length < line.trim().length || /^["“„«'‘]/u.test(words) });
    isParagraph = words === '';
  }
  endBlock();
  return lines;
}

/** Within an open quotation, behind a colon and within a sentence a new line is only a space. */
function addLine(
  all: { readonly text: string; readonly isOpen: boolean },
  { text, isItem }: Line,
): { text: string; isOpen: boolean } {
  const isOpen = isOpenAfter(text, all.isOpen);
  if (all.text === '') return { text, isOpen };
  const isBehindSigned = SIGNED.test(all.text) && /^\p{Lu}/u.test(text);
  const isBreak = (isItem || isBehindSigned) && !all.isOpen && !/:\s*$/u.test(all.text);
  return { text: `${all.text}${isBreak ? ITEM_BREAK : ' '}${text}`, isOpen };
}

function isOpenAfter(text: string, wasOpen: boolean): boolean {
  let open = wasOpen ? '"' : '';
  for (const [mark] of text.matchAll(/["“”„«»]/gu)) {
    // “ opens, and closes what „ has opened.
    const opens = mark === '„' || mark === '«' || (mark === '"' ? open === '' : mark === '“' && open !== '„');
    open = opens ? mark : '';
  }
  return open !== '';
}

function joined(text: string): string {
  return text
    .replace(/^[ \t]*(?:>|&gt;)[ \t]?/gmu, '')
    .replace(PARTED, `$1${LINE_HYPHEN}`)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What is quoted already, or tells who said what, is left as it is. */
function inMarks(text: string): string {
  if (text === '' || (MARKS.test(text) && (CUED.test(text) || /^["“„«]/u.test(text)))) return text;
  return `“${text.replace(/["“”„«»]/gu, "'")}”`;
}
