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
};

/** In the order given, five in a row. */
export function rowsOf(buttons: readonly Button[]): APIActionRowComponent<APIButtonComponent>[] {
  const rows: APIActionRowComponent<APIButtonComponent>[] = [];
  for (let from = 0; from < buttons.length; from += LIMITS.buttonsPerRow) {
    const components = buttons.slice(from, from + LIMITS.buttonsPerRow).map(
      ({ label, action, kind }): APIButtonComponent => ({
        type: ComponentType.Button,
        style: STYLES[kind],
        label: label.slice(0, LIMITS.buttonLabel),
        custom_id: action,
      }),
    );
    rows.push({ type: ComponentType.ActionRow, components });
  }
  return rows.slice(0, LIMITS.rows);
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
