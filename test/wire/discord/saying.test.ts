// People who write, as the app sees it without the intent for content, with the real client answering.
import { Events, GatewayIntentBits, type Message } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { login, type Setup } from './realClient.ts';
import type { LocalDiscord } from './server.ts';
import { startDiscord } from './server.ts';
import { channel, guild, member, person, role, thread } from './world.ts';

/** What a client hears, in order; with `answer` it answers, too. */
async function hearing(
  discord: LocalDiscord,
  { answer, ...setup }: Setup & { answer?: (message: Message) => unknown } = {},
): Promise<Message[]> {
  const client = await login(discord, setup);
  const heard: Message[] = [];
  client.on(Events.MessageCreate, (message) => {
    heard.push(message);
    void answer?.(message);
  });
  return heard;
}

/** Answers people alone. */
const reply = (message: Message) => (message.author.bot ? undefined : message.reply(`You said: ${message.content}`));

describe('what somebody says', () => {
  test('in a channel comes without its content', async () => {
    const discord = await startDiscord();
    const heard = await hearing(discord);
    const said = discord.say('Hello', { attachments: [{ name: 'a.txt', text: 'x' }] });
    await discord.gateway.delivered();
    expect(said.message.content).toBe('Hello');
    expect(heard.map(({ content, author, attachments }) => [content, author.displayName, attachments.size])).toEqual([
      ['', 'Ada', 0],
    ]);
    expect(heard[0]?.member?.displayName).toBe('Ada');
  });

  test('comes with it where the app has the intent', async () => {
    const discord = await startDiscord({ privilegedIntents: GatewayIntentBits.MessageContent });
    const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.MessageContent];
    const heard = await hearing(discord, { intents });
    discord.say('Hello');
    await discord.gateway.delivered();
    expect(heard.map(({ content }) => content)).toEqual(['Hello']);
  });

  test('to the app comes with it, and is answered', async () => {
    const discord = await startDiscord();
    const heard = await hearing(discord, { answer: reply });
    const said = discord.say('who said that?', { mentions: [discord.bot] });
    const answer = await said.answer();
    expect(answer.content).toBe(`You said: <@${discord.bot.id}> who said that?`);
    expect(answer.message_reference?.message_id).toBe(said.message.id);
    expect(heard[0]?.mentions.users.has(discord.bot.id)).toBe(true);
    expect(said.answers).toEqual([answer]);
  });

  test('to somebody else, to a role or to everybody comes without it', async () => {
    const [editors, mina] = [role('editors'), person('Mina')];
    const discord = await startDiscord({ guilds: [guild({ roles: [editors], members: [person('Ada'), mina] })] });
    const heard = await hearing(discord);
    discord.say('look', { mentions: [mina] });
    discord.say('look', { mentions: [editors] });
    discord.say('@everyone look');
    await discord.gateway.delivered();
    expect(heard.map(({ content }) => content)).toEqual(['', '', '']);
    expect(heard.map(({ mentions: { users, roles, everyone } }) => [users.size, roles.size, everyone])).toEqual([
      [1, 0, false],
      [0, 1, false],
      [0, 0, true],
    ]);
  });

  test('in a direct message comes with it, though the channel was never announced', async () => {
    const discord = await startDiscord();
    const heard = await hearing(discord, { answer: reply });
    const mina = person('Mina');
    const said = discord.dm('Hello', { user: mina });
    expect((await said.answer()).content).toBe('You said: Hello');
    expect([heard[0]?.inGuild(), heard[0]?.channel.isDMBased()]).toEqual([false, true]);
    expect(discord.messages(discord.directMessages(mina))).toHaveLength(2);
  });

  test('in a thread comes from the thread', async () => {
    const general = channel('general');
    const thursday = thread('Thursday', general);
    const discord = await startDiscord({ guilds: [guild({ channels: [general, thursday] })] });
    const heard = await hearing(discord, { answer: reply });
    await discord.say('Hello', { channel: thursday, mentions: [discord.bot] }).answer();
    const later = discord.openThread('Friday');
    await discord.say('Hello', { channel: later, mentions: [discord.bot] }).answer();
    expect(
      heard.filter(({ author }) => !author.bot).map(({ channel: there }) => there.isThread() && there.name),
    ).toEqual(['Thursday', 'Friday']);
  });

  test('in a channel that the app does not see does not come', async () => {
    const [general, closed] = [channel('general'), channel('closed', { denyEveryone: ['ViewChannel'] })];
    const discord = await startDiscord({ guilds: [guild({ channels: [general, closed] })] });
    const heard = await hearing(discord);
    discord.say('a', { channel: closed });
    discord.say('b', { channel: general });
    await discord.gateway.delivered();
    expect(heard).toHaveLength(1);
  });

  test('does not come to a client without the intent for messages', async () => {
    const discord = await startDiscord();
    const heard = await hearing(discord, { intents: [GatewayIntentBits.Guilds] });
    discord.say('a', { mentions: [discord.bot] });
    discord.dm('b');
    await discord.gateway.delivered();
    expect(heard).toEqual([]);
  });

  test('by another bot is marked as that', async () => {
    const discord = await startDiscord();
    const heard = await hearing(discord);
    discord.say('beep', { user: person('Robot', { isBot: true }), mentions: [discord.bot] });
    await discord.gateway.delivered();
    expect(heard.map(({ author }) => author.bot)).toEqual([true]);
  });
});

