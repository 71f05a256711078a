// composeAnswer(answer): an Answer as a Message, a page of it at a time. What does not fit on the page is counted and can
// be asked for; nothing is left out in silence.
import type { Answer, Finding, FindingGroup, Heading, Note, SpeakerRow } from '../answers/answer.ts';
import { explainScore } from '../answers/explain.ts';
import type { ArticleId, PassageId } from '../domain.ts';
import type { RequestError } from '../errors.ts';
import { type Fact, formatRequest } from '../requests/request.ts';
import { placesWords } from './composeAlso.ts';
import { composeCheck } from './composeCheck.ts';
import { composeFinding } from './composeFinding.ts';
import { composeMarked } from './composeMarked.ts';
import { announcesNearest, noteWords, upToWords } from './composeNotes.ts';
import { composePassage } from './composePassage.ts';
import { readingWords } from './composeReading.ts';
import { assertNever, type Message, type Part, type Range, type Row, type Run } from './message.ts';
import { type PageOrder, pageOf } from './pageOf.ts';
import { type NextBy, promptTo } from './prompt.ts';
import { shorten } from './shorten.ts';
import { count, formatDay, formatRange, formatWeekday, quoted } from './words.ts';

/** Which findings to show: `page` from 1, `perPage` of them at most. */
export interface Page {
  readonly page: number;
  readonly perPage: number;
  /** How the reader asks for the next page: with the word "more" (the default), an option of the command line, or a button, which says so itself; see promptTo for all else. */
  readonly nextBy?: NextBy;
  /** Each finding says what its score is made of. */
  readonly isExplained?: boolean;
}

/** What can be said behind an answer, where there is a conversation. */
const GO_ON =
  'Behind an answer: “and <speaker>?”, “about <topic>”, “since Monday”, “in <outlet>”, “direct only”, “when?”, “to whom?”, “who else?”, “more”.';

/** Where a request can be typed on a platform. */
const WHERE_TO_ASK =
  'In a channel: /iran-talks, or mention me with any of these. In a thread: mention me. In a direct message: as they stand. “Check quotations” is in the menu of every message.';

/** What those who manage a community can ask for beside. */
const FOR_MANAGERS =
  'For those who manage the server or workspace: /iran-talks digest sets the daily digest of a channel; /iran-talks held shows articles that wait for approval.';

/** What those who look after the corpus have on the command line. */
const FOR_CURATORS = 'To add and correct articles: npm run iran-talks -- corpus help';

/** Characters of a request that are repeated in a title or an error. Chosen by eye. */
const MAX_ECHO_CHARS = 200;

export function composeAnswer(answer: Answer, page: Page): Message {
  const notes = answer.notes.map((note) => noteWords(note, answer.searched, page.nextBy));
  const isEmpty = answer.total === 0 && answer.request.kind !== 'help';
  // A check shows the quotation it is about first, whole, and its verdict.
  const isLedByNotes = (isEmpty && answer.body.kind !== 'checks') || isNobodys(answer);
  const { parts, footer, range = null } = composeBody(answer, page);
  const leading: Part[] =
    notes.length === 0 ? [] : [{ kind: 'text', runs: [{ text: notes.join(' '), style: 'plain' }] }];
  const isAnnounced = announcesNearest(answer.notes);
  const hasNearest = isEmpty && !isAnnounced && answer.body.kind === 'findings' && parts.length > 0;
  const nearest: Part[] = hasNearest
    ? [{ kind: 'text', runs: [{ text: 'Nearest in the corpus, and maybe about something else:', style: 'plain' }] }]
    : [];
  return {
    title: shorten(formatRequest(answer.request), MAX_ECHO_CHARS),
    summary: summaryOf(answer),
    // What was not found is said first; remarks on how a request was read stand below what it gave.
    parts: isLedByNotes
      ? [...readingPart(answer), ...leading, ...nearest, ...parts]
      : [...readingPart(answer), ...parts],
    footer: isLedByNotes ? footer : [...notes, ...footer],
    isPrivate: isEmpty,
    range,
  };
}

/** Passages were found, and nobody was read as saying what was asked for: that is said before they are shown. */
function isNobodys({ body, notes }: Answer): boolean {
  if (body.kind !== 'findings' || !notes.some(({ kind }) => NOBODYS.has(kind))) return false;
  const matches = body.groups.flatMap(({ findings }) => findings.filter(({ near }) => !near));
  return matches.length > 0 && matches.every(({ statement }) => statement === null);
}

const NOBODYS: ReadonlySet<Note['kind']> = new Set([
  'unread',
  'own-words',
  'none-about',
  'no-statements-by',
  'unknown-speaker',
]);

