// buttonsOf(message, part): what can be done with a part of an answer.
import type { FindingPart, Message } from '../messages/message.ts';
import { contextAction, formatAction, type ShownPart } from './actions.ts';
import type { Button, Said } from './conversation.ts';

export function findingsIn({ parts }: Message): FindingPart[] {
  return parts.filter((part) => part.kind === 'finding');
}

/** Contexts that have a button of their own. Chosen by eye: a row of Discord holds five. */
const MOST_CONTEXTS = 5;

export function buttonsOf(
  message: Message,
  part: ShownPart,
  { screens, isPrivate, context }: Pick<Said, 'isPrivate' | 'context'> & { readonly screens: number },
): Button[] {
  const findings = findingsIn(message);
  const { range } = message;
  const next = nextPart(part, screens, range !== null && range.to < range.total);
  const more: Button[] = next
    ? [{ kind: 'more', label: moreLabel(message, next, part), action: formatAction({ kind: 'more', ...next }) }]
    : [];
  const share: Button[] = isPrivate
    ? [{ kind: 'share', label: 'Share to channel', action: formatAction({ kind: 'share', ...part }) }]
    : [];
  const wrong: Button[] =
    findings.length > 0 ? [{ kind: 'wrong', label: 'Wrong?', action: formatAction({ kind: 'wrong', ...part }) }] : [];
  // A passage that was asked for by its name has its neighbours beside it.
  const contexts = /^(?:[a-z ]+: )?source /u.test(context?.request ?? '') ? [] : contextsOf(findings, part);
  return [...more, ...share, ...wrong, ...contexts];
}

/** One for each passage, by where it stands: "Context ¶ 4". */
function contextsOf(findings: readonly FindingPart[], part: ShownPart): Button[] {
  const passages = findings.map(({ citation }, at) => ({ citation, finding: at + 1 }));
  const distinct = passages.filter(
    ({ citation }, at) => passages.findIndex((one) => one.citation.passageId === citation.passageId) === at,
  );
  return distinct
    .slice(0, MOST_CONTEXTS)
    .map(({ citation: { passageId, place, outlet }, finding }, at, all): Button => {
      const isAmbiguous = all.some(({ citation }, other) => other !== at && citation.place === place);
      const label = all.length === 1 ? 'Context' : `Context ${isAmbiguous ? `${outlet} ` : ''}${place}`;
      return { kind: 'context', label, action: contextAction(passageId, part, finding) };
    });
}

function nextPart({ shown, page, screen }: ShownPart, screens: number, hasNextPage: boolean): ShownPart | null {
  if (screen < screens) return { shown, page, screen: screen + 1 };
  return hasNextPage ? { shown, page: page + 1, screen: 1 } : null;
}

/** "More (6 to 10 of 12)". */
function moreLabel({ range }: Message, next: ShownPart, { page }: ShownPart): string {
  if (range === null || next.page === page) return 'More';
  const perPage = range.to - range.from + 1;
  return `More (${range.to + 1} to ${Math.min(range.total, range.to + perPage)} of ${range.total})`;
}
