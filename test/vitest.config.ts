import { defineConfig } from 'vitest/config';

/** Files that keep something in their modules: each in a module world of its own. */
const APART = ['test/*.test.ts', 'test/store/**/*.test.ts', 'test/terminal/**/*.test.ts'];
const WIRE = ['test/wire/**/*.test.ts'];
/** Files that measure how long people wait: by themselves, before all others. */
const TIMED = ['test/wire/discordBot/extremes.test.ts', 'test/wire/slackBot/requests.test.ts'];
const NEVER = ['**/node_modules/**'];

const guard = 'test/wire/guard.ts';
const shared = { setupFiles: [guard], testTimeout: 20_000 };
/** Modules are loaded once for all files, which is a quarter of the time. */
const together = { ...shared, isolate: false };

const onWire = { ...together, setupFiles: [guard, 'test/wire/cleanUp.ts'] };
const first = { maxWorkers: 1, sequence: { groupOrder: 0 } };
/** Tests on the wire mostly wait: while they do, others run. */
const then = { maxWorkers: 3, sequence: { groupOrder: 1 } };

export default defineConfig({
  test: {
    globalSetup: ['test/buildOnce.ts'],
    projects: [
      { test: { ...onWire, ...first, name: 'timed', include: TIMED } },
      { test: { ...onWire, ...then, name: 'wire', include: WIRE, exclude: [...TIMED, ...NEVER] } },
      { test: { ...shared, ...then, name: 'apart', include: APART } },
      {
        test: {
          ...together,
          ...then,
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: [...APART, ...WIRE, ...NEVER],
        },
      },
    ],
  },
});
