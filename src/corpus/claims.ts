// createClaims(): an id and an address belong to one article file each: who came first, and what is wrong with the next one.
import { basename } from 'node:path';
import type { Article } from '../domain.ts';
import type { Fault } from '../errors.ts';

export interface Claims {
  /** The id that a file's name gives. */
  claimId(file: string): Fault[];
  /** The same text twice would count as two reports of it. A withdrawn one may keep the address of what replaced it. */
  claimAddress(article: Article, file: string): Fault[];
  /** What the file would be told; nothing is claimed. */
  conflictsOf(article: Article, file: string): Fault[];
}

export function createClaims(): Claims {
  const owners = new Map<string, string>();
  const addresses = new Map<string, string>();
  const idFaults = (file: string): Fault[] => {
    const owner = owners.get(idKey(file));
    if (owner === undefined) return [];
    return [{ file, field: 'id', reason: `"${basename(file, '.md')}" is also the id of ${owner}: rename one` }];
  };
  const addressFaults = ({ url, status }: Article, file: string): Fault[] => {
    const owner = status === 'withdrawn' ? undefined : addresses.get(url);
    if (owner === undefined) return [];
    const reason = `is also the address of ${owner}: keep one of them, or mark one as withdrawn`;
    return [{ file, field: 'url', reason }];
  };
  return {
    conflictsOf: (article, file) => [...idFaults(file), ...addressFaults(article, file)],
    claimId(file) {
      const faults = idFaults(file);
      if (faults.length === 0) owners.set(idKey(file), file);
      return faults;
    },
    claimAddress(article, file) {
      const faults = addressFaults(article, file);
      if (faults.length === 0 && article.status !== 'withdrawn') addresses.set(article.url, file);
      return faults;
    },
  };
}

/** Compared without case: two such files would be one on macOS and Windows. */
function idKey(file: string): string {
  return basename(file, '.md').toLowerCase();
}
