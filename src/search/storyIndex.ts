// buildStoryIndex(story): everything that answers look up, in one place. It holds two indexes: passages (passageIndex.ts, for questions)
// and statements by their content alone (for "who said"): the words around a statement must never make it match.
import type {
  Article,
  ArticleId,
  DateMention,
  Gazetteer,
  LocalDate,
  Passage,
  PassageId,
  PassageSpan,
  Span,
  Statement,
  TermGroup,
} from '../domain.ts';
import type { Wanted } from './passageFeatures.ts';
import { createPassageIndex } from './passageIndex.ts';
import { buildQuery, type Concept, type Query, stems } from './query.ts';
import { createRanker, type Factors, scoreOf, type TextMatch } from './rank.ts';
import { createStemIndex } from './stemIndex.ts';
import type { Range } from './tokenStore.ts';
import { createTokenizer, type Token, type Tokenizer } from './tokens.ts';
import { readVocabulary } from './vocabulary.ts';

/** A corpus that has been read: passages split, statements extracted, dates found. */
export interface Story {
  readonly articles: readonly Article[];
  readonly passages: readonly Passage[];
  readonly statements: readonly Statement[];
  readonly dates: readonly DateMention[];
  readonly gazetteer: Gazetteer;
  readonly terms: readonly TermGroup[];
}

/** How a text matches. `matched` are spans of the passage `passageId`: of a statement that goes on in other passages, the best. */
export interface PlacedMatch extends TextMatch {
  readonly passageId: PassageId;
}

/** A text that matches a query at least in part. */
export interface Hit<Item> {
  readonly item: Item;
  readonly passageId: PassageId;
  readonly score: number;
  readonly factors: Factors;
  readonly matched: readonly Span[];
  readonly missing: readonly Concept[];
  /** Negations of the text that turn round what the question does not. */
  readonly opposed: readonly Token[];
}

/** What an answer may look up. Articles that were withdrawn are found by id only, never by search. */
export interface StoryIndex {
  readonly story: Story;
  /** The newest publication date: "today" for questions. */
  readonly asOf: LocalDate;
  /** How many articles and passages are searched. */
  readonly searched: { readonly articles: number; readonly passages: number };
  readonly tokenize: Tokenizer;
  findArticle(id: ArticleId): Article | undefined;
  findPassage(id: PassageId): Passage | undefined;
  /** Passages of an article in order, captions last. */
  passagesOf(id: ArticleId): readonly Passage[];
  /** Passages that may be shown, in the order of the corpus; those that have every one of some stems. */
  shownPassages(): readonly Passage[];
  passagesHaving(stems: readonly string[]): readonly Passage[];
  /** The tokens of a passage that may be shown. */
  tokensOf(passage: Passage): readonly Token[];
  /** Statements that may be shown, in the order of the corpus. */
  statements(): readonly Statement[];
  /** Statements made in a passage, and those from a passage before whose content goes on in it. */
  statementsIn(id: PassageId): readonly Statement[];
  datesIn(id: PassageId): readonly DateMention[];
  readQuery(text: string): Query;
  /** Best first; equal scores: newest article first, then by id. */
  searchPassages(query: Query, wanted?: Wanted): Hit<Passage>[];
  searchStatements(query: Query): Hit<Statement>[];
  /** False for a statement that cannot have that share of the question: a quick look before matchStatement. */
  mayMatch(query: Query, coverage: number): (statement: Statement) => boolean;
  /** How well one statement's content answers a query; with 'setting', also whom it was said to and where. */
  matchStatement(query: Query, statement: Statement, scope?: 'content' | 'setting'): PlacedMatch;
  /** How well one span of a passage (a sentence) answers a query. */
  matchSpan(query: Query, passage: Passage, span: Span): TextMatch;
}

/** Statements that are ranked again, and passages where a quoted string is looked for. Chosen by eye. */
const CANDIDATES = 50;
/** Passages that an answer may hold. */
const RESULTS = 10;
/** What a passage's score loses for words that it denies, as a share of the question; what a quoted string adds. */
const DENIED = 10;
const PHRASE = 100;

