// Forms that are filled in, as Slack's client would: what must be there is, and nothing is too long.
import { labelOf, optionsOf } from './pressing.ts';
import type { View } from './views.ts';

/** `state.values` of a view: what is in its inputs, by block_id and action_id. */
export function filledView(
  view: View,
  values: Readonly<Record<string, string>>,
): Record<string, Record<string, unknown>> {
  const blocks = view.body['blocks'] as Record<string, unknown>[];
  const inputs = blocks.filter(({ type }) => type === 'input');
  const known = inputs.flatMap(({ block_id, element }) => [
    block_id,
    (element as Record<string, unknown>)['action_id'],
  ]);
  const strange = Object.keys(values).filter((key) => !known.includes(key));
  if (strange.length > 0)
    throw new Error(`The form has no input "${strange.join('", "')}": there are ${known.join(', ')}.`);
  return Object.fromEntries(
    inputs.map((block) => {
      const element = block['element'] as Record<string, unknown>;
      const [blockId, actionId] = [String(block['block_id']), String(element['action_id'] ?? 'unnamed')];
      const typed = values[actionId] ?? values[blockId];
      return [blockId, { [actionId]: inputState(element, typed, block['optional'] === true) }];
    }),
  );
}

function inputState(element: Record<string, unknown>, typed: string | undefined, isOptional: boolean): unknown {
  const { type } = element;
  const isMenu = type === 'static_select' || type === 'radio_buttons';
  const chosen = isMenu
    ? (optionsOf(element).find((each) => labelOf(each) === typed || each['value'] === typed) ??
      element['initial_option'])
    : undefined;
  const value = isMenu ? chosen : (typed ?? element['initial_value']);
  if (isMenu && typed !== undefined && chosen === undefined) throw new Error(`The menu has no option "${typed}".`);
  if ((value === undefined || value === '') && !isOptional)
    throw new Error('The form can’t be sent: an input is empty.');
  checkLength(element, value);
  if (isMenu) return { type, selected_option: value ?? null };
  const selected = {
    users_select: 'selected_user',
    channels_select: 'selected_channel',
    conversations_select: 'selected_conversation',
  };
  return { type, [selected[type as keyof typeof selected] ?? 'value']: value === '' ? null : (value ?? null) };
}

function checkLength({ min_length: least, max_length: most }: Record<string, unknown>, value: unknown): void {
  if (typeof value !== 'string' || value === '') return;
  if (typeof most === 'number' && value.length > most)
    throw new Error(`The form can’t be sent: more than ${most} characters.`);
  if (typeof least === 'number' && value.length < least)
    throw new Error(`The form can’t be sent: less than ${least} characters.`);
}
