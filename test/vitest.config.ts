import { defineConfig } from 'vitest/config';

/** Files that start programs, or keep something in their modules: each in a module world of its own. */
const APART = ['test/*.test.ts', 'test/wire/**/*.test.ts', 'test/store/**/*.test.ts', 'test/terminal/**/*.test.ts'];

const shared = { setupFiles: ['test/wire/guard.ts'], testTimeout: 20_000 };

export default defineConfig({
  test: {
    globalSetup: ['test/buildOnce.ts'],
    // Tests on the wire mostly wait: while they do, others run.
    maxWorkers: 3,
    projects: [
      { test: { ...shared, name: 'apart', include: APART } },
      // The pure parts: loaded once, which is a quarter of the time.
      {
        test: {
          ...shared,
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: [...APART, '**/node_modules/**'],
          isolate: false,
        },
      },
    ],
  },
});