export function buildStoryIndex(story: Story): StoryIndex {
  const articles = new Map(story.articles.map((article) => [article.id, article]));
  const passages = new Map(story.passages.map((passage) => [passage.id, passage]));
  const statements = new Map(story.statements.map((statement) => [statement.id, statement]));
  const isShown = (id: ArticleId): boolean => articles.get(id)?.status !== 'withdrawn';
  const shownPassages = story.passages.filter((passage) => isShown(passage.articleId));
  const shownStatements = story.statements.filter((statement) => isShown(articleIdOf(statement.passageId)));
  const tokenize = createTokenizer(story.gazetteer.speakers);
  const titleOf = (id: ArticleId): string => articles.get(id)?.title ?? '';

  const statementsByPassage = groupBy(
    shownStatements.flatMap((statement) =>
      passageIdsOf(statement).map((passageId): readonly [PassageId, Statement] => [passageId, statement]),
    ),
    ([passageId]) => passageId,
  );
  const statementsIn = (id: PassageId): readonly Statement[] =>
    (statementsByPassage.get(id) ?? []).map(([, statement]) => statement);
  const passageIndex = createPassageIndex({ passages: shownPassages, statementsIn, titleOf, tokenize });
  const ranker = createRanker(passageIndex.store);
  const statementIndex = createStemIndex<string>();
  statementIndex.addAll(
    shownStatements.map((statement) => ({
      id: statement.id,
      stems: stems(tokenize(contentText(statement, passages))).join(' '),
    })),
  );

  const vocabulary = readVocabulary(passageIndex, tokenize, story.terms);
  const order = (a: { id: string }, b: { id: string }): number => newestFirst(a.id, b.id, articles);

  const rangesOf = (spans: readonly PassageSpan[]): Range[] =>
    spans.map((span) => passageIndex.rangeOf(span.passageId, span));

  const matchStatement: StoryIndex['matchStatement'] = (query, statement, scope = 'content') => {
    const asked = passageIndex.asked(query);
    const setting = [statement.addressee, statement.venue].filter((span) => span !== null);
    const spans = scope === 'content' ? statement.content : [...statement.content, ...setting];
    const whole = ranker.match(asked, rangesOf(spans));
    const ids = passageIdsOf(statement);
    if (ids.length === 1) return { ...whole, passageId: statement.passageId };
    const [best] = ids
      .map((passageId) => {
        const own = spans.filter((span) => span.passageId === passageId);
        return { passageId, ...ranker.match(asked, rangesOf(own)) };
      })
      .sort((a, b) => b.factors.phrase - a.factors.phrase || b.factors.coverage - a.factors.coverage);
    return { ...whole, passageId: best?.passageId ?? statement.passageId, matched: best?.matched ?? [] };
  };
  const matchSpan = (query: Query, passage: Passage, span: Span): TextMatch =>
    ranker.match(passageIndex.asked(query), [passageIndex.rangeOf(passage.id, span)]);

  const searchStatements = (query: Query): Hit<Statement>[] => {
    const terms = passageIndex.rarest(query);
    if (terms.length === 0) return [];
    return statementIndex
      .search(terms.join(' '))
      .slice(0, CANDIDATES)
      .flatMap(({ id, score }) => {
        const item = statements.get(String(id));
        if (!item) return [];
        const match = matchStatement(query, item);
        const factors: Factors = { bm25: score, ...match.factors };
        return [hitOf(item, match, factors, scoreOf(factors))];
      })
      .sort((a, b) => b.score - a.score || order(a.item, b.item));
  };
  const searchPassages = (query: Query, wanted: Wanted = 'other'): Hit<Passage>[] =>
    passageIndex
      .search(query, wanted, query.phrases.length > 0 ? CANDIDATES : RESULTS)
      .map(({ passage, score, features }) => {
        const match = { passageId: passage.id, ...matchSpan(query, passage, { start: 0, end: passage.text.length }) };
        const factors: Factors = { bm25: features[0] ?? 0, ...match.factors };
        // What is denied where the question does not, and a quoted string, are seen by the words themselves.
        const denied = Math.max(0, (features[1] ?? 0) - factors.coverage);
        return hitOf(passage, match, factors, score - DENIED * denied + PHRASE * factors.phrase);
      })
      .sort((a, b) => b.score - a.score || order(a.item, b.item));

  const datesByPassage = groupBy(story.dates, (date) => date.passageId);
  const passagesByArticle = groupBy(story.passages, (passage) => passage.articleId);
  const shownArticles = story.articles.filter((article) => isShown(article.id));
  return {
    story,
    asOf:
      shownArticles
        .map(({ publishedOn }) => publishedOn)
        .sort()
        .at(-1) ?? '0000-01-01',
    searched: { articles: shownArticles.length, passages: shownPassages.length },
    tokenize,
    findArticle: (id) => articles.get(id),
    findPassage: (id) => passages.get(id),
    passagesOf: (id) => passagesByArticle.get(id) ?? [],
    shownPassages: () => shownPassages,
    passagesHaving: (stems) => passageIndex.having(stems),
    tokensOf: (passage) => passageIndex.store.tokens(passageIndex.rangeOf(passage.id)),
    statements: () => shownStatements,
    statementsIn,
    datesIn: (id) => datesByPassage.get(id) ?? [],
    readQuery: (text) => buildQuery(text, vocabulary),
    searchPassages,
    searchStatements,
    mayMatch: (query, coverage) => {
      const bound = passageIndex.bound(query);
      return (statement) => {
        const ids = passageIdsOf(statement);
        return ids.length > 1 || bound(statement.passageId) >= coverage;
      };
    },
    matchStatement,
    matchSpan,
  };
}

/** "cgtn-…#4" gives "cgtn-…". */
export function articleIdOf(id: PassageId): ArticleId {
  return id.slice(0, id.indexOf('#'));
}

function hitOf<Item>(item: Item, match: PlacedMatch, factors: Factors, score: number): Hit<Item> {
  const { passageId, matched, missing, opposed } = match;
  return { item, passageId, score, factors, matched, missing, opposed };
}

/** The passage of its cue first, then those that its content goes on in, or began in. */
export function passageIdsOf({ passageId, content }: Statement): PassageId[] {
  return [...new Set([passageId, ...content.map((span) => span.passageId)])];
}

function contentText(statement: Statement, passages: ReadonlyMap<PassageId, Passage>): string {
  return statement.content
    .map((span) => passages.get(span.passageId)?.text.slice(span.start, span.end) ?? '')
    .join(' ');
}

function groupBy<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function newestFirst(a: string, b: string, articles: ReadonlyMap<ArticleId, Article>): number {
  const days = [a, b].map((id) => articles.get(articleIdOf(id))?.publishedOn ?? '');
  const byDay = (days[1] ?? '').localeCompare(days[0] ?? '');
  return byDay === 0 ? a.localeCompare(b, 'en', { numeric: true }) : byDay;
}
