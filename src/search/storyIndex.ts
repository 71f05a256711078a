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
  Span,
  SpeakerId,
  Statement,
  TermGroup,
} from '../domain.ts';
import { allOf } from './allOf.ts';
import type { PassageHit } from './hit.ts';
import { FEATURES, type Wanted } from './passageFeatures.ts';
import { createPassageIndex } from './passageIndex.ts';
import { isAnswer, isOwnAnswer } from './passageScore.ts';
import { buildQuery, type Query } from './query.ts';
import type { Factors, TextMatch } from './rank.ts';
import { remembered } from './remembered.ts';
import { createStatementIndex, passageIdsOf, type StatementIndex } from './statementIndex.ts';
import type { SameWords } from './terms.ts';
import type { Range } from './tokenStore.ts';
import { createTokenizer, type Token, type Tokenizer } from './tokens.ts';
import { readVocabulary } from './vocabulary.ts';
import type { WordPlace } from './wordPlaces.ts';

/** A corpus that has been read: passages split, statements extracted, dates found. */
export interface Story {
  readonly articles: readonly Article[];
  readonly passages: readonly Passage[];
  readonly statements: readonly Statement[];
  readonly dates: readonly DateMention[];
  readonly gazetteer: Gazetteer;
  readonly terms: readonly TermGroup[];
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
  /** Those that have some words as they are typed in this order; and every place where these stand side by side. */
  passagesInOrder(words: readonly Token[]): readonly Passage[];
  placesOf(words: readonly Token[]): Iterable<{ readonly passage: Passage; readonly place: WordPlace }>;
  /** The tokens of a passage that may be shown, those that begin within `within` if it is given. */
  tokensOf(passage: Passage, within?: Span): readonly Token[];
  /** Statements that may be shown, in the order of the corpus. */
  statements(): readonly Statement[];
  /** Speakers with an entry who say something that may be shown, and what each says, in the order of the corpus. */
  speakerIds(): readonly SpeakerId[];
  statementsBy(id: SpeakerId): readonly Statement[];
  /** For sorting: the newest day first (when it was said, else when it was published), then by article and place in it. */
  newestFirst(a: Statement, b: Statement): number;
  /** Statements made in a passage, and those from a passage before whose content goes on in it. */
  statementsIn(id: PassageId): readonly Statement[];
  datesIn(id: PassageId): readonly DateMention[];
  readQuery(text: string): Query;
  /** Best first; equal scores: newest article first, then by id. */
  searchPassages(query: Query, wanted?: Wanted): PassageHit[];
  readonly searchStatements: StatementIndex['search'];
  /** False for a statement that cannot have that share of the question: a quick look before matchStatement. */
  mayMatch(query: Query, coverage: number): (statement: Statement) => boolean;
  readonly matchStatement: StatementIndex['match'];
  /** How well one span of a passage (a sentence) answers a query. */
  matchSpan(query: Query, passage: Passage, span: Span): TextMatch;
  /** The same of a statement's content, and of a span, without the words' places: quicker. */
  rateStatement(query: Query, statement: Statement): Factors;
  rateSpan(query: Query, passage: Passage, span: Span): Factors;
}

/** Passages where a quoted string is looked for. Chosen by eye. */
const CANDIDATES = 50;
/** Passages that an answer may hold. */
const RESULTS = 10;
/** What a passage's score loses for words that it should deny, as a share of the question; what a quoted string adds. */
const DENIED = 10;
const COVERAGE = FEATURES.indexOf('coverage');
const PHRASE = 100;

const NO_STATEMENTS: readonly Statement[] = [];

/** At once: see buildInSteps. */
export function buildStoryIndex(story: Story): StoryIndex {
  return allOf(buildInSteps(story));
}

