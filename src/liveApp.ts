// createLiveApp(corpus, parts): the app of a process that goes on while its corpus changes: every call is answered from the newest index, which
// takes the place of the one before between two calls.
import { type App, createAppOver, type Parts } from './app.ts';
import type { Corpus } from './domain.ts';
import { createStoryReader, type StoryReader } from './readStory.ts';
import { allOf } from './search/allOf.ts';
import { buildInSteps, buildStoryIndex } from './search/storyIndex.ts';

export interface LiveApp extends App {
  /** What it answers from. */
  readonly corpus: Corpus;
  /** Corrections of curators that correct nothing in it. */
  unusedCorrections(): ReturnType<StoryReader['unused']>;
  /** Another number for another corpus: what was made from the one before is out of date. */
  version(): number;
  /**
   * Answers from another corpus once this resolves, and from the one before until then; one call at a time. Articles and speakers that have
   * not changed must be the same objects: only others are read.
   *
   * @param pause is waited for between two steps of a few milliseconds, the longest 0.3 s for 20,168 passages on two busy cores, measured.
   */
  replace(corpus: Corpus, pause: () => Promise<void>): Promise<void>;
}

export function createLiveApp(corpus: Corpus, { reader, onFault, cache }: Parts): LiveApp {
  const stories = createStoryReader(reader, cache);
  const first = createAppOver(buildStoryIndex(allOf(stories.read(corpus))), onFault);
  let now = { app: first, corpus, version: 1 };
  return {
    get index() {
      return now.app.index;
    },
    get corpus() {
      return now.corpus;
    },
    unusedCorrections: stories.unused,
    version: () => now.version,
    respond: (text, options) => now.app.respond(text, options),
    complete: (what, typed, room) => now.app.complete(what, typed, room),
    home: () => now.app.home(),
    examples: (most) => now.app.examples(most),
    prepare: () => now.app.prepare(),
    warmUp: () => now.app.warmUp(),
    async replace(next, pause) {
      const steps = stories.read(next);
      let step = steps.next();
      for (; !step.done; step = steps.next()) await pause();
      await pause();
      const building = buildInSteps(step.value);
      let built = building.next();
      for (; !built.done; built = building.next()) await pause();
      const app = createAppOver(built.value, onFault);
      for (const _ of app.prepare()) await pause();
      now = { app, corpus: next, version: now.version + 1 };
    },
  };
}
