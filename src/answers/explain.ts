// explainScore(finding): what each factor gave of a finding's score, for those who want to know why one passage stands before another.
import { partsOf } from '../search/passageScore.ts';
import { partsOfScore } from '../search/rank.ts';
import type { Finding } from './answer.ts';

export interface ScorePart {
  readonly factor: string;
  /** May be negative. All of a finding's together are its score. */
  readonly gives: number;
}

/** Most first, those that give nothing left out; empty where nothing was compared. */
export function explainScore({ grounds }: Finding): ScorePart[] {
  return partsOfGrounds(grounds)
    .filter(({ gives }) => gives !== 0)
    .sort((a, b) => b.gives - a.gives);
}

function partsOfGrounds(grounds: Finding['grounds']): ScorePart[] {
  switch (grounds?.kind) {
    case undefined:
      return [];
    case 'topic':
      return [{ factor: 'coverage', gives: grounds.coverage }];
    case 'statement':
      return Object.entries(partsOfScore(grounds.factors)).map(([factor, gives]) => ({ factor, gives }));
    case 'passage': {
      const { features, wanted, denied, phrase } = grounds.parts;
      return [
        ...partsOf(features, wanted).map(({ feature, gives }) => ({ factor: feature, gives })),
        { factor: 'quoted words', gives: phrase },
        { factor: 'denied words', gives: denied },
        { factor: 'day or place asked for', gives: grounds.bonus },
      ];
    }
  }
}
