// Articles that wait, in memory alone: a Curation for tests of what is built on one.
import { type Approval, createApproval } from '../../src/approval/approval.ts';
import type { CommunityName } from '../../src/config.ts';
import type { Curation, HeldArticle } from '../../src/corpus/curation.ts';

/** @example heldArticle('courier-ferries', { doubts: ['no byline'] }) */
export function heldArticle(id: string, given: Partial<HeldArticle> = {}): HeldArticle {
  return {
    id,
    title: `Title of ${id}`,
    outlet: 'The Orlan Courier',
    url: `https://courier.example/${id}`,
    publishedOn: '2026-02-12',
    language: 'en',
    opening: `The ferries of ${id} run again. Mara Varga said so.`,
    paragraphs: 12,
    sameTextAs: null,
    doubts: [],
    ...given,
  };
}

export interface HeldInMemory extends Curation {
  /** What waits, in the order in which it is told. */
  readonly waiting: HeldArticle[];
  readonly approved: string[];
  readonly refused: string[];
  /** Thrown by the next call of that name. */
  readonly faults: Partial<Record<keyof Curation, Error>>;
}

export function holding(articles: readonly HeldArticle[]): HeldInMemory {
  const waiting = [...articles];
  const faults: HeldInMemory['faults'] = {};
  const [approved, refused]: [string[], string[]] = [[], []];
  const fail = (name: keyof Curation): void => {
    const fault = faults[name];
    delete faults[name];
    if (fault) throw fault;
  };
  const taken = (id: string, to: string[]): HeldArticle | null => {
    const at = waiting.findIndex((one) => one.id === id);
    const [article = null] = at < 0 ? [] : waiting.splice(at, 1);
    if (article) to.push(id);
    return article;
  };
  return {
    ...{ waiting, approved, refused, faults },
    held: async () => {
      fail('held');
      return [...waiting];
    },
    approve: async (id) => {
      fail('approve');
      return taken(id, approved);
    },
    refuse: async (id) => {
      fail('refuse');
      return taken(id, refused);
    },
  };
}

/** In a bot that logs nothing. */
export function approvalOver(articles: readonly HeldArticle[], curatedFrom: readonly CommunityName[] = []): Approval {
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  return createApproval({ curation: holding(articles), curatedFrom, log });
}
