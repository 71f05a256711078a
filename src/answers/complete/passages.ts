// passageOffers(index): passages by id, number, outlet, title and words, those of the newest article first.
import type { Passage } from '../../domain.ts';
import type { StoryIndex } from '../../search/storyIndex.ts';
import { createTokenizer } from '../../search/tokens.ts';
import type { Choice, Offers } from './choices.ts';
import { buildLookUp, type LookUp, type RowWords } from './lookUp.ts';
import { inSlices } from './slices.ts';

const tokenize = createTokenizer([]);
const wordsOf = (text: string): string[] => tokenize(text).map(({ word }) => word);

export function passageOffers(index: StoryIndex): Offers {
  const made = inSlices(() => build(index));
  return {
    steps: () => made.steps(),
    *offer(typed, { choices }): Generator<Choice> {
      const { passages, lookUp } = made.get();
      for (const row of lookUp.find(wordsOf(typed), choices * 2)) {
        const passage = passages[row] as Passage;
        const { outlet = '', title = '' } = index.findArticle(passage.articleId) ?? {};
        const place = passage.kind === 'caption' ? `caption ${passage.number}` : `¶ ${passage.number}`;
        yield { value: passage.id, label: `${place} · ${outlet} · ${title}` };
      }
    },
  };
}

function* build(index: StoryIndex): Generator<void, { passages: readonly Passage[]; lookUp: LookUp }> {
  const articles = index.story.articles
    .filter(({ status }) => status !== 'withdrawn')
    .sort((a, b) =>
      a.publishedOn === b.publishedOn ? (a.id < b.id ? -1 : 1) : a.publishedOn < b.publishedOn ? 1 : -1,
    );
  const passages = articles.flatMap(({ id }) => index.passagesOf(id));
  yield;
  return { passages, lookUp: yield* buildLookUp(rowsOf(index, passages)) };
}

function* rowsOf(index: StoryIndex, passages: readonly Passage[]): Generator<RowWords> {
  for (const passage of passages) {
    const { outlet = '', title = '' } = index.findArticle(passage.articleId) ?? {};
    const place = passage.id.slice(passage.articleId.length + 1);
    const own = index.tokensOf(passage).map(({ word }) => word);
    const names = passage.kind === 'caption' ? [`caption ${passage.number}`, place] : [place];
    yield [...names.map(wordsOf), wordsOf(passage.id), wordsOf(outlet), wordsOf(title), own];
  }
}
