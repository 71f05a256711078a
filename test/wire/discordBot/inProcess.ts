// The adapter for Discord in the process of the test: for what needs no whole program.
import { setImmediate, setTimeout } from 'node:timers/promises';
import { createConversation } from '../../../src/conversation/conversation.ts';
import { createTurns } from '../../../src/conversation/turns.ts';
import { fitsDiscord } from '../../../src/discord/embeds.ts';
import { type DiscordParts, startDiscord } from '../../../src/discord/start.ts';
import { approvalOver } from '../../approval/heldInMemory.ts';
import { createMapMemory } from '../../conversation/mapMemory.ts';
import { messageOf, NO_LOG, recordingDigests } from '../digestPages.ts';
import type { LocalDiscord } from '../discord/server.ts';

/** Every text is answered with itself. */
export function startInProcess(discord: LocalDiscord, parts: Partial<DiscordParts> = {}) {
  let ids = 0;
  return startDiscord({
    conversation: createConversation({
      respond: (text) => ({ outcome: 'answered', message: messageOf(`Answer: ${text}`), context: null }),
      memory: createMapMemory(),
      fits: fitsDiscord,
      now: () => new Date(),
      newId: () => {
        ids += 1;
        return `id${ids}`;
      },
      onFault: () => {},
    }),
    complete: () => [],
    digests: recordingDigests().digests,
    approval: approvalOver([]),
    chartPng: () => new Uint8Array([1]),
    isSlow: () => false,
    turns: createTurns(4, setImmediate),
    settings: { token: discord.token, apiUrl: discord.url, guildId: null, shards: null },
    log: NO_LOG,
    wait: (ms, signal) => setTimeout(ms, undefined, signal ? { signal } : {}),
    signal: new AbortController().signal,
    onEnd: () => {},
    ...parts,
  });
}
