// withPlacesOf(index, check): the statement that a check found, with the other articles that carry it: what two outlets print is said once.
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { CheckResult, Finding } from '../answer.ts';
import { hitFinding, isOutermost } from '../findings.ts';
import { withOthers } from '../same/alsoIn.ts';
import { groupSame } from '../same/sameStatement.ts';

/** Statements with the quotation's words that are looked at; the same in more articles is told as well by these. Chosen by eye. */
const MOST_LOOKED_AT = 40;

/**
 * Of several the earliest printed is shown that has the words as the one found has them, with those printed later; an outlet that was
 * named stays first.
 */
export function withPlacesOf<Result extends Pick<CheckResult, 'quotation' | 'finding' | 'claimed'>>(
  index: StoryIndex,
  check: Result,
): Result {
  const { finding, quotation, claimed } = check;
  if (!finding?.statement) return check;
  const others = index
    .searchStatements(index.readQuery(quotation), 'matches')
    .filter(({ item }) => isOutermost(item) && item.id !== finding.statement?.id)
    .slice(0, MOST_LOOKED_AT)
    .map((hit) => hitFinding(index, hit));
  const same = groupSame(index, [finding, ...others]).find((group) => group.includes(finding)) ?? [finding];
  const isAlike = (one: Finding): boolean => one.statement?.kind === finding.statement?.kind;
  const first = (claimed?.outlet ?? null) === null ? (same.find(isAlike) ?? finding) : finding;
  const later = same.filter((one) => one !== first && one.article.publishedOn >= first.article.publishedOn);
  return { ...check, finding: withOthers(index, first, later) };
}