/** What could not be read, and what to type instead. */
export function composeError(error: RequestError, { nextBy = 'word' }: Pick<Page, 'nextBy'> = {}): Message {
  // The longest run within quotation marks is what was typed.
  const message = error.message.replace(/"(.*)"/su, (_, typed: string) => `"${shorten(typed, MAX_ECHO_CHARS)}"`);
  const runs: Run[] = [{ text: message, style: 'plain' }];
  const hint = error.suggestion === null ? [] : [`Did you mean: ${shorten(error.suggestion, MAX_ECHO_CHARS)}`];
  const footer = error.suggestion === 'help' ? [`${promptTo(['help'], nextBy)} to see what can be asked.`] : hint;
  return { title: '', summary: '', parts: [{ kind: 'text', runs }], footer, isPrivate: true, range: null };
}

/** A fault of the program itself: the reader can't mend it, but can tell whoever runs it. */
export function composeFault(): Message {
  const text = 'Something went wrong here while answering; it was logged. Ask again, or tell whoever runs this bot.';
  return {
    title: '',
    summary: '',
    parts: [{ kind: 'text', runs: [{ text, style: 'plain' }] }],
    footer: [],
    isPrivate: true,
    range: null,
  };
}

function summaryOf({ body, total, searched }: Answer): string {
  const where = `${count(searched.articles, 'article')}${upToWords(searched)}`;
  switch (body.kind) {
    case 'findings': {
      if (total === 0) return `nothing found · ${where}`;
      const isAllStatements = body.groups.every((group) =>
        group.findings.every(({ near, statement }) => near || statement !== null),
      );
      return `${count(total, isAllStatements ? 'statement' : 'passage')}${severalWords(body.groups)} · ${where}`;
    }
    case 'checks':
      return `${count(body.checks.length, 'quotation')} · ${where}`;
    case 'speakers':
      return `${count(body.named.length, 'speaker')} · ${where}`;
    case 'marked':
      return `${count(total, 'statement')} · ${body.article.outlet}, ${formatDay(body.article.publishedOn)}`;
    case 'sources':
    case 'passage':
    case 'help':
      return where;
    default:
      return assertNever(body);
  }
}

/** " in 3 outlets" of one statement; of several, how many of them are in more than one article. */
function severalWords(groups: readonly FindingGroup[]): string {
  const matches = groups.flatMap((group) => group.findings).filter(({ near }) => !near);
  const several = matches.filter(({ alsoIn }) => alsoIn.length > 0);
  const [only] = several;
  if (only && matches.length === 1) return ` in ${placesWords(only)}`;
  return several.length === 0 ? '' : `, ${several.length} of them in several articles`;
}

/** Where it says more than the title does. */
function readingPart({ request, reading, body }: Answer): Part[] {
  if (reading === null || body.kind !== 'findings') return [];
  const words = readingWords(reading);
  if (formatRequest(request).toLowerCase().includes(words.toLowerCase())) return [];
  return [{ kind: 'text', runs: [{ text: `Read as: ${words}`, style: 'faint' }] }];
}

interface Composed {
  readonly parts: Part[];
  readonly footer: string[];
  readonly range?: Range | null;
}

function composeBody({ body, request, searched }: Answer, page: Page): Composed {
  const fact = request.kind === 'fact' ? request.fact : null;
  const asked = request.kind === 'fact' ? request.of : request;
  if (page.page > 1 && body.kind !== 'findings') return { parts: [], footer: ['Nothing more: all of it was shown.'] };
  switch (body.kind) {
    case 'findings':
      return composeGroups(body.groups, asked.kind === 'compare' ? 'in turn' : 'group by group', page, fact);
    case 'checks': {
      const words = (note: Note): string => noteWords(note, searched, page.nextBy);
      return { parts: body.checks.flatMap((check) => composeCheck(check, check.notes.map(words), fact)), footer: [] };
    }
    case 'speakers':
      return composeSpeakers(body, page.nextBy);
    case 'sources':
      return {
        parts: [
          {
            kind: 'rows',
            rows: body.sources.map(({ article, passages, statements }) => sourceRow(article, passages, statements)),
          },
        ],
        footer: [sourcesHint(body.sources[0]?.article.id ?? '', page.nextBy)],
      };
    case 'passage':
      return { parts: composePassage(body.view, fact), footer: [] };
    case 'marked':
      return { parts: composeMarked(body.passages), footer: ['⟦ and ⟧ are put in here; everything else is printed.'] };
    case 'help': {
      const rows = body.examples.map(({ usage, text }): Row => ({ label: usage, detail: text }));
      return {
        parts: [{ kind: 'rows', rows }],
        footer: [
          'Every answer shows printed words only, with speaker and source.',
          ...(page.nextBy === 'button' ? [WHERE_TO_ASK, FOR_MANAGERS] : []),
          page.nextBy === 'option' ? FOR_CURATORS : GO_ON,
        ],
      };
    }
    default:
      return assertNever(body);
  }
}

