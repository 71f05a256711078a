// Buttons in rows, and the form that "Wrong?" opens.
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { Button, Form } from '../conversation/conversation.ts';
import { LIMITS } from './limits.ts';

const STYLES: Readonly<Record<Button['kind'], Exclude<ButtonStyle, ButtonStyle.Link | ButtonStyle.Premium>>> = {
  more: ButtonStyle.Primary,
  share: ButtonStyle.Success,
  wrong: ButtonStyle.Secondary,
  context: ButtonStyle.Secondary,
  passage: ButtonStyle.Secondary,
  approve: ButtonStyle.Success,
  refuse: ButtonStyle.Danger,
  page: ButtonStyle.Secondary,
};
/** Kinds that stand in a row of their own, so that the n-th of each is about the same. */
const OWN_ROW: ReadonlySet<Button['kind']> = new Set(['approve', 'refuse', 'page']);

/** In the order given, five in a row. */
export function rowsOf(buttons: readonly Button[]): APIActionRowComponent<APIButtonComponent>[] {
  const rows: Button[][] = [];
  for (const button of buttons) {
    const row = rows.at(-1);
    const isBeside =
      row?.[0]?.kind === button.kind || !(OWN_ROW.has(button.kind) || OWN_ROW.has(row?.[0]?.kind ?? 'more'));
    if (row && isBeside && row.length < LIMITS.buttonsPerRow) row.push(button);
    else rows.push([button]);
  }
  return rows.slice(0, LIMITS.rows).map((row) => ({ type: ComponentType.ActionRow, components: row.map(componentOf) }));
}

function componentOf({ label, action, kind }: Button): APIButtonComponent {
  return {
    type: ComponentType.Button,
    style: STYLES[kind],
    label: label.slice(0, LIMITS.buttonLabel),
    custom_id: action,
  };
}

/** Names of the fields of the form. */
export const FIELDS = { finding: 'finding', note: 'note' } as const;

/** Which finding is asked for only where there are several. */
export function modalOf({ action, findings }: Form): APIModalInteractionResponseCallbackData {
  const which =
    findings.length < 2
      ? []
      : [
          {
            type: ComponentType.Label as const,
            label: 'Which one is wrong?',
            component: {
              type: ComponentType.StringSelect as const,
              custom_id: FIELDS.finding,
              required: true,
              options: findings.slice(0, LIMITS.choices).map((finding, at) => ({
                label: shortened(finding),
                value: String(at + 1),
              })),
            },
          },
        ];
  return {
    custom_id: action,
    title: 'What is wrong?',
    components: [
      ...which,
      {
        type: ComponentType.Label,
        label: 'What should it be?',
        description: 'Whoever looks after the corpus reads it, with the finding.',
        component: {
          type: ComponentType.TextInput,
          custom_id: FIELDS.note,
          style: TextInputStyle.Paragraph,
          required: false,
          max_length: 1000,
          placeholder: 'Another speaker, another day, not what was asked …',
        },
      },
    ],
  };
}

function shortened(text: string): string {
  return text.length <= LIMITS.choice ? text : `${text.slice(0, LIMITS.choice - 1)}…`;
}