describe('a reply', () => {
  test('to the app mentions it, and carries what it replies to', async () => {
    const discord = await startDiscord();
    const heard = await hearing(discord, { answer: reply });
    const first = await discord.say('one', { mentions: [discord.bot] }).answer();
    await discord.say('and two?', { replyTo: first }).answer();
    const [, , second] = heard;
    expect([second?.content, second?.mentions.repliedUser?.id]).toEqual(['and two?', discord.bot.id]);
    expect((await second?.fetchReference())?.content).toBe(first.content);
  });

  test('that does not mention it comes without its content', async () => {
    const discord = await startDiscord();
    const heard = await hearing(discord, {
      answer: (message) => (message.content === '' ? undefined : reply(message)),
    });
    const first = await discord.say('one', { mentions: [discord.bot] }).answer();
    const said = discord.say('and two?', { replyTo: first, mentionsAuthor: false });
    await discord.gateway.delivered();
    expect(heard.at(-1)?.content).toBe('');
    expect(said.answers).toEqual([]);
  });

  test('to somebody else does not show the app what they said', async () => {
    const discord = await startDiscord();
    const heard = await hearing(discord);
    const { message } = discord.say('a secret');
    discord.say('look at that', { replyTo: message, mentions: [discord.bot], user: person('Mina') });
    await discord.gateway.delivered();
    expect(heard.map(({ content }) => content)).toEqual(['', `<@${discord.bot.id}> look at that`]);
    expect(discord.messages()[1]?.referenced_message?.content).toBe('a secret');
  });
});

describe('messages', () => {
  test('of the bot come back to it, with their content', async () => {
    const discord = await startDiscord();
    const heard = await hearing(discord, { answer: reply });
    await discord.say('x', { mentions: [discord.bot] }).answer();
    await discord.gateway.delivered();
    expect(heard.map(({ author, content }) => [author.id === discord.bot.id, content !== ''])).toEqual([
      [false, true],
      [true, true],
    ]);
  });

  test('may come twice', async () => {
    const discord = await startDiscord();
    const client = await login(discord);
    const ids: string[] = [];
    client.on(
      Events.Raw,
      ({ t, d }: { t: string; d: { id: string } }) => void (t === 'MESSAGE_CREATE' && ids.push(d.id)),
    );
    const said = discord.say('x');
    discord.deliverAgain(said);
    await discord.gateway.delivered();
    expect(ids).toEqual([said.message.id, said.message.id]);
  });

  test('that are changed or deleted are told', async () => {
    const discord = await startDiscord();
    const client = await login(discord);
    const told: unknown[] = [];
    client.on(Events.MessageCreate, () => told.push('said'));
    client.on(Events.MessageUpdate, (_, { content }) => told.push(content));
    client.on(Events.MessageDelete, ({ id }) => told.push(id));
    const { message } = discord.say('x', { mentions: [discord.bot] });
    const edited = discord.edit(message, `<@${discord.bot.id}> y`);
    discord.deleteMessage(edited.message);
    await discord.gateway.delivered();
    expect(told).toEqual(['said', `<@${discord.bot.id}> y`, message.id]);
    expect(edited.answers).toEqual([]);
  });

  test('are recorded with whoever answers in a thread of its own, without a reference', async () => {
    const discord = await startDiscord();
    await hearing(discord, {
      answer: async (message) => {
        if (message.author.bot || !message.inGuild()) return;
        const begun = await message.startThread({ name: 'Answer' });
        await begun.send('Here');
      },
    });
    const said = discord.say('x', { mentions: [discord.bot] });
    const answer = await said.answer();
    expect([answer.content, answer.channel_id]).toEqual(['Here', said.message.id]);
  });
});

test('permissions of members come with what they say', async () => {
  const mina = person('Mina');
  const discord = await startDiscord({
    guilds: [guild({ members: [member(mina, { may: ['ManageGuild'], nick: 'M' })] })],
  });
  const heard = await hearing(discord);
  discord.say('x');
  await discord.gateway.delivered();
  expect(heard[0]?.member?.permissions.has('ManageGuild')).toBe(true);
  expect(heard[0]?.member?.displayName).toBe('M');
});
