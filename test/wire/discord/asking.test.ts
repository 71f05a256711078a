// People who use commands, completion, buttons, modals and menus, with the real client answering.
import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  Events,
  type Interaction,
  MessageFlags,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import { describe, expect, test } from 'vitest';
import { login, type Setup } from './realClient.ts';
import type { LocalDiscord } from './server.ts';
import { startDiscord } from './server.ts';
import { channel, groupOf, guild, member, person, role } from './world.ts';

const WORDS = { type: 3, name: 'words', description: 'Some words', required: true, autocomplete: true, max_length: 50 };
const COMMANDS = [
  {
    name: 'talks',
    description: 'Asks',
    contexts: [0, 1, 2],
    integration_types: [0, 1],
    options: [
      {
        type: 2,
        name: 'who',
        description: 'Who',
        options: [{ type: 1, name: 'said', description: 'Said', options: [WORDS] }],
      },
      {
        type: 1,
        name: 'ask',
        description: 'Ask',
        options: [WORDS, { type: 5, name: 'private', description: 'Private' }],
      },
      {
        type: 1,
        name: 'more',
        description: 'More',
        options: [
          { type: 4, name: 'page', description: 'Page', min_value: 1 },
          { type: 6, name: 'user', description: 'User' },
          { type: 7, name: 'channel', description: 'Channel' },
          { type: 8, name: 'role', description: 'Role' },
          { type: 3, name: 'side', description: 'Side', choices: [{ name: 'Left', value: 'left' }] },
        ],
      },
    ],
  },
  { name: 'manage', description: 'For managers', default_member_permissions: '32', contexts: [0] },
  { name: 'Check quotations', type: 3 },
] as unknown as RESTPostAPIApplicationCommandsJSONBody[];

/** A client that answers interactions in a way. */
async function answering(
  discord: LocalDiscord,
  answer: (interaction: Interaction) => unknown,
  setup: Setup = {},
): Promise<void> {
  const client = await login(discord, setup);
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction));
}

const button = (custom_id: string, label = custom_id) => ({ type: 2, style: 1, custom_id, label });
const rowOf = (...components: object[]) => ({ type: 1, components }) as never;

