// Components of messages: https://docs.discord.com/developers/components/reference (read November 2026).
import {
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ChannelType,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { LIMITS } from './limits.ts';
import { componentId, customId, emoji, mediaUrl, snowflake, webUrl, words } from './text.ts';

const isDisabled = z.exactOptional(z.boolean());
const face = { label: z.exactOptional(words(LIMITS.buttonLabel)), emoji: z.exactOptional(emoji) };
const pressed = {
  type: z.literal(ComponentType.Button),
  id: componentId,
  disabled: isDisabled,
};

function pressable<
  Style extends ButtonStyle.Primary | ButtonStyle.Secondary | ButtonStyle.Success | ButtonStyle.Danger,
>(style: Style) {
  return z.strictObject({ ...pressed, ...face, style: z.literal(style), custom_id: customId });
}

/** A button has what its style demands, and nothing that belongs to another. */
export const button = z
  .discriminatedUnion('style', [
    pressable(ButtonStyle.Primary),
    pressable(ButtonStyle.Secondary),
    pressable(ButtonStyle.Success),
    pressable(ButtonStyle.Danger),
    z.strictObject({ ...pressed, ...face, style: z.literal(ButtonStyle.Link), url: webUrl.max(LIMITS.buttonUrl) }),
    z.strictObject({ ...pressed, style: z.literal(ButtonStyle.Premium), sku_id: snowflake }),
  ])
  .refine(
    (each) => each.style === ButtonStyle.Premium || each.label !== undefined || each.emoji !== undefined,
    'needs a label or an emoji',
  ) satisfies z.ZodType<APIButtonComponent>;

const select = {
  id: componentId,
  custom_id: customId,
  placeholder: z.exactOptional(z.string().max(LIMITS.selectPlaceholder)),
  min_values: z.exactOptional(z.int().min(0).max(LIMITS.selectOptions)),
  max_values: z.exactOptional(z.int().min(1).max(LIMITS.selectOptions)),
  disabled: isDisabled,
  required: z.exactOptional(z.boolean()),
};

const selectOption = z.strictObject({
  label: words(LIMITS.selectText),
  value: words(LIMITS.selectText),
  description: z.exactOptional(words(LIMITS.selectText)),
  emoji: z.exactOptional(emoji),
  default: z.exactOptional(z.boolean()),
});

const stringSelect = z.strictObject({
  ...select,
  type: z.literal(ComponentType.StringSelect),
  options: z
    .array(selectOption)
    .min(1)
    .max(LIMITS.selectOptions)
    .refine((all) => new Set(all.map(({ value }) => value)).size === all.length, 'must have different values'),
});

/** Selects that Discord fills. */
export const selects = [
  stringSelect,
  z.strictObject({ ...select, type: z.literal(ComponentType.UserSelect) }),
  z.strictObject({ ...select, type: z.literal(ComponentType.RoleSelect) }),
  z.strictObject({ ...select, type: z.literal(ComponentType.MentionableSelect) }),
  z.strictObject({
    ...select,
    type: z.literal(ComponentType.ChannelSelect),
    channel_types: z.exactOptional(z.array(z.enum(ChannelType))),
  }),
] as const;

/** Up to five buttons, or one select. */
export const row = z.strictObject({
  type: z.literal(ComponentType.ActionRow),
  id: componentId,
  components: z
    .array(z.discriminatedUnion('type', [button, ...selects]))
    .min(1)
    .max(LIMITS.perRow)
    .refine(
      (all) => all.length === 1 || all.every(({ type }) => type === ComponentType.Button),
      'may have one select, or buttons alone',
    ),
});

const textDisplay = z.strictObject({
  type: z.literal(ComponentType.TextDisplay),
  id: componentId,
  content: words(LIMITS.componentText),
});

const media = {
  media: z.strictObject({ url: mediaUrl }),
  description: z.exactOptional(words(LIMITS.fileDescription)),
  spoiler: z.exactOptional(z.boolean()),
};

const section = z.strictObject({
  type: z.literal(ComponentType.Section),
  id: componentId,
  components: z.array(textDisplay).min(1).max(LIMITS.sectionTexts),
  accessory: z.discriminatedUnion('type', [
    button,
    z.strictObject({ type: z.literal(ComponentType.Thumbnail), id: componentId, ...media }),
  ]),
});

const gallery = z.strictObject({
  type: z.literal(ComponentType.MediaGallery),
  id: componentId,
  items: z.array(z.strictObject(media)).min(1).max(LIMITS.galleryItems),
});

const file = z.strictObject({
  type: z.literal(ComponentType.File),
  id: componentId,
  file: z.strictObject({ url: z.string().regex(/^attachment:\/\/./u, 'must be a file of the message') }),
  spoiler: z.exactOptional(z.boolean()),
});

const separator = z.strictObject({
  type: z.literal(ComponentType.Separator),
  id: componentId,
  divider: z.exactOptional(z.boolean()),
  spacing: z.exactOptional(z.enum(SeparatorSpacingSize)),
});

const inContainer = [row, textDisplay, section, gallery, file, separator] as const;

const container = z.strictObject({
  type: z.literal(ComponentType.Container),
  id: componentId,
  accent_color: z.exactOptional(z.int().min(0).max(0xff_ff_ff)),
  spoiler: z.exactOptional(z.boolean()),
  components: z.array(z.discriminatedUnion('type', inContainer)).min(1),
});

/** Without the flag for Components V2: five rows. */
export const rows = z.array(z.discriminatedUnion('type', [row])).max(LIMITS.rows) satisfies z.ZodType<
  APIMessageTopLevelComponent[]
>;

/** With it: anything, 40 in all. */
export const layout = z.array(z.discriminatedUnion('type', [...inContainer, container])).min(1) satisfies z.ZodType<
  APIMessageTopLevelComponent[]
>;
