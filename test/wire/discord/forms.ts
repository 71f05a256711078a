// What Discord's client sends of a modal that somebody filled in; it refuses what its inputs would not take.
import {
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  ComponentType,
} from 'discord-api-types/v10';
import { walk } from './checks/walk.ts';

type Input = Readonly<Record<string, unknown>>;

const TAKES_A_VALUE: readonly unknown[] = [ComponentType.TextInput, ComponentType.StringSelect];

/**
 * @param values what is typed or chosen, by the `custom_id` of the input; others keep what they had
 * @throws Error for an unknown input, a text of a wrong length, and a choice that is not offered
 */
export function filledModal(
  { custom_id, components }: APIModalInteractionResponseCallbackData,
  values: Readonly<Record<string, string>>,
): APIModalSubmission {
  const inputs = walk(components).flatMap(({ component }) =>
    TAKES_A_VALUE.includes(component['type']) ? [component] : [],
  );
  const unknown = Object.keys(values).find((key) => !inputs.some((input) => input['custom_id'] === key));
  if (unknown !== undefined) throw new Error(`The modal has no input "${unknown}".`);
  const filled = (input: Input) =>
    input['type'] === ComponentType.StringSelect ? chosen(input, values) : typed(input, values);
  const sent = components.map((outer) => {
    if (outer.type === ComponentType.Label)
      return { type: outer.type, id: 0, component: filled({ ...outer.component }) };
    if (outer.type !== ComponentType.ActionRow) return { type: outer.type, id: 0 };
    return { type: outer.type, id: 0, components: outer.components.map((each) => filled({ ...each })) };
  });
  return { custom_id, components: sent } as APIModalSubmission;
}

function typed(input: Input, values: Readonly<Record<string, string>>) {
  const value = values[String(input['custom_id'])] ?? String(input['value'] ?? '');
  const { min_length = input['required'] === false ? 0 : 1, max_length = 4_000 } = input as Record<string, number>;
  if (value.length < min_length || value.length > max_length) {
    throw new Error(`"${input['custom_id']}" takes ${min_length} to ${max_length} characters, not ${value.length}.`);
  }
  return { type: ComponentType.TextInput, id: 0, custom_id: input['custom_id'], value };
}

function chosen(input: Input, values: Readonly<Record<string, string>>) {
  const options = input['options'] as readonly { readonly value: string; readonly default?: boolean }[];
  const value = values[String(input['custom_id'])] ?? options.find((option) => option.default)?.value;
  if (value !== undefined && !options.some((option) => option.value === value)) {
    throw new Error(
      `"${input['custom_id']}" offers ${options.map((option) => option.value).join(', ')}, not ${value}.`,
    );
  }
  if (value === undefined && input['required'] !== false) throw new Error(`"${input['custom_id']}" needs a choice.`);
  return {
    type: ComponentType.StringSelect,
    id: 0,
    custom_id: input['custom_id'],
    values: value === undefined ? [] : [value],
  };
}
