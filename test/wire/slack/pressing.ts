// What can be pressed or chosen in blocks, found by what a person sees of it or by its id.
import { elementsOf } from './checks/walk.ts';
import { newTs } from './ids.ts';

interface Pressed {
  readonly element: Readonly<Record<string, unknown>>;
  /** What an action tells beside its ids. */
  readonly said: Readonly<Record<string, unknown>>;
}

/**
 * What a press tells the bot. @param which an element's action_id, label or value; a feedback button's label or value
 * @param option the label or value that is chosen from a menu
 * @throws Error that names what is there
 */
export function actionOf(blocks: unknown, which: string, option: string | undefined): Record<string, unknown> {
  const within = (blocks as Record<string, unknown>[]).flatMap((block) =>
    elementsOf(block).flatMap((element) => pressable(element, option).map((each) => ({ ...each, block }))),
  );
  const names = ({ element, said }: Pressed) => [element['action_id'], labelOf(said), said['value'], labelOf(element)];
  const found = [0, 1, 2, 3].flatMap((by) => within.filter((each) => names(each)[by] === which))[0];
  if (found === undefined) {
    const all = within.map(
      (each) => `"${String(labelOf(each.said) ?? labelOf(each.element))}" (${String(each.element['action_id'])})`,
    );
    throw new Error(`No button "${which}" is there: there are ${all.join(', ') || 'none'}.`);
  }
  const { element, said, block } = found;
  return {
    type: element['type'],
    action_id: element['action_id'] ?? 'unnamed',
    block_id: block['block_id'],
    action_ts: newTs(),
    ...said,
  };
}

/** What can be done with an element: feedback buttons are two. */
function pressable(element: Record<string, unknown>, option: string | undefined): Pressed[] {
  switch (element['type']) {
    case 'button':
    case 'icon_button': {
      const { text, value, url, icon } = element;
      const said = Object.entries({ text, value, url, icon }).filter(([, each]) => each !== undefined);
      return [{ element, said: Object.fromEntries(said) }];
    }
    case 'feedback_buttons':
      return [element['positive_button'], element['negative_button']].map((each) => {
        const { text, value } = each as Record<string, unknown>;
        return { element, said: { text, value } };
      });
    case 'static_select':
    case 'overflow':
    case 'radio_buttons': {
      const chosen = optionsOf(element).find((each) => labelOf(each) === option || each['value'] === option);
      return option !== undefined && chosen === undefined
        ? []
        : [{ element, said: { selected_option: chosen ?? null } }];
    }
    default:
      return [];
  }
}

export function labelOf(said: Readonly<Record<string, unknown>>): unknown {
  return ((said['text'] ?? said['placeholder']) as { text?: unknown } | undefined)?.text;
}

export function optionsOf(element: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  const groups = (element['option_groups'] ?? []) as { options: Record<string, unknown>[] }[];
  return (element['options'] as Record<string, unknown>[] | undefined) ?? groups.flatMap(({ options }) => options);
}
