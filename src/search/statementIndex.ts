// createStatementIndex(parts): which statements say a question's words. They are looked for in the passages that have most of the question,
// and held against it by their content alone: the words around a statement must never make it match.
import type { PassageId, PassageSpan, Statement } from '../domain.ts';
import { COVERED } from './candidates.ts';
import { type Hit, hitOf, type PlacedMatch } from './hit.ts';
import type { PassageIndex } from './passageIndex.ts';
import type { Query } from './query.ts';
import { type Factors, scoreOf } from './rank.ts';
import type { Range } from './tokenStore.ts';

export interface StatementIndex {
  /**
   * Best first; equal scores as `compare` has their passages. Those that may match, and with 'nearest' the best of those that only have some of the
   * words.
   */
  search(query: Query, reach?: 'matches' | 'nearest'): Hit<Statement>[];
  /** How well one statement's content answers a query; with 'setting', also whom it was said to and where. */
  match(query: Query, statement: Statement, scope?: 'content' | 'setting'): PlacedMatch;
  /** The same without the words' places: quicker. */
  rate(query: Query, statement: Statement): Factors;
}

/** What the index is made of. */
export interface StatementParts {
  readonly passageIndex: PassageIndex;
  /** Those whose content or cue stands in a passage. */
  readonly statementsIn: (id: PassageId) => readonly Statement[];
  readonly compare: (a: PassageId, b: PassageId) => number;
}

/** Statements with less of the question than that, of which the best are given: nearest ones. Chosen by eye. */
const MOST_OTHERS = 20;

export function createStatementIndex({ passageIndex, statementsIn, compare }: StatementParts): StatementIndex {
  const { ranker } = passageIndex;
  const rangesOf = (spans: readonly PassageSpan[]): Range[] =>
    spans.map((span) => passageIndex.rangeOf(span.passageId, span));

  const match: StatementIndex['match'] = (query, statement, scope = 'content') => {
    const asked = passageIndex.asked(query);
    const spans = scope === 'content' ? statement.content : [...statement.content, ...settingOf(statement)];
    const ids = passageIdsOf(statement);
    const { factors, matched, opposed } = ranker.match(asked, rangesOf(spans));
    if (ids.length === 1) return { factors, matched, opposed, passageId: statement.passageId };
    const [best] = ids
      .map((passageId) => {
        const own = ranker.match(asked, rangesOf(spans.filter((span) => span.passageId === passageId)));
        return { passageId, own };
      })
      .sort((a, b) => b.own.factors.phrase - a.own.factors.phrase || b.own.factors.coverage - a.own.factors.coverage);
    const passageId = best?.passageId ?? statement.passageId;
    return { factors, matched: best?.own.matched ?? [], opposed, passageId };
  };
  const rate = (query: Query, statement: Statement): Factors =>
    ranker.factors(passageIndex.asked(query), rangesOf(statement.content));

  return {
    match,
    rate,
    search(query, reach = 'nearest') {
      const inThem = new Set(passageIndex.covering(query, reach === 'nearest').flatMap(({ id }) => statementsIn(id)));
      const rated = [...inThem].flatMap((item) => {
        const factors = rate(query, item);
        return factors.coverage === 0 ? [] : [{ item, factors, score: scoreOf(factors) }];
      });
      rated.sort((a, b) => b.score - a.score || compare(a.item.passageId, b.item.passageId));
      let others = 0;
      return rated.flatMap(({ item, factors, score }) => {
        if (factors.coverage < COVERED && factors.phrase === 0) others += 1;
        return others > (reach === 'nearest' ? MOST_OTHERS : 0) ? [] : [hitOf(item, match(query, item), score)];
      });
    },
  };
}

/** The passage of its cue first, then those that its content goes on in, or began in. */
export function passageIdsOf({ passageId, content }: Statement): PassageId[] {
  const [only] = content;
  // Nearly always.
  if (content.length === 1 && only?.passageId === passageId) return [passageId];
  return [...new Set([passageId, ...content.map((span) => span.passageId)])];
}

function settingOf({ addressee, venue }: Statement): PassageSpan[] {
  return [addressee, venue].filter((span) => span !== null);
}
