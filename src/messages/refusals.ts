// refusalWords(refusal): why a platform takes no digest for a channel, and what somebody has to do there, in sentences.
import type { Refusal } from '../domain.ts';

export interface RefusalWords {
  readonly what: string;
  readonly todo: string;
}

export function refusalWords(refusal: Refusal, platform: 'slack' | 'discord', channelName: string): RefusalWords {
  const community = platform === 'slack' ? 'workspace' : 'server';
  switch (refusal) {
    case 'removed':
      return { what: `I was removed from the ${community}.`, todo: 'Somebody who manages it has to add me again.' };
    case 'gone':
      return {
        what: `${channelName} was deleted, or I can't see it any more.`,
        todo: 'Let me see it again, or set a digest up in another channel.',
      };
    case 'archived':
      return {
        what: `${channelName} is archived.`,
        todo: 'Open it again, or set a digest up in another channel.',
      };
    case 'not-invited':
      return { what: `I am not a member of ${channelName}.`, todo: 'Type /invite and my name there.' };
    case 'no-permission':
      return {
        what: `I may not post in ${channelName}.`,
        todo: `Somebody who manages the ${community} has to allow it; digest status names what is missing.`,
      };
  }
}
