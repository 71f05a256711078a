// composeNotice(notice): what the program itself has to tell somebody who talks with it on a platform: always to them alone, and always with
// what to do now.
import { curatedElsewhereWords } from './composeHeld.ts';
import type { Message } from './message.ts';
import { list } from './words.ts';

export type Notice =
  | { readonly kind: 'unknown-button' }
  /** The answer is no longer kept, or the corpus no longer has it. */
  | { readonly kind: 'forgotten' }
  | { readonly kind: 'not-yours' }
  | { readonly kind: 'shared-already' }
  | { readonly kind: 'no-such-finding'; readonly most: number }
  | { readonly kind: 'taken-down' }
  | { readonly kind: 'not-taken-down' }
  /** What a command says of its options, in a sentence with what to give instead. */
  | { readonly kind: 'unreadable'; readonly text: string }
  /** Digests are of channels. */
  | { readonly kind: 'needs-server' }
  /** Who may, in the platform's own words: "those who may Manage Server". `of`: what; by default digests. */
  | { readonly kind: 'needs-manager'; readonly who: string; readonly of?: 'articles' }
  /** Whether somebody may could not be looked up. `scope`: what the app was not granted; null: it may pass. `of`: as above. */
  | { readonly kind: 'manager-unknown'; readonly scope: string | null; readonly of?: 'articles' }
  /** Nobody there approves articles; `community`: workspace or server, null: a direct message. */
  | {
      readonly kind: 'curated-elsewhere';
      readonly platform: 'slack' | 'discord';
      readonly community: string | null;
    }
  /** What the bot may not do in a channel, in the platform's own words; none where the platform does not tell. */
  | { readonly kind: 'missing-permission'; readonly permissions: readonly string[]; readonly channel: string }
  /** Nobody has invited the bot there. */
  | { readonly kind: 'not-invited'; readonly channel: string }
  | { readonly kind: 'closed-channel'; readonly channel: string }
  | { readonly kind: 'no-quotation' }
  | { readonly kind: 'stopping' }
  | { readonly kind: 'fault' };

export function composeNotice(notice: Notice): Message {
  const text = words(notice);
  return {
    title: '',
    summary: '',
    parts: [{ kind: 'text', runs: [{ text, style: 'plain' }] }],
    footer: [],
    isPrivate: true,
    range: null,
  };
}

function words(notice: Notice): string {
  switch (notice.kind) {
    case 'unknown-button':
      return 'This button is of another version of the bot. Ask again, and press the new one.';
    case 'forgotten':
      return 'This answer is no longer kept. Ask again: its buttons will work.';
    case 'not-yours':
      return 'Only whoever asked can share this answer. Ask it yourself, and share yours.';
    case 'shared-already':
      return 'You have shared this already: it stands above.';
    case 'no-such-finding':
      return notice.most === 0
        ? 'This answer has nothing that could be wrong.'
        : `There is no such finding here: give a number from 1 to ${notice.most}.`;
    case 'taken-down':
      return 'Thank you. It was taken down for whoever looks after the corpus.';
    case 'not-taken-down':
      return 'It could not be taken down just now. Press again in a minute.';
    case 'unreadable':
      return notice.text;
    case 'needs-server':
      return 'Digests are posted in channels of a server or workspace: ask for them there.';
    case 'needs-manager':
      return `${notice.of === 'articles' ? 'Articles are approved' : 'Digests are set'} here by ${notice.who}: ask one of them.`;
    case 'manager-unknown': {
      const doing = notice.of === 'articles' ? 'approve articles' : 'set digests';
      return notice.scope === null
        ? `I could not find out just now whether you may ${doing} here; nothing was changed. Try again in a minute.`
        : `I can’t find out whether you may ${doing} here, because the app was not granted ${notice.scope}; nothing was changed. Whoever runs this bot adds that scope in the app’s settings and installs the app again.`;
    }
    case 'curated-elsewhere': {
      const { platform, community } = notice;
      const from = community === null ? null : `${platform}/${community}`;
      return curatedElsewhereWords(from, platform === 'slack' ? 'workspace' : 'server');
    }
    case 'missing-permission': {
      const { permissions, channel } = notice;
      const what =
        permissions.length > 0
          ? `there I may not ${list(permissions, 'or')}`
          : 'a permission is missing there, and I am not told which';
      return `I can't answer in ${channel}: ${what}. Ask somebody who manages the server to allow it, or ask me in a direct message.`;
    }
    case 'not-invited':
      return `I can't write in ${notice.channel}: nobody has invited me. Type /invite and my name there, then ask again.`;
    case 'closed-channel':
      return `I can't write in ${notice.channel}: it is archived, or only some may write there. Ask me in another channel or in a direct message.`;
    case 'no-quotation':
      return 'Nothing stands within quotation marks in this message. To check other words: /iran-talks check, and the words.';
    case 'stopping':
      return 'I am being restarted. Ask again in a minute.';
    case 'fault':
      return 'Something went wrong here while answering; it was logged. Ask again, or tell whoever runs this bot.';
  }
}