function composeGroups(
  groups: readonly FindingGroup[],
  order: PageOrder,
  { page, perPage, nextBy, isExplained = false }: Page,
  fact: Fact | null,
): Composed {
  const { all, shown, from, to } = pageOf(groups, order, { page, perPage });
  // A passage is shown whole once a page; where another statement of it follows, that statement's sentences.
  const quoted = new Set<PassageId>();
  const parts: Part[] = [];
  for (const [group, findings] of shown) {
    const isEmpty = group.findings.length === 0 && page === 1 && all.length > 0;
    if (group.heading && (findings.length > 0 || isEmpty))
      parts.push({ kind: 'heading', text: headingWords(group.heading) });
    if (group.heading && isEmpty)
      parts.push({ kind: 'text', runs: [{ text: 'No statement on this.', style: 'plain' }] });
    for (const finding of findings) {
      const part = composeFinding(finding, quoted, fact);
      parts.push(isExplained ? { ...part, remarks: [...part.remarks, scoreWords(finding)] } : part);
    }
  }
  const rest = all.length - to;
  if ((from === 0 && rest <= 0) || all.length === 0) return { parts, footer: [] };
  if (from >= all.length) return { parts, footer: [`Nothing more: ${all.length} in all.`] };
  const range: Range = { from: from + 1, to, total: all.length };
  const near = all.filter(({ finding }) => finding.near).length;
  const isMixed = near > 0 && near < all.length;
  const words = `${range.from} to ${range.to} of ${range.total}${isMixed ? `, ${near} of them only the nearest` : ''}.`;
  const next =
    rest > 0 && nextBy !== 'button' ? ` ${nextWords(page, nextBy)} for the next ${Math.min(rest, perPage)}.` : '';
  return { parts, footer: [`${words}${next}`], range };
}

function nextWords(page: number, nextBy: Page['nextBy']): string {
  return nextBy === 'option' ? `Add --page ${page + 1}` : 'Type more';
}

/** "Score 18.31: window 3.24, exact 3.1 …". */
function scoreWords(finding: Finding): string {
  const parts = explainScore(finding).map(({ factor, gives }) => `${factor} ${gives.toFixed(2)}`);
  return parts.length === 0
    ? 'No score: in the order of days and places.'
    : `Score ${finding.score.toFixed(2)}: ${parts.join(', ')}.`;
}

function headingWords(heading: Heading): string {
  switch (heading.kind) {
    case 'speaker':
      return heading.name;
    case 'day':
      return formatRange(heading);
    case 'no-day':
      return 'Day not stated';
    default:
      return assertNever(heading);
  }
}

function composeSpeakers(
  { named, unnamed }: { readonly named: readonly SpeakerRow[]; readonly unnamed: readonly SpeakerRow[] },
  nextBy: NextBy = 'word',
): Composed {
  const row = ({ name, role, statements, lastSaidOn }: SpeakerRow): Row => {
    const last = lastSaidOn === null ? [] : [`last ${formatWeekday(lastSaidOn)}`];
    return {
      label: role === null ? name : `${name}, ${role}`,
      detail: [count(statements, 'statement'), ...last].join(' · '),
    };
  };
  const parts: Part[] = [{ kind: 'rows', rows: named.map(row) }];
  if (unnamed.length > 0) {
    parts.push(
      { kind: 'heading', text: 'Not named, in the articles’ own words' },
      { kind: 'rows', rows: unnamed.map(row) },
    );
  }
  return { parts, footer: [`${promptTo(['speaker <name>'], nextBy)} to read what one of them said.`] };
}

function sourcesHint(id: ArticleId, nextBy: NextBy = 'word'): string {
  const example = `source ${id}#1`;
  return `${promptTo(['source <passage>'], nextBy)}, such as ${nextBy === 'button' ? quoted(example) : example}, to read one.`;
}

function sourceRow(article: Finding['article'], passages: number, statements: number): Row {
  const status = article.status === 'usable' ? [] : [article.status];
  return {
    label: `${article.outlet} · ${article.title} · ${formatDay(article.publishedOn)}`,
    detail: [article.id, count(passages, 'passage'), count(statements, 'statement'), ...status, article.url].join(
      ' · ',
    ),
  };
}
