// Fails the test in which a local platform saw something wrong, and ends what a file of tests has started. Run before each file, which may
// share its modules with others.
import { afterAll, afterEach } from 'vitest';
import { endStarted } from './program.ts';
import { checkWatched, endWatched } from './watch.ts';

afterEach(checkWatched);

afterAll(async () => {
  endStarted();
  await endWatched();
});
