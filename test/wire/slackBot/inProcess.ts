// The adapter for Slack in the process of the test, over a socket: for what needs no whole program.
import { setImmediate, setTimeout } from 'node:timers/promises';
import { createConversation } from '../../../src/conversation/conversation.ts';
import { createTurns } from '../../../src/conversation/turns.ts';
import { fitsSlack } from '../../../src/slack/blocks.ts';
import { createInstallationStore, createRemovals } from '../../../src/slack/installations.ts';
import { type SlackParts, startSlack } from '../../../src/slack/start.ts';
import { openStore } from '../../../src/store/openStore.ts';
import { approvalOver } from '../../approval/heldInMemory.ts';
import { createMapMemory } from '../../conversation/mapMemory.ts';
import { messageOf, NO_LOG, recordingDigests } from '../digestPages.ts';
import type { LocalSlack } from '../slack/server.ts';

/** Every text is answered with itself. */
export async function startInProcess(slack: LocalSlack, parts: Partial<SlackParts> = {}) {
  let ids = 0;
  slack.useSocket();
  const { apiUrl, botToken, appToken } = { apiUrl: slack.url, botToken: slack.botToken, ...slack.credentials };
  const installations = createInstallationStore(await openStore('file::memory:'), { now: () => new Date() });
  return startSlack({
    conversation: createConversation({
      respond: (text) => ({ outcome: 'answered', message: messageOf(`Answer: ${text}`), context: null }),
      memory: createMapMemory(),
      fits: fitsSlack,
      now: () => new Date(),
      newId: () => {
        ids += 1;
        return `id${ids}`;
      },
      onFault: () => {},
    }),
    digests: recordingDigests().digests,
    approval: approvalOver([]),
    turns: createTurns(4, setImmediate),
    home: () => messageOf('Home'),
    prompts: () => [],
    settings: {
      ...{ apiUrl, botToken, appToken },
      ...{ signingSecret: null, oauth: null, publicUrl: null, host: '127.0.0.1', port: 0 },
    },
    installations,
    removals: createRemovals(installations),
    log: NO_LOG,
    wait: (ms, signal) => setTimeout(ms, undefined, signal ? { signal } : {}),
    signal: new AbortController().signal,
    now: Date.now,
    onEnd: () => {},
    ...parts,
  });
}