describe('a slash command', () => {
  test('comes with its subcommand, options, person and place, and is answered', async () => {
    const discord = await startDiscord({ commands: COMMANDS });
    const ada = person('Ada', { locale: 'fr' as never });
    await answering(discord, async (interaction) => {
      const asked = interaction as ChatInputCommandInteraction<'cached'>;
      const { options, user, locale, guild: here, channel: there, member: asking, context } = asked;
      const path = [options.getSubcommandGroup(), options.getSubcommand(), options.getString('words')];
      const may = asking.permissions.has('ManageGuild');
      await asked.reply(JSON.stringify([...path, user.displayName, locale, here.name, there?.name, may, context]));
    });
    const asked = discord.slash('talks who said', { words: 'no' }, { user: ada });
    expect(JSON.parse((await asked.answer()).content)).toEqual([
      'who',
      'said',
      'no',
      'Ada',
      'fr',
      'Newsroom',
      'general',
      false,
      0,
    ]);
    const { kind, isPrivate, ms } = await asked.first();
    expect([kind, isPrivate]).toEqual(['message', false]);
    expect(ms).toBeGreaterThan(0);
    expect(discord.messages()).toHaveLength(1);
  });

  test('carries people, channels and roles beside its options', async () => {
    const editors = role('editors', ['ManageMessages']);
    const mina = person('Mina');
    const general = channel('general');
    const newsroom = guild({ members: [member(mina, { roles: [editors] })], roles: [editors], channels: [general] });
    const discord = await startDiscord({ guilds: [newsroom], commands: COMMANDS });
    await answering(discord, async (interaction) => {
      const { options } = interaction as ChatInputCommandInteraction<'cached'>;
      const found = [
        options.getInteger('page'),
        options.getUser('user')?.displayName,
        options.getMember('user')?.roles.cache.has(editors.id),
      ];
      const others = [options.getChannel('channel')?.name, options.getRole('role')?.name, options.getString('side')];
      await (interaction as ChatInputCommandInteraction).reply(JSON.stringify([...found, ...others]));
    });
    const values = { page: 2, user: mina, channel: general, role: editors, side: 'left' };
    const asked = discord.slash('talks more', values, { user: mina });
    expect(JSON.parse((await asked.answer()).content)).toEqual([2, 'Mina', true, 'general', 'editors', 'left']);
  });

  test('may be answered late: deferred in private, then edited, with follow-ups after it', async () => {
    const discord = await startDiscord({ commands: COMMANDS });
    await answering(discord, async (interaction) => {
      const asked = interaction as ChatInputCommandInteraction;
      await asked.deferReply({ flags: MessageFlags.Ephemeral });
      await asked.editReply('First');
      await asked.followUp({ content: 'Second', flags: MessageFlags.Ephemeral });
      await asked.deleteReply();
    });
    const asked = discord.slash('talks ask', { words: 'no' });
    const deferral = await asked.first();
    expect([deferral.kind, deferral.isPrivate, deferral.message?.flags]).toEqual(['deferral', true, 64 | 128]);
    expect((await asked.answer()).content).toBe('First');
    const { message, isPrivate } = await asked.reply('followUp');
    expect([message?.content, isPrivate]).toEqual(['Second', true]);
    await asked.reply('deletion');
    expect(asked.replies.map(({ kind }) => kind)).toEqual(['deferral', 'edit', 'followUp', 'deletion']);
    expect(asked.replies.map(({ ms }) => ms)).toEqual(asked.replies.map(({ ms }) => ms).sort((a, b) => a - b));
  });

  test('gives the message back where the client asks for it', async () => {
    const discord = await startDiscord({ commands: COMMANDS });
    const ids: (string | undefined)[] = [];
    await answering(discord, async (interaction) => {
      const asked = interaction as ChatInputCommandInteraction;
      const response = await asked.reply({ content: 'x', withResponse: true });
      ids.push(response.resource?.message?.id, (await asked.fetchReply()).id);
      await asked.followUp('y');
    });
    const asked = discord.slash('talks ask', { words: 'no' });
    const { id } = await asked.answer();
    await asked.reply('followUp');
    expect(ids).toEqual([id, id]);
    expect(discord.requests.find(({ path }) => path.endsWith('/callback'))?.query).toEqual({ with_response: 'true' });
  });

  test('answered after a deferral by a follow-up stays as private as the deferral, and a breach is told', async () => {
    const discord = await startDiscord({ commands: COMMANDS });
    await answering(discord, async (interaction) => {
      const asked = interaction as ChatInputCommandInteraction;
      await asked.deferReply();
      await asked.followUp({ content: 'x', flags: MessageFlags.Ephemeral });
    });
    const asked = discord.slash('talks ask', { words: 'no' });
    expect((await asked.reply('followUp')).isPrivate).toBe(false);
    expect(discord.messages()).toHaveLength(1);
    expect(discord.takeFaults()).toEqual([expect.stringContaining('flags: the deferral has settled')]);
  });

  test('is known to the app in direct messages and, where somebody installed it for themselves, anywhere', async () => {
    const [ada, mina] = [person('Ada'), person('Mina')];
    const elsewhere = guild({ name: 'Elsewhere', hasApp: false, members: [ada] });
    const group = groupOf(ada, mina);
    const discord = await startDiscord({
      guilds: [guild(), elsewhere],
      groups: [group],
      installedBy: [ada],
      commands: COMMANDS,
    });
    await answering(discord, async (interaction) => {
      const { context, guild: here, authorizingIntegrationOwners: owners, guildId } = interaction;
      const through = [owners.guildId, owners.userId].map((id) => id !== null);
      await (interaction as ChatInputCommandInteraction).reply(
        JSON.stringify([context, here === null, guildId !== null, ...through]),
      );
    });
    const placed = async (user = ada, there = discord.channel) => {
      const asked = discord.slash('talks ask', { words: 'no' }, { user, channel: there });
      return JSON.parse((await asked.answer()).content) as unknown;
    };
    expect(await placed()).toEqual([0, false, true, true, true]);
    expect(await placed(mina, discord.directMessages(mina))).toEqual([1, true, false, true, false]);
    expect(await placed(ada, elsewhere.channels[0])).toEqual([0, true, true, false, true]);
    expect(await placed(ada, group)).toEqual([2, true, false, false, true]);
    expect(() => discord.slash('talks ask', { words: 'no' }, { user: mina, channel: group })).toThrow(
      'nor Mina has installed',
    );
  });

  test('gets at most five follow-ups where only a person installed the app', async () => {
    const ada = person('Ada');
    const elsewhere = guild({ hasApp: false, members: [ada] });
    const discord = await startDiscord({ guilds: [elsewhere], installedBy: [ada], commands: COMMANDS });
    const refused: unknown[] = [];
    await answering(discord, async (interaction) => {
      const asked = interaction as ChatInputCommandInteraction;
      await asked.reply('0');
      for (const text of '123456') await asked.followUp(text).catch((error: unknown) => refused.push(error));
      await asked.editReply('done');
    });
    const asked = discord.slash('talks ask', { words: 'no' });
    await asked.reply('edit');
    expect(refused).toHaveLength(1);
    expect(discord.takeFaults()).toHaveLength(1);
  });
});

