// createCuration(dir): articles that wait for a curator, over files. For now none is ever held.
import type { Curation } from './curation.ts';

/** @param _dir the folder of the corpus */
export function createCuration(_dir: string): Curation {
  return { held: async () => [], approve: async () => null, refuse: async () => null };
}
