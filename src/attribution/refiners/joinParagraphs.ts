// A quotation of several paragraphs is one statement: `… said: "A.` and, below, `"B."`; `"A.` and, below, `"B," she said.`; a colon
// and, below, the quotation or a block quote (`> A.`). Leaves alone: a paragraph behind a quotation that was closed, one whose
// quotation has a speaker of its own, and one without marks.
import type { Passage, PassageSpan, Span, Statement } from '../../domain.ts';
import type { Quotation } from '../../quotations.ts';

/** What was read of a paragraph. A statement without content waits for the paragraph below. */
export interface ParagraphReading {
  readonly passage: Passage;
  readonly quotations: readonly Quotation[];
  readonly statements: readonly Statement[];
}

const BLOCK = /^\s*>/u;
const OPENS = /^\s*(?:>|["“„«»”‘]|``|'')/u;

/** True for a paragraph that begins with a quotation, or is a block quote. */
export function opensQuotation(text: string): boolean {
  return OPENS.test(text);
}

/** The statements of all paragraphs, in the order of their cues in the text; each with all its content. */
export function joinParagraphs(readings: readonly ParagraphReading[]): Statement[] {
  const joined: Statement[][] = [];
  /** Where the statement stands whose quotation is not over, and the paragraphs of one that has no statement yet. */
  let open: { readonly list: Statement[]; readonly at: number } | undefined;
  let waiting: PassageSpan[] = [];
  for (const reading of readings) {
    const list = [...reading.statements];
    const parts = leadingParts(reading);
    const [lead] = parts;
    const isBlock = BLOCK.test(reading.passage.text);
    const holder = lead && !isBlock ? holderOf(list, lead) : -1;
    const isTaken = lead !== undefined && open !== undefined && holder < 0;
    if (isTaken && open) {
      extend(open.list, open.at, (content) => [...content, ...parts]);
      if (isBlock) list.length = 0;
    } else if (holder >= 0 && waiting.length > 0) {
      const before = waiting;
      extend(list, holder, (content) => [...before, ...content]);
    }
    joined.push(list);

    const unclosed = reading.quotations.at(-1);
    const isUnclosed = unclosed !== undefined && !unclosed.isClosed;
    const isLeadUnclosed = isUnclosed && lead !== undefined && unclosed.start === lead.start;
    const waitsAt = list.findIndex(({ content }) => content.length === 0);
    if (waitsAt >= 0) [open, waiting] = [{ list, at: waitsAt }, []];
    else if (isTaken && (isBlock || isLeadUnclosed)) waiting = [];
    else if (isUnclosed) {
      const at = holderOf(list, unclosed);
      open = at >= 0 ? { list, at } : undefined;
      const isWaiting = at < 0 && isLeadUnclosed;
      waiting = isWaiting ? [...waiting, ...parts] : [];
    } else [open, waiting] = [undefined, []];
  }
  return joined.flat().filter(({ content }) => content.length > 0);
}

/** The quotation that a paragraph begins with; of a block quote each line without its mark. */
function leadingParts({ passage, quotations }: ParagraphReading): PassageSpan[] {
  const { id: passageId, text } = passage;
  if (BLOCK.test(text)) {
    return [...text.matchAll(/^\s*>[^\S\n]*(\S.*)$/gmu)].map((match) => {
      const start = match.index + match[0].length - (match[1] ?? '').length;
      return { passageId, start, end: match.index + match[0].trimEnd().length };
    });
  }
  const [first] = quotations;
  return first?.start === 0 && !first.isTerm ? [{ passageId, start: 0, end: first.end }] : [];
}

function holderOf(statements: readonly Statement[], span: Span): number {
  return statements.findIndex(({ passageId, content }) =>
    content.some((part) => part.passageId === passageId && part.start <= span.start && span.start < part.end),
  );
}

/** Also what the statement carries ("X, citing Y, said: …") has the same content, so it grows with it. */
function extend(list: Statement[], at: number, grow: (content: readonly PassageSpan[]) => PassageSpan[]): void {
  const grown = list[at];
  if (!grown) return;
  list.forEach((statement, position) => {
    if (position !== at && statement.carriedBy !== grown.id) return;
    const content = grow(statement.content);
    const kind = statement.content.length === 0 || statement.kind === 'direct' ? 'direct' : 'mixed';
    list[position] = { ...statement, content, kind };
  });
}
