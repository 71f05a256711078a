// faultsOfSameText(article, file, articles): an article that names another as having its text must name one of the corpus that names none itself, so
// that all copies of a text name the same one. A withdrawn one may be named: what another outlet printed stands until that outlet takes it back.
import type { Article, ArticleId } from '../domain.ts';
import type { Fault } from '../errors.ts';

/** `find`: an article of the corpus; null: its file is there but broken, so that nothing can be told of it. */
export function faultsOfSameText(
  { id, sameTextAs }: Article,
  file: string,
  find: (id: ArticleId) => Article | null | undefined,
): Fault[] {
  if (sameTextAs === null) return [];
  const fault = (reason: string): Fault[] => [{ file, field: 'sameTextAs', reason }];
  if (sameTextAs === id) return fault('names the article itself: name the one that was there first, or leave it out');
  const other = find(sameTextAs);
  if (other === null) return [];
  const named = JSON.stringify(sameTextAs);
  if (other === undefined) {
    return fault(`${named} is no article of the corpus: give the name of its file without .md, or leave it out`);
  }
  if (other.sameTextAs === null) return [];
  const first = JSON.stringify(other.sameTextAs);
  return other.sameTextAs === id
    ? fault(`${named} names this article, too: leave it out of the one that was there first`)
    : fault(`${named} has the text of ${first} itself: name ${first} here, too`);
}