/** Steps in which passages are indexed, so that a process can answer between them; gives the index with the last one. */
export function* buildInSteps(story: Story): Generator<void, StoryIndex> {
  const articles = new Map(story.articles.map((article) => [article.id, article]));
  const passages = new Map(story.passages.map((passage) => [passage.id, passage]));
  const isShown = (id: ArticleId): boolean => articles.get(id)?.status !== 'withdrawn';
  const shownPassages = story.passages.filter((passage) => isShown(passage.articleId));
  const shownStatements = story.statements.filter((statement) => isShown(articleIdOf(statement.passageId)));
  const tokenize = createTokenizer(story.gazetteer.speakers);
  const shownArticles = story.articles.filter((article) => isShown(article.id));
  const days = shownArticles.map(({ publishedOn }) => publishedOn).sort();
  const asOf = days.at(-1) ?? '0000-01-01';
  const titleOf = (id: ArticleId): string => articles.get(id)?.title ?? '';

  const statementsByPassage = new Map<PassageId, Statement[]>();
  for (const statement of shownStatements) {
    for (const id of passageIdsOf(statement)) {
      const own = statementsByPassage.get(id);
      if (own) own.push(statement);
      else statementsByPassage.set(id, [statement]);
    }
  }
  const statementsIn = (id: PassageId): readonly Statement[] => statementsByPassage.get(id) ?? NO_STATEMENTS;
  const statementsBySpeaker = groupBy(
    shownStatements.filter(({ speaker }) => speaker.speakerId !== null),
    ({ speaker }) => speaker.speakerId ?? '',
  );
  const passageIndex = yield* createPassageIndex({ passages: shownPassages, statementsIn, titleOf, tokenize });
  const { ranker } = passageIndex;
  const terms = story.terms.map(({ words }) => ({ words, name: null }));
  const vocabulary = readVocabulary(passageIndex, tokenize, [...namesOf(story.gazetteer, asOf), ...terms]);
  yield;
  const passagePlaces = lazy(() =>
    placesOf(story.passages, (passage) => articles.get(passage.articleId)?.publishedOn ?? ''),
  );
  const byPassage = (a: PassageId, b: PassageId): number =>
    (passagePlaces().get(a) ?? 0) - (passagePlaces().get(b) ?? 0);
  const dayOf = ({ saidOn, passageId }: Statement): LocalDate =>
    saidOn?.to ?? articles.get(articleIdOf(passageId))?.publishedOn ?? '';
  const statementPlaces = lazy(() => placesOf(shownStatements, dayOf));

  const statementIndex = createStatementIndex({ passageIndex, statementsIn, compare: byPassage });
  const rangeOf = (passage: Passage, span: Span): readonly Range[] => [passageIndex.rangeOf(passage.id, span)];
  const matchSpan = (query: Query, passage: Passage, span: Span): TextMatch =>
    ranker.match(passageIndex.asked(query), rangeOf(passage, span));

  const searchPassages = (query: Query, wanted: Wanted = 'other'): PassageHit[] => {
    // What the question denies and the passage does not, and a quoted string, are seen by the words themselves.
    const isRead = query.phrases.length > 0 || query.concepts.some(({ polarity }) => polarity === 'negated');
    return passageIndex
      .search(query, wanted, query.phrases.length > 0 ? CANDIDATES : RESULTS)
      .map(({ passage, score, features }): PassageHit => {
        const whole = { start: 0, end: passage.text.length };
        const { coverage, phrase } = isRead
          ? ranker.factors(passageIndex.asked(query), rangeOf(passage, whole))
          : { coverage: features[COVERAGE] ?? 0, phrase: 0 };
        const denied = Math.min(0, coverage - (features[COVERAGE] ?? 0));
        const isOnTopic = isAnswer(features, wanted, shownPassages.length);
        const parts = { features, wanted, denied: DENIED * denied, phrase: PHRASE * phrase };
        return {
          item: passage,
          score: score + parts.denied + parts.phrase,
          coverage,
          matched: () => matchSpan(query, passage, whole).matched,
          isOnTopic,
          isOnOwnTopic: isOwnAnswer(features, wanted, shownPassages.length),
          isAnswer: isOnTopic && denied === 0,
          parts,
        };
      })
      .sort((a, b) => b.score - a.score || byPassage(a.item.id, b.item.id));
  };

  const datesByPassage = groupBy(story.dates, (date) => date.passageId);
  const passagesByArticle = groupBy(story.passages, (passage) => passage.articleId);
  return {
    story,
    asOf,
    searched: { articles: shownArticles.length, passages: shownPassages.length },
    tokenize,
    findArticle: (id) => articles.get(id),
    findPassage: (id) => passages.get(id),
    passagesOf: (id) => passagesByArticle.get(id) ?? [],
    shownPassages: () => shownPassages,
    passagesHaving: (stems) => passageIndex.having(stems),
    passagesInOrder: passageIndex.inOrder,
    *placesOf(words) {
      for (const place of passageIndex.sideBySide(words)) yield { passage: shownPassages[place.row] as Passage, place };
    },
    tokensOf: (passage, within) => passageIndex.store.tokens(passageIndex.rangeOf(passage.id, within)),
    statements: () => shownStatements,
    speakerIds: () => [...statementsBySpeaker.keys()],
    statementsBy: (id) => statementsBySpeaker.get(id) ?? NO_STATEMENTS,
    newestFirst(a, b) {
      const places = statementPlaces();
      return (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0);
    },
    statementsIn,
    datesIn: (id) => datesByPassage.get(id) ?? [],
    // Parts of one answer read the same words again and again.
    readQuery: remembered((text: string) => buildQuery(text, vocabulary)),
    searchPassages,
    searchStatements: statementIndex.search,
    mayMatch: (query, coverage) => {
      const bound = passageIndex.bound(query);
      return (statement) => {
        const ids = passageIdsOf(statement);
        return ids.length > 1 || bound(statement.passageId) >= coverage;
      };
    },
    matchStatement: statementIndex.match,
    rateStatement: statementIndex.rate,
    matchSpan,
    rateSpan: (query, passage, span) => ranker.factors(passageIndex.asked(query), rangeOf(passage, span)),
  };
}

/**
 * What each person, office and outlet is called on a day: "Iran's top diplomat" finds "Araghchi". Not governments: "Washington" is a place, too.
 */
function namesOf({ speakers, roleOn }: Gazetteer, on: LocalDate): SameWords[] {
  return speakers
    .filter(({ kind }) => kind === 'person' || kind === 'office' || kind === 'outlet')
    .map(({ id, name, aliases }) => {
      const role = roleOn(id, on);
      return { name, words: [name, ...aliases, ...(role ? [role.title, ...role.names] : [])] };
    });
}

/** "cgtn-…#4" gives "cgtn-…". */
export function articleIdOf(id: PassageId): ArticleId {
  return id.slice(0, id.indexOf('#'));
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

const collator = new Intl.Collator('en', { numeric: true });

/** Where each item stands when the newest are first, those of one day by their ids: "a#2" before "a#10". */
function placesOf<Item extends { readonly id: string }>(
  items: readonly Item[],
  dayOf: (item: Item) => LocalDate,
): ReadonlyMap<string, number> {
  const dated = items.map((item) => ({ id: item.id, day: dayOf(item) }));
  dated.sort((a, b) => (a.day === b.day ? collator.compare(a.id, b.id) : a.day < b.day ? 1 : -1));
  return new Map(dated.map(({ id }, place) => [id, place]));
}

function lazy<Made extends object>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
