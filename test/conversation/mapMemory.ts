// A memory that forgets with the process, for tests of what does not need a database.
import type { Context, Feedback, Memory, Shown } from '../../src/conversation/memory.ts';

export interface MapMemory extends Memory {
  readonly contexts: Map<string, Context>;
  readonly shown: Map<string, Shown>;
  readonly feedback: Feedback[];
}

export function createMapMemory(): MapMemory {
  const contexts = new Map<string, Context>();
  const shown = new Map<string, Shown>();
  const feedback: Feedback[] = [];
  const claimed = new Set<string>();
  return {
    contexts,
    shown,
    feedback,
    findContext: async (place) => contexts.get(place) ?? null,
    saveContext: async (place, context) => void contexts.set(place, context),
    findShown: async (id) => shown.get(id) ?? null,
    saveShown: async (one) => void shown.set(one.id, one),
    addFeedback: async (one) => void feedback.push(one),
    claimOnce: async (key) => {
      const isFirst = !claimed.has(key);
      claimed.add(key);
      return isFirst;
    },
  };
}
