// findAcross(index, parts, claimed): where a statement that goes over several paragraphs has the words of a quotation, though no paragraph
// has them all.
import type { PassageId, Statement } from '../../domain.ts';
import { passageIdsOf } from '../../search/statementIndex.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import { isNegation, type Token } from '../../search/tokens.ts';
import type { Claim } from '../answer.ts';
import { isOutermost } from '../findings.ts';
import { isClaimedBy, type Printed, placesOf } from './printed.ts';

interface PlacedToken extends Token {
  readonly passageId: PassageId;
}

/** The passage shown is that of the first words. */
export function findAcross(index: StoryIndex, parts: readonly Token[][], claimed: Claim | null): Printed | undefined {
  const found = statementsOver(index, parts.flat()).flatMap((statement) => placesIn(index, statement, parts));
  const by = (printed: Printed): number =>
    Number(printed.omission === null) +
    Number(claimed !== null && isClaimedBy(index, printed.statement as Statement, claimed));
  const [best] = found.sort((a, b) => by(b) - by(a));
  if (!best) return undefined;
  return { ...best, isClaimed: claimed !== null && isClaimedBy(index, best.statement as Statement, claimed) };
}

/** Words that are looked up to find where to look; the longest are as a rule the rarest. Chosen by eye. */
const LOOKED_UP = 4;

/** Statements over several passages, of which one has one of the rare words. */
function statementsOver(index: StoryIndex, words: readonly Token[]): Statement[] {
  const telling = new Map(words.filter(({ isStop }) => !isStop).map((token) => [token.word, token]));
  const passages = [...telling.values()]
    .sort((a, b) => b.word.length - a.word.length)
    .slice(0, LOOKED_UP)
    .map((word) => index.passagesInOrder([word]))
    .sort((a, b) => a.length - b.length)[0];
  const statements = (passages ?? []).flatMap(({ id }) => index.statementsIn(id));
  return [...new Set(statements)].filter((one) => isOutermost(one) && passageIdsOf(one).length > 1);
}

function placesIn(index: StoryIndex, statement: Statement, parts: readonly Token[][]): Printed[] {
  const tokens = statement.content.flatMap((span) => {
    const passage = index.findPassage(span.passageId);
    return passage
      ? index.tokensOf(passage, span).map((token): PlacedToken => ({ ...token, passageId: passage.id }))
      : [];
  });
  return placesOf(parts, tokens).flatMap((place): Printed[] => {
    const passage = index.findPassage(place[0]?.passageId ?? '');
    const from = tokens.indexOf(place[0] as PlacedToken);
    const taken = new Set(place);
    const gap = tokens.slice(from, tokens.indexOf(place.at(-1) as PlacedToken)).filter((token) => !taken.has(token));
    const negation = gap.find(({ word }) => isNegation(word));
    const words = negation && index.findPassage(negation.passageId)?.text.slice(negation.start, negation.end);
    if (!passage) return [];
    return [
      {
        ...{ passage, statement, gaps: [] },
        runs: [place.filter(({ passageId }) => passageId === passage.id)],
        isClaimed: false,
        isQuoted: statement.kind === 'direct',
        omission: gap.length === 0 ? null : { negation: words ?? null, added: null, isAcrossSentences: true },
      },
    ];
  });
}
