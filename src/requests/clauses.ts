// readClauses(text): the words of a `who said` apart from the clauses behind them: "by Trump", "except Trump", "since 10 Feb", "until
// Friday", "outlet:CGTN", "direct only". Clauses are read from the end, outside quotation marks; formatClauses gives them back.
import { RequestError } from '../errors.ts';
import { DATE_FORMS, isDateLike, isReadableDate } from './dateWords.ts';

/** As typed. Null: no such clause. */
export interface Clauses {
  /** Quotation marks included. */
  readonly words: string;
  readonly by: string | null;
  /** Whose words are left out. */
  readonly except: string | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly outlet: string | null;
  /** Only what stands wholly within quotation marks. */
  readonly isDirect: boolean;
}

/** @throws RequestError `incomplete` for a date that can't be read. */
export function readClauses(text: string): Clauses {
  let words = text;
  const named: Named = { by: null, except: null, since: null, until: null, outlet: null };
  let isDirect = false;
  for (;;) {
    const rest = /^(.*[^\s,])[\s,]+direct only[\s,]*$/iu.exec(words)?.[1];
    if (!isDirect && isBalanced(rest)) {
      isDirect = true;
      words = rest;
      continue;
    }
    const clause = lastClause(words);
    if (!clause || named[clause.name] !== null) break;
    named[clause.name] = clause.value;
    words = clause.before;
  }
  // A phrase in single marks is meant as one in double marks.
  return { words: words.replace(/^['‘]([^'‘’"“”]+)['’]$/u, '"$1"'), ...named, isDirect };
}

export function formatClauses({ words, by, except, since, until, outlet, isDirect }: Clauses): string {
  return [
    words,
    ...(by === null ? [] : ['by', marked(by)]),
    ...(except === null ? [] : ['except', marked(except)]),
    ...(since === null ? [] : ['since', since]),
    ...(until === null ? [] : ['until', until]),
    ...(outlet === null ? [] : [`outlet:${marked(outlet)}`]),
    ...(isDirect ? ['direct only'] : []),
  ].join(' ');
}

type Named = Record<'by' | 'except' | 'since' | 'until' | 'outlet', string | null>;

interface Clause {
  readonly name: keyof Named;
  readonly value: string;
  readonly before: string;
}

const QUOTED_CLAUSE = /^(.*\S)\s+(?:(by|except|since|until)\s+|(outlet):\s*)["“]\s*([^"“”„«»\s][^"“”„«»]*)["”]$/iu;
const CLAUSE = /^(.*\S)\s+(?:(by|except|since|until)\s+|(outlet):\s*)(\S.*)$/iu;

/**
 * "… by Trump", "… since 10 Feb", "… by "the Iranian foreign minister"" at the very end and outside quotation marks.
 *
 * @throws RequestError `incomplete` for what looks like a date and is none: left among the words, it would be ignored.
 */
function lastClause(words: string): Clause | undefined {
  const quoted = QUOTED_CLAUSE.exec(words);
  const match = isBalanced(quoted?.[1]) ? quoted : CLAUSE.exec(words);
  if (!match) return undefined;
  const [, before = '', keyword, colon, given = ''] = match;
  const name = (keyword ?? colon ?? '').toLowerCase() as Clause['name'];
  const value = given.trim();
  if (/["“”„«»]/u.test(value)) return undefined;
  if (name !== 'since' && name !== 'until')
    return match === quoted || isShortName(value) ? { name, value, before } : undefined;
  if (isReadableDate(value)) return { name, value, before };
  if (!isDateLike(value)) return undefined;
  throw new RequestError('incomplete', `"${value}" is no date that can be read: write ${DATE_FORMS}.`, 'help');
}

/** True when no quotation is open at the end: what follows is outside quotation marks. */
function isBalanced(text: string | undefined): text is string {
  if (text === undefined) return false;
  return text.replace(/["“„«][^"“”„«»]*["”“»]/gu, '').search(/["“”„«»]/u) < 0;
}

function isShortName(value: string): boolean {
  return value.split(' ').length <= 5;
}

/** A name in the form that is read as it stands: others need quotation marks. */
function marked(name: string): string {
  const isPlain =
    isShortName(name) &&
    !/(?:^|\s)(?:by|except|since|until|outlet:\S*)(?:\s|$)|(?:^|[\s,])direct only[\s,]*$|[?？؟]$/iu.test(name);
  return isPlain ? name : `"${name}"`;
}
