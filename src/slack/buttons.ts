// Buttons below an answer, and two thumbs below each finding.
import type { types } from '@slack/bolt';
import type { Button } from '../conversation/conversation.ts';
import type { Behind } from './blocks.ts';
import { LIMITS } from './limits.ts';

/** Every button of this app has an id that begins so. */
export const ACTION = /^(?:act|feedback)\./u;

const STYLES: Readonly<Partial<Record<Button['kind'], 'primary' | 'danger'>>> = {
  more: 'primary',
  approve: 'primary',
  refuse: 'danger',
};

/** What is wrong is told by thumbs, so that there is no button of its own for it; what stands below a finding is not here. */
export function actionsOf(buttons: readonly Button[]): types.ActionsBlock[] {
  return rowOf(buttons.filter(({ below }) => below === undefined));
}

function rowOf(buttons: readonly Button[]): types.ActionsBlock[] {
  const elements = buttons
    .filter(({ kind }) => kind !== 'wrong')
    .slice(0, LIMITS.actions)
    .map(
      ({ kind, label, action }, at): types.Button => ({
        type: 'button',
        action_id: `act.${kind}.${at + 1}`,
        text: { type: 'plain_text', text: label.slice(0, LIMITS.buttonText), emoji: false },
        value: action,
        ...(STYLES[kind] === undefined ? {} : { style: STYLES[kind] }),
      }),
    );
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

/** Below each finding: its own buttons, and thumbs where its answer is kept. */
export function behindOf(buttons: readonly Button[]): Behind {
  const feedback = feedbackOf(buttons);
  return (finding) => [...rowOf(buttons.filter(({ below }) => below === finding)), ...feedback(finding)];
}

function feedbackOf(buttons: readonly Button[]): Behind {
  const wrong = buttons.find(({ kind }) => kind === 'wrong');
  if (!wrong) return () => [];
  return (finding) => [
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: `feedback.${finding}`,
          positive_button: thumb('Right', `Finding ${finding} is right`, {
            verdict: 'right',
            finding,
            action: wrong.action,
          }),
          negative_button: thumb('Wrong', `Finding ${finding} is wrong`, {
            verdict: 'wrong',
            finding,
            action: wrong.action,
          }),
        },
      ],
    },
  ];
}

export interface Thumb {
  readonly verdict: 'right' | 'wrong';
  /** From 1. */
  readonly finding: number;
  readonly action: string;
}

function thumb(
  text: string,
  accessibility_label: string,
  { verdict, finding, action }: Thumb,
): types.FeedbackButtons['positive_button'] {
  return {
    text: { type: 'plain_text', text, emoji: false },
    accessibility_label,
    value: `${verdict} ${finding} ${action}`,
  };
}

/** Null for what feedbackOf has not made. */
export function readThumb(value: string): Thumb | null {
  const [, verdict, finding, action = ''] = /^(right|wrong) (\d{1,3}) (\S+)$/u.exec(value) ?? [];
  return verdict === 'right' || verdict === 'wrong' ? { verdict, finding: Number(finding), action } : null;
}
