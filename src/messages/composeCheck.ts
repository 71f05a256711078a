// composeCheck(check): one checked quotation: whether it was printed as given, what is different, and whose words they are.
import type { CheckResult } from '../answers/answer.ts';
import type { Statement } from '../domain.ts';
import type { Fact } from '../requests/request.ts';
import { composeFinding } from './composeFinding.ts';
import type { Part, Run } from './message.ts';
import { shorten } from './shorten.ts';
import { quoted } from './words.ts';

/** Characters of a quotation that are repeated above its verdict: a longer one is a whole article. Chosen by eye. */
const MAX_ECHO_CHARS = 3_000;

const VERDICTS: Readonly<Record<CheckResult['verdict'], string>> = {
  verbatim: 'Verbatim: printed as given.',
  paraphrase: 'Printed as given, as the outlet’s paraphrase: not (all) within quotation marks.',
  altered: 'Altered: not printed as given.',
  'another-speaker': 'Printed as given, but said by somebody else.',
  'not-a-statement': 'Printed as given, but nobody is named as saying it.',
  'too-short': 'Too short to tell whose words these are: give more of the quotation.',
  'not-found': 'Not found.',
};

/** The quotation, the verdict in words, the differences, and where it is printed; `notes`: its own, in words. */
export function composeCheck(check: CheckResult, notes: readonly string[], fact: Fact | null): Part[] {
  const parts: Part[] = [
    { kind: 'heading', text: quoted(echoOf(check.quotation)) },
    {
      kind: 'text',
      runs: [
        { text: VERDICTS[check.verdict], style: 'strong' },
        ...omissionRuns(check),
        ...apartRun(check),
        ...claimRun(check),
        ...notes.map((text): Run => ({ text: ` ${text}`, style: 'plain' })),
      ],
    },
  ];
  if (check.differences.length > 0) parts.push({ kind: 'text', runs: differenceRuns(check) });
  if (check.finding) parts.push(composeFinding(check.finding, undefined, fact));
  if (check.nearest) {
    parts.push({ kind: 'text', runs: [{ text: NEAREST, style: 'plain' }] });
    parts.push(composeFinding(check.nearest, undefined, fact));
  }
  return parts;
}

const NEAREST = 'Nearest in the corpus, and too different to be the same:';

/** Whole: what a verdict is about must be seen. */
function echoOf(quotation: string): string {
  return quotation.length <= MAX_ECHO_CHARS ? quotation : shorten(quotation, MAX_ECHO_CHARS);
}

function omissionRuns({ omission }: CheckResult): Run[] {
  if (!omission) return [];
  const { negation, added, isAcrossSentences } = omission;
  const left = negation === null ? '' : ` Left out: ${quoted(negation)}, which turns the meaning round.`;
  const put = added === null ? '' : ` Put in: ${quoted(added)}, which turns the meaning round.`;
  const joined = isAcrossSentences ? ' It joins words of different sentences.' : '';
  return [{ text: `${left}${put}${joined}`, style: 'plain' }];
}

function apartRun({ apart }: CheckResult): Run[] {
  return apart.length === 0
    ? []
    : [{ text: ` Its sentences are printed apart: in ${apart.join(', ')}.`, style: 'plain' }];
}

function claimRun({ claimed, isClaimed, finding }: CheckResult): Run[] {
  if (!claimed || !finding || isClaimed) return [];
  if (claimed.outlet !== null)
    return [{ text: ` Ascribed to ${claimed.name}; printed in ${finding.article.outlet}.`, style: 'plain' }];
  const printed = finding.statement ? fromWhom(finding.statement) : 'the article names nobody';
  return [{ text: ` Ascribed to ${claimed.name}; ${printed}.`, style: 'plain' }];
}

function fromWhom({ speaker: { name, isNamed, resolvedBy } }: Statement): string {
  if (isNamed) return `the article has it from ${name}`;
  if (resolvedBy === null && /^(?:he|she|they|it)$/iu.test(name))
    return `the article leaves open whom ${quoted(name)} means`;
  // "A spokesman" begins a sentence there.
  return `the article has it from ${name.replace(/^(?:An?|The|Two|Three|Some|Several|One)(?=\s)/u, (word) => word.toLowerCase())}`;
}

function differenceRuns({ differences }: CheckResult): Run[] {
  const styles = { same: 'plain', printed: 'left-out', given: 'put-in' } as const;
  return differences.flatMap(({ kind, words }, position): Run[] => [
    ...(position === 0
      ? [{ text: 'Differences: ', style: 'faint' } as const]
      : [{ text: ' ', style: 'plain' } as const]),
    { text: words, style: styles[kind] },
  ]);
}
