// What the builders of discord.js make of things that Discord takes is taken: the checks know what the client adds by itself.
import {
  ActionRowBuilder,
  ApplicationIntegrationType,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  ContextMenuCommandBuilder,
  EmbedBuilder,
  InteractionContextType,
  LabelBuilder,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { checkCommands } from './commands.ts';
import { checkMessage } from './messages.ts';
import { checkModal } from './modals.ts';

/** As it goes over the wire. */
function sent(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}

function breachesOf(body: object): unknown[] {
  const whole = sent({ ...body, allowed_mentions: { parse: [] } });
  return checkMessage(whole, { use: 'response', existing: null, files: 0 });
}

const buttons = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary),
  new ButtonBuilder().setCustomId('yes').setEmoji('✅').setStyle(ButtonStyle.Secondary).setDisabled(true),
  new ButtonBuilder().setURL('https://example.org/a?b=c').setLabel('Source').setStyle(ButtonStyle.Link),
);

test('embeds and rows', () => {
  const embed = new EmbedBuilder()
    .setTitle('Who said it')
    .setURL('https://example.org')
    .setDescription('A passage')
    .setColor('Blue')
    .setTimestamp(new Date(0))
    .setAuthor({ name: 'Varga', url: 'https://example.org' })
    .setFooter({ text: 'Outlet' })
    .addFields({ name: 'When', value: 'Tuesday', inline: true });
  const select = new StringSelectMenuBuilder().setCustomId('side').addOptions({ label: 'Left', value: 'left' });
  const components = [buttons, new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)];
  expect(breachesOf({ embeds: [embed], components })).toEqual([]);
});

test('Components V2', () => {
  const text = new TextDisplayBuilder().setContent('A passage');
  const container = new ContainerBuilder()
    .setAccentColor(1)
    .addTextDisplayComponents(text)
    .addSeparatorComponents((separator) => separator.setDivider(true))
    .addSectionComponents((section) =>
      section
        .addTextDisplayComponents(text)
        .setButtonAccessory((button) => button.setCustomId('x').setLabel('x').setStyle(ButtonStyle.Danger)),
    )
    .addActionRowComponents(buttons);
  expect(breachesOf({ flags: 32_768, components: [container] })).toEqual([]);
});

test('commands', () => {
  const ask = new SlashCommandBuilder()
    .setName('talks')
    .setNameLocalizations({
      fr: 'pourparlers',
      'es-ES': 'conversaciones',
      tr: 'görüşmeler',
      ru: 'переговоры',
      'zh-CN': '谈判',
    })
    .setDescription('Asks')
    .setDescriptionLocalization('fr', 'Demande')
    .setContexts(InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall)
    .setDefaultMemberPermissions(32)
    .addSubcommandGroup((group) =>
      group
        .setName('who')
        .setDescription('Who')
        .addSubcommand((said) =>
          said
            .setName('said')
            .setDescription('Said')
            .addStringOption((option) =>
              option.setName('words').setDescription('Words').setRequired(true).setAutocomplete(true).setMaxLength(200),
            )
            .addBooleanOption((option) => option.setName('private').setDescription('Private'))
            .addIntegerOption((option) => option.setName('page').setDescription('Page').setMinValue(1))
            .addStringOption((option) =>
              option.setName('outlet').setDescription('Outlet').addChoices({ name: 'CGTN', value: 'cgtn' }),
            )
            .addChannelOption((option) => option.setName('channel').setDescription('Channel').addChannelTypes(0)),
        ),
    )
    .addSubcommand((help) => help.setName('help').setDescription('Help'));
  const check = new ContextMenuCommandBuilder().setName('Check quotations').setType(3);
  expect(checkCommands(sent([ask, check]))).toEqual([]);
});

test('modals', () => {
  const input = new TextInputBuilder().setCustomId('reason').setStyle(TextInputStyle.Paragraph).setMaxLength(400);
  const modal = new ModalBuilder()
    .setCustomId('wrong')
    .setTitle('What is wrong?')
    .addLabelComponents(new LabelBuilder().setLabel('Reason').setTextInputComponent(input));
  expect(checkModal(sent(modal), [])).toEqual([]);
});