describe('what Discord would not send, a test can not either', () => {
  test.each<[string, (discord: LocalDiscord) => unknown, string]>([
    [
      'a command that is not registered',
      (discord) => discord.slash('nothing'),
      'No command "nothing" is registered here',
    ],
    [
      'a command without its subcommand',
      (discord) => discord.slash('talks'),
      'needs one of its subcommands: "who", "ask", "more"',
    ],
    [
      'a subcommand that does not exist',
      (discord) => discord.slash('talks who says'),
      'no subcommand or group "says": there are "said"',
    ],
    [
      'an option that does not exist',
      (discord) => discord.slash('talks ask', { words: 'x', word: 'x' }),
      'has no option "word"',
    ],
    ['a missing option', (discord) => discord.slash('talks ask'), 'needs the option "words"'],
    [
      'too long a text',
      (discord) => discord.slash('talks ask', { words: 'x'.repeat(51) }),
      'it is longer than 50 characters',
    ],
    ['an empty text', (discord) => discord.slash('talks ask', { words: '' }), 'it is empty'],
    ['text for a number', (discord) => discord.slash('talks more', { page: '1' }), 'it must be a number'],
    ['a number that is too small', (discord) => discord.slash('talks more', { page: 0 }), 'it is out of range'],
    [
      'a fraction for a whole number',
      (discord) => discord.slash('talks more', { page: 1.5 }),
      'it must be a whole number',
    ],
    [
      'what is none of the choices',
      (discord) => discord.slash('talks more', { side: 'right' }),
      'it is none of the choices',
    ],
    [
      'a channel for a person',
      (discord) => discord.slash('talks more', { user: discord.channel }),
      'is nothing for an option of type User',
    ],
    [
      'a command that needs a permission',
      (discord) => discord.slash('manage'),
      'Discord does not offer "manage" to Ada',
    ],
    [
      'a command where it is not offered',
      (discord) => discord.slash('manage', {}, { channel: discord.directMessages() }),
      '"manage" is not offered in BotDM',
    ],
    [
      'completion where there is none',
      (discord) => discord.autocomplete('talks more', {}, 'side'),
      'has no autocompletion',
    ],
    [
      'anything while no client is connected',
      (discord) => discord.slash('talks ask', { words: 'x' }),
      'no client is connected',
    ],
  ])('%s', async (_, act, reason) => {
    const discord = await startDiscord({ commands: COMMANDS });
    expect(() => act(discord)).toThrow(reason);
  });

  test('but who has the permission may use the command', async () => {
    const discord = await startDiscord({ commands: COMMANDS });
    await answering(discord, (interaction) =>
      (interaction as ChatInputCommandInteraction).reply(`${interaction.memberPermissions?.has('ManageGuild')}`),
    );
    expect((await discord.slash('manage', {}, { user: discord.manager }).answer()).content).toBe('true');
  });
});

test('completion is asked for while somebody types, and gives choices', async () => {
  const discord = await startDiscord({ commands: COMMANDS });
  await answering(discord, async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const { name, value } = interaction.options.getFocused(true);
    await interaction.respond([{ name: `${name}: ${value}`, value }]);
  });
  const asked = discord.autocomplete('talks who said', { words: 'nu' }, 'words');
  expect(await asked.choices()).toEqual([{ name: 'words: nu', value: 'nu' }]);
  expect((await asked.first()).kind).toBe('choices');
});

