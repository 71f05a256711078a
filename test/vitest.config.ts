import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/buildOnce.ts'],
    setupFiles: ['test/wire/guard.ts'],
    testTimeout: 20_000,
    // Tests on the wire mostly wait: while they do, others run.
    maxWorkers: 2,
  },
});
