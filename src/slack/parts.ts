// What the listeners of this adapter share.
import type { Approval } from '../approval/approval.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { Turns } from '../conversation/turns.ts';
import type { Message } from '../messages/message.ts';
import type { Log } from '../platform/log.ts';
import type { Digests } from '../schedule/digests.ts';

export interface Prompt {
  readonly title: string;
  readonly message: string;
}

export interface ListenParts {
  readonly conversation: Conversation;
  readonly digests: Pick<Digests, 'command'>;
  readonly approval: Pick<Approval, 'command' | 'press'>;
  readonly log: Log;
  readonly turns: Turns;
  /** True once the process is being stopped: what comes now is answered with "ask again". */
  readonly isStopping: () => boolean;
  /** Work that is to be ended before the process does. */
  readonly track: (work: Promise<void>) => Promise<void>;
  /** What the Home tab shows. */
  readonly home: () => Message;
  /** Questions that the corpus answers, at most four. */
  readonly prompts: () => readonly Prompt[];
  /** An event that says that somebody removed the app, or took back its tokens. */
  readonly onRemoved: (event: RemovedEvent) => Promise<void>;
  /** Gets errors of Slack that say that the token is no longer good. */
  readonly onRefused: (error: string) => void;
}

export interface RemovedEvent {
  readonly type: 'app_uninstalled' | 'tokens_revoked';
  readonly teamId: string | null;
  readonly enterpriseId: string | null;
  readonly isEnterpriseInstall: boolean;
  /** Ids of bot users. */
  readonly botTokens: readonly string[];
  /** Ids of people. */
  readonly userTokens: readonly string[];
  /** When it happened, to the second. */
  readonly at: Date;
}
