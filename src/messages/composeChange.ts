// composeChange(change): what an outlet did to an article: that it was corrected, withdrawn, changed or is there again, and which printed words
// went and came, paragraph by paragraph. Of a withdrawn article no words are shown.
import type { ArticleChangeDetail, ParagraphChange } from '../answers/articleChanges.ts';
import type { Part, Run } from './message.ts';
import { formatDay, quoted } from './words.ts';

const VERBS: Readonly<Record<ArticleChangeDetail['kind'], string>> = {
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
};

export function composeChange(detail: ArticleChangeDetail): Part[] {
  const { kind, outlet, title, titleBefore, publishedOn, url, note, paragraphs } = detail;
  const head: Run[] = [
    { text: `${outlet} ${VERBS[kind]}`, style: 'strong' },
    { text: ` ${quoted(title)}, ${formatDay(publishedOn)}.${WHAT_FOLLOWS[kind]} `, style: 'plain' },
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
  ];
}

function paragraphRuns({ kind, number, before, after, words }: ParagraphChange): Run[] {
  const place = kind === 'caption' ? `Caption ${number}` : `¶ ${number}`;
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
