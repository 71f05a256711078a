// A statement within what somebody else is said to have said: "According to X, [Y said …]", "X said [Y had told him …]". The outer one
// carries the inner one, which came through it. Leaves alone: two statements side by side.
import type { PassageSpan, Statement } from '../../domain.ts';

/** How many statements before and behind one are looked at; those of one sentence stand together. */
const NEAR = 8;

/** The same statements in the same order; of several that hold one, the nearest carries it. */
export function linkCarried(statements: readonly Statement[]): Statement[] {
  const linked = new Map<string, Statement>();
  const carrierOf = (inner: Statement): Statement | undefined => {
    if (inner.carriedBy !== null || inner.source === null) return undefined;
    const at = statements.indexOf(inner);
    const near = statements.slice(Math.max(0, at - NEAR), at + NEAR);
    const holders = near.filter((outer) => outer !== inner && outer.carriedBy === null && holds(outer, inner));
    return holders.sort((a, b) => lengthOf(a) - lengthOf(b))[0];
  };
  const link = (statement: Statement): Statement => {
    const known = linked.get(statement.id);
    if (known) return known;
    linked.set(statement.id, statement);
    const carrier = carrierOf(statement);
    const outer = carrier && link(carrier);
    const own =
      outer?.source == null
        ? statement
        : {
            ...statement,
            carriedBy: outer.id,
            via: [
              ...outer.via,
              { name: outer.speaker.name, speakerId: outer.speaker.speakerId, words: outer.source },
              ...statement.via,
            ],
          };
    linked.set(statement.id, own);
    return own;
  };
  return statements.map(link);
}

/** Source, cue and all content of `inner` lie within one part of what `outer` said, and are not all of it. */
function holds(outer: Statement, inner: Statement): boolean {
  const parts = [inner.source, inner.cue, ...inner.content].filter((part): part is PassageSpan => part !== null);
  return outer.content.some((span) =>
    parts.every((part) => part.passageId === span.passageId && span.start <= part.start && part.end <= span.end),
  );
}

function lengthOf({ content }: Statement): number {
  return content.reduce((sum, { start, end }) => sum + end - start, 0);
}