describe('a button', () => {
  test('is found by its label or its name, and changes its message or answers beside it', async () => {
    const discord = await startDiscord({ commands: COMMANDS });
    await answering(discord, async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({ content: 'Page 1', components: [rowOf(button('page:2', 'More'), button('share'))] });
      } else if (interaction.isButton() && interaction.customId === 'page:2') {
        await interaction.update({ content: `Page 2 after ${interaction.message.content}`, components: [] });
      } else await (interaction as ButtonInteraction).reply({ content: 'Shared', flags: MessageFlags.Ephemeral });
    });
    const first = await discord.slash('talks ask', { words: 'no' }).answer();
    const shared = discord.button('share', first);
    expect((await shared.first()).isPrivate).toBe(true);
    expect((await shared.answer()).message_reference?.message_id).toBe(first.id);
    const second = await discord.button('More', first).first();
    expect([second.kind, second.message?.id, second.message?.content]).toEqual([
      'update',
      first.id,
      'Page 2 after Page 1',
    ]);
    expect(() => discord.button('More', first)).toThrow('No button "More" is on the message: there are none.');
  });

  test('of a message that the bot posted itself works the same, deferred too', async () => {
    const discord = await startDiscord();
    const client = await login(discord);
    client.on(Events.InteractionCreate, async (interaction) => {
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      await interaction.editReply('Changed');
      await interaction.followUp('Beside');
    });
    await client.rest.post(`/channels/${discord.channel.id}/messages`, {
      body: { content: 'x', components: [rowOf(button('go'))], allowed_mentions: { parse: [] } },
    });
    const [posted] = discord.messages();
    if (posted === undefined) throw new Error('Nothing was posted.');
    const pressed = discord.button('go', posted);
    expect((await pressed.answer()).content).toBe('Changed');
    expect((await pressed.reply('followUp')).message?.content).toBe('Beside');
    expect(discord.messages().map(({ content }) => content)).toEqual(['Changed', 'Beside']);
  });

  test('that is disabled, a link or on a private message of somebody else can not be pressed', async () => {
    const discord = await startDiscord({ commands: COMMANDS });
    await answering(discord, (interaction) =>
      (interaction as ChatInputCommandInteraction).reply({
        content: 'x',
        flags: MessageFlags.Ephemeral,
        components: [
          rowOf({ ...button('off'), disabled: true }, button('on'), {
            type: 2,
            style: 5,
            label: 'Source',
            url: 'https://example.org',
          }),
        ],
      }),
    );
    const message = await discord.slash('talks ask', { words: 'no' }).answer();
    expect(() => discord.button('off', message)).toThrow('it is disabled');
    expect(() => discord.button('Source', message)).toThrow('is a link');
    expect(() => discord.button('on', message, { user: person('Mina') })).toThrow('Mina does not see the message');
    discord.deleteMessage(message);
    expect(() => discord.button('on', message)).toThrow('is not there any more');
  });
});

test('a modal is opened, filled in and sent, and may change the message of the button that opened it', async () => {
  const discord = await startDiscord({ commands: COMMANDS });
  await answering(discord, async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: 'x', components: [rowOf(button('wrong'))] });
    else if (interaction.isButton()) {
      const reason = { type: 4, custom_id: 'reason', style: 2, max_length: 20 };
      const components = [{ type: 18, label: 'Reason', component: reason }] as never;
      await interaction.showModal({ custom_id: 'why', title: 'Why?', components });
    } else if (interaction.isModalSubmit() && interaction.isFromMessage()) {
      await interaction.update(`Because: ${interaction.fields.getTextInputValue('reason')}`);
    }
  });
  const message = await discord.slash('talks ask', { words: 'no' }).answer();
  const pressed = discord.button('wrong', message);
  expect((await pressed.modal()).title).toBe('Why?');
  await expect(discord.modalSubmit(pressed, { reasons: 'x' })).rejects.toThrow('no input "reasons"');
  await expect(discord.modalSubmit(pressed, { reason: 'x'.repeat(21) })).rejects.toThrow(
    'takes 1 to 20 characters, not 21',
  );
  const sent = await discord.modalSubmit(pressed, { reason: 'wrong speaker' });
  expect((await sent.answer()).content).toBe('Because: wrong speaker');
});

test('a command of the menu of a message shows the app what it says, without the intent for content', async () => {
  const discord = await startDiscord({ commands: COMMANDS });
  await answering(discord, async (interaction) => {
    if (interaction.isMessageContextMenuCommand())
      await interaction.reply(interaction.targetMessage.content.toUpperCase());
  });
  const said = discord.say('a wall of distrust');
  expect((await discord.messageCommand('Check quotations', said.message).answer()).content).toBe('A WALL OF DISTRUST');
});

