// settle(files): which version of each article file counts where some are broken or want what another one has.
import type { Article } from '../domain.ts';
import type { Fault } from '../errors.ts';
import { createClaims } from './claims.ts';
import { faultsOfSameText } from './sameTextAs.ts';

export interface ReadFile {
  readonly file: string;
  /** What stands in it; null: it is broken. */
  readonly found: Article | null;
  /** Its last good version; null: it never had one. */
  readonly good: Article | null;
}

export interface Settled {
  /** What counts, by file. */
  readonly articles: ReadonlyMap<string, Article>;
  /** Ids and addresses that are somebody else's; texts that are said to be that of nobody. */
  readonly faults: readonly Fault[];
}

/**
 * Who has an id or address keeps it: the file that wants it, too, is told, and its own last good version stays. So it does where a new version names
 * another article for its text that is not there. When the article that it names goes, an article stays as it is, and its file is told.
 */
export function settle(files: readonly ReadFile[]): Settled {
  const refused = new Map<string, readonly Fault[]>();
  const stays = ({ file, found, good }: ReadFile): boolean => found === null || found === good || refused.has(file);
  for (;;) {
    const claims = createClaims();
    const articles = new Map<string, Article>();
    const newcomers: ReadFile[] = [];
    const take = (file: string, article: Article): readonly Fault[] => {
      const faults = claims.conflictsOf(article, file);
      if (faults.length > 0) return faults;
      claims.claimId(file);
      claims.claimAddress(article, file);
      articles.set(file, article);
      return [];
    };
    for (const one of files) {
      if (!stays(one)) newcomers.push(one);
      else if (one.good !== null) {
        const faults = take(one.file, one.good);
        if (faults.length > 0 && !refused.has(one.file)) refused.set(one.file, faults);
      }
    }
    const before = refused.size;
    for (const { file, found } of newcomers) {
      const faults = found === null ? [] : take(file, found);
      if (faults.length > 0) refused.set(file, faults);
    }
    const byId = new Map([...articles.values()].map((article) => [article.id, article]));
    const astray = new Map(
      [...articles].map(([file, article]) => [file, faultsOfSameText(article, file, (id) => byId.get(id))]),
    );
    for (const { file, found, good } of newcomers) {
      const faults = astray.get(file) ?? [];
      if (faults.length > 0 && found?.sameTextAs !== good?.sameTextAs) refused.set(file, faults);
    }
    // What was refused has its last good version again, which another newcomer may have been given.
    if (refused.size === before) {
      const told = [...astray].flatMap(([file, faults]) => (refused.has(file) ? [] : faults));
      return { articles, faults: [...[...refused.values()].flat(), ...told] };
    }
  }
}
