// isWithinLimits(finding, limits): whether a finding is what a question with days, an outlet or "direct only" asks for.
import type { Answer, Finding } from './answer.ts';
import { isWithin } from './reading/days.ts';
import { hasLimits, type Limits } from './reading/limits.ts';

type Part = Omit<Answer, 'request' | 'searched'>;

/** The passage names the day, or its statement was made on it; it is printed in the outlet; what is said in it is direct. */
export function isWithinLimits({ dates, statement, article }: Finding, { days, outlet, isDirect }: Limits): boolean {
  if (outlet !== null && article.outlet !== outlet) return false;
  if (isDirect && statement?.kind !== 'direct') return false;
  if (days.length === 0 || dates.some((date) => isWithin(date, days))) return true;
  return statement?.saidOn ? isWithin(statement.saidOn, days) : false;
}

/** Where something is found within the limits, what is outside of them is not shown beside it. */
export function withoutOutside(found: Part, limits: Limits): Part {
  if (found.total === 0 || !hasLimits(limits) || found.body.kind !== 'findings') return found;
  const groups = found.body.groups.map(({ heading, findings }) => ({
    heading,
    findings: findings.filter((finding) => !finding.near || isWithinLimits(finding, limits)),
  }));
  return { ...found, body: { kind: 'findings', groups } };
}
