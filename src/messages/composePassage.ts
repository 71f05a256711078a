// `source <passage>`: a passage whole, who speaks in it, and what stands around it.
import type { PassageView } from '../answers/answer.ts';
import type { Passage } from '../domain.ts';
import type { Fact } from '../requests/request.ts';
import { citationOf } from './citation.ts';
import { composeFinding, composeQuote, MAX_QUOTE_CHARS } from './composeFinding.ts';
import { fitPassage } from './fit.ts';
import type { Part, Run } from './message.ts';

export function composePassage(
  { passage, article, statements, before, after }: PassageView,
  fact: Fact | null,
): Part[] {
  const own = citationOf({ article, passage });
  const plain = { statement: null, isUnread: false, besides: [], matched: [], marked: [] };
  const quote = composeQuote({ ...plain, passage }, Number.POSITIVE_INFINITY);
  const title: Run[] = [{ text: `${article.outlet} · ${own.place}`, style: 'strong' }];
  const who = statements.flatMap((finding): Part[] => {
    const { who: runs, remarks } = composeFinding(finding, undefined, fact);
    const why: Part[] =
      remarks.length === 0 ? [] : [{ kind: 'text', runs: [{ text: remarks.join(' '), style: 'faint' }] }];
    return [{ kind: 'text', runs }, ...why];
  });
  return [
    ...neighbourParts('Before', before),
    { kind: 'finding', statementId: null, isNearest: false, who: title, quote, remarks: [], citation: own, also: null },
    ...(who.length > 0 ? [{ kind: 'heading', text: 'Statements in it' } as const, ...who] : []),
    ...neighbourParts('After', after),
  ];
}

/** As many of its sentences as fit, from the side that the passage is on. */
function neighbourParts(heading: 'Before' | 'After', passage: Passage | null): Part[] {
  if (passage === null) return [];
  const nearest = heading === 'Before' ? passage.sentences.at(-1) : passage.sentences[0];
  const { start, end, isCutBefore, isCutAfter } = fitPassage(passage, nearest ? [nearest] : [], MAX_QUOTE_CHARS);
  const runs: Run[] = [
    ...(isCutBefore ? [{ text: '[…] ', style: 'faint' } as const] : []),
    { text: passage.text.slice(start, end), style: 'printed' },
    ...(isCutAfter ? [{ text: ' […]', style: 'faint' } as const] : []),
  ];
  return [
    { kind: 'heading', text: heading },
    { kind: 'text', runs },
  ];
}
