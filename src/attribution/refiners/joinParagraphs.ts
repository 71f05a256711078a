// What one paragraph says of the next. A quotation of several paragraphs is one statement: `… said: "A.` and, below, `"B."`; `"A.`
// and, below, `"B," she said.`; a colon and, below, the quotation or a block quote (`> A.`). A paragraph of nothing but quotations
// goes on with the statement above it, or is signed below ("— Teo Varga"). Leaves alone: a paragraph whose quotation has a speaker
// of its own, one without marks, a quotation below a question, which may be the answer, and an unclosed quotation above one with
// another kind of marks (`"A.` and, below, `“B,” she said.`).
import type { Passage, PassageSpan, Span, Statement } from '../../domain.ts';
import { pattern } from '../../patterns.ts';
import { maskQuotations, type Quotation } from '../../quotations.ts';

/** What was read of a paragraph. A statement without content waits for the paragraph below; one that is `signed`, has it above. */
export interface ParagraphReading {
  readonly passage: Passage;
  readonly quotations: readonly Quotation[];
  readonly statements: readonly Statement[];
}

/** A statement that may grow, by its place: growing replaces it. */
interface Growing {
  readonly list: Statement[];
  readonly at: number;
}

const BLOCK = /^\s*>/u;
const OPENS = /^\s*(?:>|["“„«»”‘]|``|'')/u;

/** What a paragraph's first quotation begins with: another kind of mark begins another quotation. */
const MARK = /^["“„«»”]|^``|^''/u;

/** True for a paragraph that begins with a quotation, or is a block quote. */
export function opensQuotation(text: string): boolean {
  return OPENS.test(text);
}

/** True for a paragraph of nothing but quotations, each of them closed. */
export function isAllQuoted(text: string, quotations: readonly Quotation[]): boolean {
  if (quotations.length === 0 || BLOCK.test(text)) return false;
  if (quotations.some(({ isTerm, isClosed }) => isTerm || !isClosed)) return false;
  return /^[·\s.]+$/u.test(maskQuotations(text, quotations));
}

/** The statements of all paragraphs, in the order of their cues in the text; each with all its content. */
export function joinParagraphs(readings: readonly ParagraphReading[]): Statement[] {
  const joined: Statement[][] = [];
  /** The statement whose quotation is not over, and the paragraphs of one that has no statement yet. */
  let open: Growing | undefined;
  let waiting: Waiting = NONE;
  /** Who spoke last in the paragraph above, and the quotations above that nobody has spoken yet. */
  let above: Growing | undefined;
  let loose: PassageSpan[] = [];
  const isForSignature = signedBelow(readings);
  readings.forEach((reading, position) => {
    const list = [...reading.statements];
    joined.push(list);
    const signed = list.findIndex(isSigned);
    if (signed >= 0) {
      const before = loose;
      extend(list, signed, () => before);
      [open, above, waiting, loose] = [undefined, undefined, NONE, []];
      return;
    }
    const isLoose = list.length === 0 && isAllQuoted(reading.passage.text, reading.quotations);
    if (isLoose && open === undefined && waiting.parts.length === 0) {
      const parts = reading.quotations.map((quotation) => placed(quotation, reading.passage));
      if (isForSignature[position]) [above, loose] = [undefined, [...loose, ...parts]];
      else if (above) extend(above.list, above.at, (content) => [...content, ...parts], ', continued below');
      return;
    }
    const next = join(reading, list, { open, waiting });
    [open, waiting, loose] = [next.open, next.waiting, []];
    above = next.taken ?? lastOf(list, reading.passage);
  });
  return joined.flat().filter(({ content }) => content.length > 0);
}

/** Unclosed quotations that no statement has taken, and the mark that they begin with. */
interface Waiting {
  readonly parts: readonly PassageSpan[];
  readonly mark: string;
}

const NONE: Waiting = { parts: [], mark: '' };

interface Joint {
  readonly open: Growing | undefined;
  readonly waiting: Waiting;
  /** The statement above that took what the paragraph begins with, when the paragraph has none of its own. */
  readonly taken?: Growing | undefined;
}

/** Gives what the paragraph begins with to the statement above that is open, or what waits above to its own statement. */
function join(reading: ParagraphReading, list: Statement[], { open, waiting }: Joint): Joint {
  const parts = leadingParts(reading);
  const [lead] = parts;
  const { text } = reading.passage;
  const isBlock = BLOCK.test(text);
  const mark = MARK.exec(text)?.[0] ?? '';
  const holder = lead && !isBlock ? holderOf(list, lead) : -1;
  const isTaken = lead !== undefined && open !== undefined && holder < 0;
  if (isTaken && open) {
    extend(open.list, open.at, (content) => [...content, ...parts]);
    if (isBlock) list.length = 0;
  } else if (holder >= 0 && mark === waiting.mark) {
    extend(list, holder, (content) => [...waiting.parts, ...content]);
  }
  const unclosed = reading.quotations.at(-1);
  const isUnclosed = unclosed !== undefined && !unclosed.isClosed;
  const isLeadUnclosed = isUnclosed && lead !== undefined && unclosed.start === lead.start;
  const waitsAt = list.findIndex(({ content }) => content.length === 0);
  if (waitsAt >= 0) return { open: { list, at: waitsAt }, waiting: NONE };
  const taken = isTaken && list.length === 0 ? open : undefined;
  if (isTaken && (isBlock || isLeadUnclosed)) return { open, waiting: NONE, taken };
  if (!isUnclosed) return { open: undefined, waiting: NONE, taken };
  const at = holderOf(list, unclosed);
  const isWaiting = at < 0 && isLeadUnclosed;
  const before = mark === waiting.mark ? waiting.parts : [];
  return {
    open: at >= 0 ? { list, at } : undefined,
    waiting: isWaiting ? { parts: [...before, ...parts], mark } : NONE,
  };
}

/** For each paragraph of nothing but quotations, whether a signature stands below it or below such paragraphs behind it. */
function signedBelow(readings: readonly ParagraphReading[]): boolean[] {
  const found = readings.map(() => false);
  for (let i = readings.length - 2; i >= 0; i -= 1) {
    const [here, below] = [readings[i], readings[i + 1]];
    if (!here || !below || here.statements.length > 0 || !isAllQuoted(here.passage.text, here.quotations)) continue;
    found[i] = found[i + 1] === true || below.statements.some(isSigned);
  }
  return found;
}

function isSigned({ rule, content }: Statement): boolean {
  return rule === 'signed' && content.length === 0;
}

/** What stands behind the sentence that a statement ends in. */
const LATER = /[.!?…]["”’']*\s+(?=\S)(.*)$/su;
/** A name: within a sentence, or one that begins it. */
const NAME = pattern(
  String.raw`(?:\p{L},?\s+|^(?!(?:He|She|They|It|The|An?|But|And|Then|In|On|At|His|Her)\b))\p{Lu}\p{Ll}`,
);

const LAST_WORD = pattern(String.raw`\p{L}+$`);

/** The statement of a paragraph that ends last, unless it ends in a question or somebody else comes in behind it. */
function lastOf(list: Statement[], { text }: Passage): Growing | undefined {
  let [at, latest] = [-1, -1];
  list.forEach(({ carriedBy, content, cue }, position) => {
    const end = Math.max(cue.end, ...content.map((part) => part.end));
    if (carriedBy === null && end > latest) [at, latest] = [position, end];
  });
  const said = Math.max(0, ...(list[at]?.content ?? []).map(({ end }) => end));
  const isQuestion = /\?["”’']*$/u.test(text.slice(0, said));
  const name = LAST_WORD.exec(list[at]?.speaker.name ?? '')?.[0] ?? '';
  const later = LATER.exec(text.slice(Math.max(0, latest - 2)))?.[1] ?? '';
  const hasAnother = NAME.test(later) && (name === '' || !later.includes(name));
  return at >= 0 && !isQuestion && !hasAnother ? { list, at } : undefined;
}

/** The quotation that a paragraph begins with; of a block quote each line without its mark. */
function leadingParts({ passage, quotations }: ParagraphReading): PassageSpan[] {
  const { text } = passage;
  if (BLOCK.test(text)) {
    return [...text.matchAll(/^\s*>[^\S\n]*(\S.*)$/gmu)].map((match) => {
      const start = match.index + match[0].length - (match[1] ?? '').length;
      return placed({ start, end: match.index + match[0].trimEnd().length }, passage);
    });
  }
  const [first] = quotations;
  return first?.start === 0 && !first.isTerm ? [placed(first, passage)] : [];
}

function placed({ start, end }: Span, { id }: Passage): PassageSpan {
  return { passageId: id, start, end };
}

function holderOf(statements: readonly Statement[], span: Span): number {
  return statements.findIndex(({ passageId, content }) =>
    content.some((part) => part.passageId === passageId && part.start <= span.start && span.start < part.end),
  );
}

/** Also what the statement carries ("X, citing Y, said: …") has the same content, so it grows with it. */
function extend(
  list: Statement[],
  at: number,
  grow: (content: readonly PassageSpan[]) => PassageSpan[],
  reason = '',
): void {
  const grown = list[at];
  if (!grown) return;
  list.forEach((statement, position) => {
    if (position !== at && statement.carriedBy !== grown.id) return;
    const content = grow(statement.content);
    const kind = statement.content.length === 0 || statement.kind === 'direct' ? 'direct' : 'mixed';
    const rule = statement.rule.endsWith(reason) ? statement.rule : statement.rule + reason;
    list[position] = { ...statement, content, kind, rule };
  });
}
