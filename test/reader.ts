// The trained reader as it ships, loaded once for all tests of a file.
import { loadReader, WEIGHTS_FILE } from '../src/loadReader.ts';

export const reader = loadReader(WEIGHTS_FILE);
