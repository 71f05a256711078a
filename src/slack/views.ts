// Modals and the Home tab.
import type { types } from '@slack/bolt';
import type { Said } from '../conversation/conversation.ts';
import type { Message } from '../messages/message.ts';
import { blocksOf } from './blocks.ts';
import { actionsOf, type Thumb } from './buttons.ts';
import { LIMITS } from './limits.ts';

/** What a view keeps of where it was opened. */
export interface Opened {
  readonly channel: string;
  readonly thread: string | null;
  /** Takes answers for half an hour, also where the bot is no member; null: there is none. */
  readonly responseUrl: string | null;
}

/** An answer that only whoever asked sees. */
export function answerView({ message, buttons }: Said, title: string, opened: Opened): types.ModalView {
  // Slack has thumbs below messages alone.
  const blocks = [...blocksOf(message), ...actionsOf(buttons)];
  return {
    type: 'modal',
    title: plain(title.slice(0, LIMITS.viewTitle)),
    close: plain('Close'),
    private_metadata: JSON.stringify(opened),
    blocks: blocks.slice(0, LIMITS.viewBlocks),
  };
}

/** Names of the form's parts. */
export const WRONG = { callback: 'wrong', block: 'note', input: 'note' } as const;

/** What is wrong, in somebody's own words. */
export function wrongView(thumb: Thumb, finding: string, opened: Opened): types.ModalView {
  return {
    type: 'modal',
    callback_id: WRONG.callback,
    title: plain('What is wrong?'),
    submit: plain('Send'),
    close: plain('Cancel'),
    private_metadata: JSON.stringify({ ...thumb, ...opened }),
    blocks: [
      { type: 'section', text: plain(finding.slice(0, LIMITS.section)) },
      {
        type: 'input',
        block_id: WRONG.block,
        optional: true,
        label: plain('What should it be?'),
        hint: plain('Whoever looks after the corpus reads it, with the finding.'),
        element: {
          type: 'plain_text_input',
          action_id: WRONG.input,
          multiline: true,
          max_length: 1000,
          placeholder: plain('Another speaker, another day, not what was asked …'),
        },
      },
    ],
  };
}

export function homeView(message: Message): types.HomeView {
  return { type: 'home', blocks: blocksOf(message).slice(0, LIMITS.viewBlocks) };
}

function plain(text: string): types.PlainTextElement {
  return { type: 'plain_text', text, emoji: false };
}

/** Null for what this version has not written. */
export function readMetadata(text: string): Partial<Opened & Thumb> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}
