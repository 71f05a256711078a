import { defineConfig } from 'vitest/config';

/** Files that keep something in their modules: each in a module world of its own. */
const APART = ['test/main*.test.ts', 'test/build.test.ts', 'test/store/processes.test.ts'];
const WIRE = ['test/wire/**/*.test.ts'];
const NEVER = ['**/node_modules/**'];

const guard = 'test/wire/guard.ts';
/** Tests of one file that run at once: while one waits, another runs. More would only take the cores from each other, until waits time out. */
const maxConcurrency = 2;
const shared = { setupFiles: [guard], testTimeout: 20_000, hookTimeout: 20_000, maxConcurrency };
/** Modules are loaded once for all files, which is a quarter of the time. */
const together = { ...shared, isolate: false };

export default defineConfig({
  test: {
    globalSetup: ['test/buildOnce.ts'],
    // Tests on the wire mostly wait: while they do, others run.
    maxWorkers: 2,
    projects: [
      { test: { ...together, name: 'wire', include: WIRE, setupFiles: [guard, 'test/wire/cleanUp.ts'] } },
      { test: { ...shared, name: 'apart', include: APART } },
      { test: { ...together, name: 'pure', include: ['test/**/*.test.ts'], exclude: [...APART, ...WIRE, ...NEVER] } },
    ],
  },
});