describe('an interaction', () => {
  test('that is answered twice is refused the second time, and the test told', async () => {
    const discord = await startDiscord({ commands: COMMANDS });
    const codes: unknown[] = [];
    await answering(discord, async ({ id, token, client }: Interaction & { token: string }) => {
      const body = { type: 4, data: { content: 'x', allowed_mentions: { parse: [] } } };
      await client.rest.post(`/interactions/${id}/${token}/callback`, { body, auth: false });
      await client.rest
        .post(`/interactions/${id}/${token}/callback`, { body, auth: false })
        .catch((error: { code: number }) => codes.push(error.code));
      await client.rest.post(`/webhooks/${client.application?.id}/${token}`, { body: body.data, auth: false });
    });
    const asked = discord.slash('talks ask', { words: 'no' });
    await asked.reply('followUp');
    expect(codes).toEqual([40_060]);
    expect(discord.takeFaults()).toEqual([expect.stringContaining('was answered twice')]);
  });

  test('may come twice: who answers both is refused the second time, and the test told', async () => {
    const discord = await startDiscord({ commands: COMMANDS });
    await answering(discord, (interaction) => (interaction as ChatInputCommandInteraction).reply('x').catch(() => {}));
    const asked = discord.slash('talks ask', { words: 'no' });
    discord.deliverAgain(asked);
    const first = await discord.request('POST', /callback$/u);
    await discord.request('POST', /callback$/u, { from: discord.requests.indexOf(first) + 1 });
    expect(asked.replies).toHaveLength(1);
    expect(discord.takeFaults()).toEqual([expect.stringContaining('was answered twice')]);
  });

  test('that nobody knows, or with a wrong token, is refused', async () => {
    const discord = await startDiscord();
    const client = await login(discord);
    const body = { type: 5 };
    await expect(client.rest.post('/interactions/1/x/callback', { body, auth: false })).rejects.toMatchObject({
      code: 10_062,
    });
    const text = { content: 'x', allowed_mentions: { parse: [] } };
    await expect(client.rest.post(`/webhooks/${discord.bot.id}/x`, { body: text, auth: false })).rejects.toMatchObject({
      code: 10_015,
    });
  });

  test('that is over can not be answered, nor its answer changed', async () => {
    const discord = await startDiscord({ commands: COMMANDS });
    const asked: ChatInputCommandInteraction[] = [];
    await answering(discord, (interaction) => asked.push(interaction as ChatInputCommandInteraction));
    const [first, second] = [discord.slash('talks ask', { words: 'a' }), discord.slash('talks ask', { words: 'b' })];
    await discord.gateway.delivered();
    first.expire();
    await expect(asked[0]?.reply('x')).rejects.toMatchObject({ code: 10_062 });
    expect(discord.takeFaults()).toEqual([expect.stringContaining('was answered after')]);
    await asked[1]?.reply('x');
    second.expire();
    await expect(asked[1]?.editReply('y')).rejects.toMatchObject({ code: 50_027 });
  });

  test('may not be followed up before it is answered', async () => {
    const discord = await startDiscord({ commands: COMMANDS });
    const codes: unknown[] = [];
    await answering(discord, async (interaction) => {
      const asked = interaction as ChatInputCommandInteraction;
      await asked.webhook.send('x').catch((error: { code: number }) => codes.push(error.code));
      await asked.reply('y');
    });
    await discord.slash('talks ask', { words: 'no' }).answer();
    expect(codes).toEqual([10_015]);
  });

  test('of 200 at once has each its own answer, in less than the three seconds that Discord waits', async () => {
    const discord = await startDiscord({ commands: COMMANDS });
    await answering(discord, (interaction) => {
      const asked = interaction as ChatInputCommandInteraction;
      return asked.reply(asked.options.getString('words', true));
    });
    const all = Array.from({ length: 200 }, (_, at) => discord.slash('talks ask', { words: `${at}` }));
    const answers = await Promise.all(all.map((asked) => asked.answer()));
    expect(answers.map(({ content }) => content)).toEqual(all.map((_, at) => `${at}`));
    const times = await Promise.all(all.map(async (asked) => (await asked.first()).ms));
    expect(Math.max(...times)).toBeLessThan(3_000);
  });

  test('without an answer ends the wait with what did arrive', async () => {
    const discord = await startDiscord({ commands: COMMANDS });
    await answering(discord, (interaction) => (interaction as ChatInputCommandInteraction).deferReply());
    const asked = discord.slash('talks ask', { words: 'no' });
    await asked.first();
    await expect(asked.answer({ timeoutMs: 1 })).rejects.toThrow(
      /in vain for a message to the command "talks".*\n {2}deferral after/u,
    );
  });
});
