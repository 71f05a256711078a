// Modals: https://docs.discord.com/developers/components/using-modal-components (read November 2026). Text inputs stand in
// labels; rows with a text input are the older way, which Discord still takes.
import { type APIModalInteractionResponseCallbackData, ComponentType, TextInputStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import { type Breach, breach, breachesOf } from '../../breach.ts';
import { selects } from './components.ts';
import { LIMITS } from './limits.ts';
import { componentId, customId, words } from './text.ts';
import { walk } from './walk.ts';

const input = {
  type: z.literal(ComponentType.TextInput),
  id: componentId,
  custom_id: customId,
  style: z.enum(TextInputStyle),
  min_length: z.exactOptional(z.int().min(0).max(LIMITS.inputValue)),
  max_length: z.exactOptional(z.int().min(1).max(LIMITS.inputValue)),
  required: z.exactOptional(z.boolean()),
  value: z.exactOptional(z.string().max(LIMITS.inputValue)),
  placeholder: z.exactOptional(z.string().max(LIMITS.inputPlaceholder)),
};

const inRow = z.strictObject({
  type: z.literal(ComponentType.ActionRow),
  id: componentId,
  components: z.array(z.strictObject({ ...input, label: words(LIMITS.inputLabel) })).length(1),
});

const label = z.strictObject({
  type: z.literal(ComponentType.Label),
  id: componentId,
  label: words(LIMITS.inputLabel),
  description: z.exactOptional(words(LIMITS.inputDescription)),
  component: z.discriminatedUnion('type', [z.strictObject(input), ...selects]),
});

const text = z.strictObject({
  type: z.literal(ComponentType.TextDisplay),
  id: componentId,
  content: words(LIMITS.componentText),
});

const modal = z.strictObject({
  custom_id: customId,
  title: words(LIMITS.modalTitle),
  components: z
    .array(z.discriminatedUnion('type', [inRow, label, text]))
    .min(1)
    .max(LIMITS.modalComponents),
}) satisfies z.ZodType<APIModalInteractionResponseCallbackData>;

/** Every breach of a modal. */
export function checkModal(data: unknown, at: readonly PropertyKey[]): Breach[] {
  const seen = new Set<unknown>();
  const twice = walk((data as { components?: unknown } | undefined)?.components, [...at, 'components']).flatMap(
    ({ component, path }) => {
      const name = component['custom_id'];
      if (name === undefined) return [];
      if (seen.has(name)) return [breach([...path, 'custom_id'], `is used twice: ${JSON.stringify(name)}`)];
      seen.add(name);
      return [];
    },
  );
  return [...breachesOf(modal, data, at), ...twice];
}
