// findApart(index, quotation, claimed): a quotation whose sentences are printed, but not together: each in another place, or only some.
import type { StoryIndex } from '../../search/storyIndex.ts';
import type { CheckResult, Claim, Difference } from '../answer.ts';
import { findingOf, passageFinding } from '../findings.ts';
import { findPrinted, type Printed, spanOf } from './printed.ts';
import { partsOf, sentencesOf } from './quotationParts.ts';
import { isTooShort } from './tooShort.ts';

/** 'all': every sentence is printed, in at least two passages. 'some': at least one is. */
export function findApart(
  index: StoryIndex,
  quotation: string,
  { claimed, which }: { readonly claimed: Claim | null; readonly which: 'all' | 'some' },
): Omit<CheckResult, 'quotation' | 'claimed' | 'nearest' | 'notes'> | undefined {
  const sentences = sentencesOf(quotation).slice(0, MOST_SENTENCES);
  if (sentences.length < 2) return undefined;
  const found = sentences.map((words) => ({ words, printed: printedSentence(index, words, claimed) }));
  const printed = found.flatMap((one) => (one.printed ? [one.printed] : []));
  const passages = [...new Set(printed.map(({ passage }) => passage.id))];
  const [longest] = [...printed].sort((a, b) => b.runs.flat().length - a.runs.flat().length);
  const isTelling = (longest?.runs.flat().length ?? 0) >= LEAST_WORDS;
  if (!longest || !isTelling || (which === 'all' && (printed.length < sentences.length || passages.length < 2)))
    return undefined;
  const options = { passageId: longest.passage.id, matched: longest.runs.map(spanOf), score: 1 };
  return {
    verdict: 'altered',
    isClaimed: longest.isClaimed,
    finding: longest.statement
      ? findingOf(index, longest.statement, options)
      : passageFinding(index, longest.passage, options),
    differences:
      which === 'all'
        ? []
        : found.map(({ words, printed }): Difference => ({ kind: printed ? 'same' : 'given', words })),
    omission: null,
    apart: passages.length > 1 ? passages : [],
  };
}

/** Of the longest sentence that is printed: shorter ones are printed by chance. Chosen by eye. */
const LEAST_WORDS = 5;
/** More are no quotation. Chosen by eye. */
const MOST_SENTENCES = 20;

function printedSentence(index: StoryIndex, words: string, claimed: Claim | null): Printed | undefined {
  const parts = partsOf(index, words);
  return parts.length === 0 || isTooShort(index, parts) ? undefined : findPrinted(index, parts, claimed);
}
