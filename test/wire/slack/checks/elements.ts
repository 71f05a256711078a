// Elements of blocks: https://docs.slack.dev/reference/block-kit/block-elements (read November 2026). What this project does not
// use (dates, times, numbers, e-mail, files, workflows, multi-selects) is no element that is known here.
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { actionId, anyText, confirm, plain, webUrl, words } from './text.ts';

const label = z.exactOptional(words(LIMITS.label));
const focus = z.exactOptional(z.boolean());
const placeholder = z.exactOptional(plain(LIMITS.placeholder));

export const button = z.strictObject({
  type: z.literal('button'),
  text: plain(LIMITS.buttonText),
  action_id: actionId,
  value: z.exactOptional(words(LIMITS.buttonValue)),
  url: z.exactOptional(webUrl),
  style: z.exactOptional(z.enum(['primary', 'danger'])),
  confirm,
  accessibility_label: label,
});

const verdict = z.strictObject({
  text: plain(LIMITS.buttonText),
  value: words(LIMITS.buttonValue),
  accessibility_label: label,
});

export const feedbackButtons = z.strictObject({
  type: z.literal('feedback_buttons'),
  action_id: actionId,
  positive_button: verdict,
  negative_button: verdict,
});

export const iconButton = z.strictObject({
  type: z.literal('icon_button'),
  icon: words(255),
  text: plain(LIMITS.buttonText),
  action_id: actionId,
  value: z.exactOptional(words(LIMITS.buttonValue)),
  confirm,
  accessibility_label: label,
  visible_to_user_ids: z.exactOptional(z.array(z.string())),
});

const option = z.strictObject({
  text: plain(LIMITS.optionText),
  value: words(LIMITS.optionValue),
  description: z.exactOptional(plain(LIMITS.optionDescription)),
});

const choice = z.strictObject({
  text: anyText(LIMITS.optionText),
  value: words(LIMITS.optionValue),
  description: z.exactOptional(anyText(LIMITS.optionDescription)),
});

function differ(options: readonly { readonly value: string }[]): boolean {
  return new Set(options.map(({ value }) => value)).size === options.length;
}

export const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    action_id: actionId,
    placeholder,
    options: z.exactOptional(z.array(option).min(1).max(LIMITS.options).refine(differ, 'must have different values')),
    option_groups: z.exactOptional(
      z
        .array(z.strictObject({ label: plain(LIMITS.optionText), options: z.array(option).min(1).max(LIMITS.options) }))
        .min(1)
        .max(LIMITS.optionGroups),
    ),
    initial_option: z.exactOptional(option),
    confirm,
    focus_on_load: focus,
  })
  .refine(
    (each) => (each.options === undefined) !== (each.option_groups === undefined),
    'needs options or option_groups',
  )
  .refine(({ initial_option: initial, options, option_groups: groups = [] }) => {
    const all = options ?? groups.flatMap((group) => group.options);
    return initial === undefined || all.some(({ value }) => value === initial.value);
  }, 'must begin with one of its options');

const select = { action_id: actionId, placeholder, confirm, focus_on_load: focus };

export const selects = [
  staticSelect,
  z.strictObject({ ...select, type: z.literal('users_select'), initial_user: z.exactOptional(z.string()) }),
  z.strictObject({
    ...select,
    type: z.literal('channels_select'),
    initial_channel: z.exactOptional(z.string()),
    response_url_enabled: z.exactOptional(z.boolean()),
  }),
  z.strictObject({
    ...select,
    type: z.literal('conversations_select'),
    initial_conversation: z.exactOptional(z.string()),
    default_to_current_conversation: z.exactOptional(z.boolean()),
    response_url_enabled: z.exactOptional(z.boolean()),
    filter: z.exactOptional(z.record(z.string(), z.unknown())),
  }),
] as const;

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId,
  options: z
    .array(option.extend({ url: z.exactOptional(webUrl) }))
    .min(1)
    .max(LIMITS.overflowOptions),
  confirm,
});

const chosen = {
  action_id: actionId,
  options: z.array(choice).min(1).max(LIMITS.choices).refine(differ, 'must have different values'),
  confirm,
  focus_on_load: focus,
};

export const choices = [
  z.strictObject({ ...chosen, type: z.literal('radio_buttons'), initial_option: z.exactOptional(choice) }),
  z.strictObject({
    ...chosen,
    type: z.literal('checkboxes'),
    initial_options: z.exactOptional(z.array(choice).min(1)),
  }),
] as const;

export const textInput = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: actionId,
  initial_value: z.exactOptional(z.string().max(LIMITS.inputValue)),
  multiline: z.exactOptional(z.boolean()),
  min_length: z.exactOptional(z.int().min(0).max(LIMITS.inputValue)),
  max_length: z.exactOptional(z.int().min(1).max(LIMITS.inputValue)),
  placeholder,
  focus_on_load: focus,
  dispatch_action_config: z.exactOptional(
    z.strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])) }),
  ),
});
