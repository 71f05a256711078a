// Held articles for tests on the wire: of invented outlets, one of them full of what a platform could take for mark-up or a mention.
import { type HeldInMemory, heldArticle, holding } from '../approval/heldInMemory.ts';

export const HOSTILE = {
  title: '**Ferries** <!channel> @everyone [x](https://evil.example)',
  outlet: '_The_ <@U1> `Courier`',
  opening: '# Ferries ~~run~~ again, <!here> <@&1> <@U2>: ||||, https://evil.example/<x>.',
  doubts: ['no *byline* <!everyone>'],
};

/** Seven, the first of them hostile; the second has an id that no button holds. */
export function heldPages(): HeldInMemory {
  const others = ['c', 'd', 'e', 'f', 'g'].map((id) => heldArticle(id));
  return holding([
    heldArticle('hostile', HOSTILE),
    heldArticle(`long-${'x'.repeat(200)}`, { title: 'Long' }),
    ...others,
  ]);
}

/** Puts everything back, between two tests. */
export function refill({ waiting, approved, refused }: HeldInMemory): void {
  waiting.splice(0, waiting.length, ...heldPages().waiting);
  approved.length = 0;
  refused.length = 0;
}
