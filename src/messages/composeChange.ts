// composeChange(change): what an outlet did to an article: that it was corrected, withdrawn, changed or is there again, and which printed words
// went and came, paragraph by paragraph; and whose words a curator has corrected. Of a withdrawn article no words are shown.
import type { ArticleChangeDetail, ParagraphChange } from '../answers/articleChanges.ts';
import type { CuratedSpeaker } from '../answers/attributions.ts';
import type { Part, Run } from './message.ts';
import { formatDay, quoted } from './words.ts';

const VERBS: Readonly<Record<Exclude<ArticleChangeDetail['kind'], 'curated'>, string>> = {
  corrected: 'has corrected',
  withdrawn: 'has withdrawn',
  changed: 'has changed',
  restored: 'has put back',
};

const WHAT_FOLLOWS: Readonly<Record<ArticleChangeDetail['kind'], string>> = {
  corrected: '',
  withdrawn: ' It is quoted here no more; take what was quoted from it as taken back.',
  changed: ' It does not say that this is a correction.',
  restored: ' It had been withdrawn; it is quoted here again.',
  curated: ' What it printed is as it was.',
};

export function composeChange(detail: ArticleChangeDetail): Part[] {
  const { kind, outlet, title, titleBefore, publishedOn, url, note, paragraphs, curated = [] } = detail;
  const head: Run[] = [
    { text: kind === 'curated' ? 'Corrected here: who said what' : `${outlet} ${VERBS[kind]}`, style: 'strong' },
    {
      text: `${kind === 'curated' ? ` in ${outlet},` : ''} ${quoted(title)}, ${formatDay(publishedOn)}.${WHAT_FOLLOWS[kind]} `,
      style: 'plain',
    },
    { text: url, style: 'faint' },
  ];
  const remark: Part[] =
    note === null
      ? []
      : [{ kind: 'text', runs: [{ text: `Remark of whoever looks after the corpus: ${note}`, style: 'faint' }] }];
  const titleRuns: Part[] =
    titleBefore === null ? [] : [{ kind: 'text', runs: wordRuns('Title', [{ gone: titleBefore, new: title }]) }];
  return [
    { kind: 'text', runs: head },
    ...remark,
    ...titleRuns,
    ...paragraphs.map((paragraph): Part => ({ kind: 'text', runs: paragraphRuns(paragraph) })),
    ...curated.map((one): Part => ({ kind: 'text', runs: curatedRuns(one) })),
  ];
}

/** "¶ 4: “two ships wait” was given as Teo Varga's; a curator corrected it to Lena Moss's (she signs the letter)." */
function curatedRuns({ kind, number, words, before, after, reason }: CuratedSpeaker): Run[] {
  const whose = (name: string | null): string => (name === null ? 'nobody’s' : `${name}’s`);
  const why = reason === null ? '' : ` (${reason})`;
  const text = ` was given as ${whose(before)}; a curator corrected it to ${whose(after)}${why}.`;
  return [{ text: `${placeWords({ kind, number })}: `, style: 'plain' }, ...printed(words), { text, style: 'plain' }];
}

function placeWords({ kind, number }: Pick<ParagraphChange, 'kind' | 'number'>): string {
  return kind === 'caption' ? `Caption ${number}` : `¶ ${number}`;
}

function paragraphRuns({ kind, number, before, after, words }: ParagraphChange): Run[] {
  const place = placeWords({ kind, number });
  if (before === null) return [{ text: `${place}, new: `, style: 'plain' }, ...printed(after ?? '')];
  if (after === null) return [{ text: `${place} of before, gone: `, style: 'plain' }, ...printed(before)];
  return wordRuns(place, words);
}

/** "¶ 4: before “two ships wait”, now “three ships wait”; …". */
function wordRuns(place: string, words: ParagraphChange['words']): Run[] {
  return words.flatMap((change, at): Run[] => [
    { text: at === 0 ? `${place}: ` : '; ', style: 'plain' },
    ...(change.gone === '' ? [] : [{ text: 'before ', style: 'plain' } as const, ...printed(change.gone)]),
    ...(change.gone === '' || change.new === '' ? [] : [{ text: ', ', style: 'plain' } as const]),
    ...(change.new === '' ? [] : [{ text: 'now ', style: 'plain' } as const, ...printed(change.new)]),
  ]);
}

function printed(words: string): Run[] {
  return [
    { text: '“', style: 'plain' },
    { text: words, style: 'printed' },
    { text: '”', style: 'plain' },
  ];
}
