// loadReader(): the trained reader with the weights that come with the program. Beside attribution, which reads no disk.
import { readFileSync } from 'node:fs';
import { mayBeCue } from './attribution/lexicon.ts';
import { createReader, type Reader } from './attribution/reader/reader.ts';
import { parseWeights } from './attribution/reader/weights.ts';

/** Path of the weights below the program's folder. */
export const WEIGHTS_FILE = 'src/attribution/reader/weights.bin';

/** @throws Error when the file is missing or damaged: it belongs to the program, so that is a broken install. */
export function loadReader(path: string): Reader {
  return createReader(parseWeights(readFileSync(path)), mayBeCue);
}
