// The REST interface with the real client: what is recorded, scripted, refused and reported.
import { Client, REST, Routes } from 'discord.js';
import { Agent } from 'undici';
import { describe, expect, test } from 'vitest';
import { rateLimited } from './answers.ts';
import { clientOf, login } from './realClient.ts';
import type { LocalDiscord } from './server.ts';
import { startDiscord } from './server.ts';
import { APP_ID, channel, guild, person, thread } from './world.ts';

/** The client's REST alone, without a gateway. */
function restOf(discord: LocalDiscord, token = discord.token): REST {
  // Another undici, that of Bolt, may stand in the place of discord.js's own in this process.
  return new REST({ api: discord.url, agent: new Agent() }).setToken(token);
}

const quiet = (body: object = {}) => ({ body: { content: 'x', allowed_mentions: { parse: [] }, ...body } });
const messages = (discord: LocalDiscord) => Routes.channelMessages(discord.channel.id);
const ANY = '/channels/:channel/messages';

describe('a request', () => {
  test('is recorded with path, query, headers without the token, body and time', async () => {
    const discord = await startDiscord();
    await restOf(discord).post(messages(discord), { ...quiet(), query: new URLSearchParams({ a: 'b' }) });
    const [first] = discord.requests;
    expect(first).toMatchObject({
      method: 'POST',
      path: messages(discord),
      route: ANY,
      query: { a: 'b' },
      body: quiet().body,
      files: [],
    });
    expect(first?.headers).toMatchObject({ authorization: 'Bot (left out)', 'content-type': 'application/json' });
    expect(JSON.stringify(first)).not.toContain(discord.token);
    expect(first?.at).toBeGreaterThan(0);
  });

  test('with files is recorded with them', async () => {
    const discord = await startDiscord();
    const files = [{ name: 'a.txt', data: 'Hello' }];
    const { attachments } = (await restOf(discord).post(messages(discord), { ...quiet({ content: '' }), files })) as {
      attachments: unknown[];
    };
    const [first] = discord.requests;
    expect(first?.body).toEqual({ content: '', allowed_mentions: { parse: [] } });
    expect(first?.files.map(({ name, size, bytes }) => [name, size, new TextDecoder().decode(bytes)])).toEqual([
      ['a.txt', 5, 'Hello'],
    ]);
    expect(attachments).toMatchObject([{ filename: 'a.txt', size: 5 }]);
  });

  test('can be waited for, whether it has been or not', async () => {
    const discord = await startDiscord();
    const early = discord.request('POST', ANY);
    await restOf(discord).post(messages(discord), quiet({ content: 'first' }));
    expect((await early).body).toMatchObject({ content: 'first' });
    expect((await discord.request('POST', ANY)).body).toMatchObject({ content: 'first' });
    const later = discord.request('POST', ANY, { from: discord.requests.length });
    await restOf(discord).post(messages(discord), quiet({ content: 'second' }));
    expect((await later).body).toMatchObject({ content: 'second' });
    await expect(discord.request('DELETE', ANY, { timeoutMs: 1 })).rejects.toThrow(
      /in vain for DELETE .*\n {2}POST .*first.*\n {2}POST .*second/su,
    );
  });
});

describe('what is wrong', () => {
  test('with a path that nobody scripted and no route knows is answered 500 and reported', async () => {
    const discord = await startDiscord();
    const rest = new REST({ api: discord.url, agent: new Agent(), retries: 0 }).setToken(discord.token);
    await expect(rest.get('/guilds/1/webhooks')).rejects.toMatchObject({ status: 500 });
    expect(discord.takeFaults()).toEqual([
      expect.stringContaining('GET /api/v10/guilds/1/webhooks: neither scripted nor a route'),
    ]);
  });

  test.each([
    ['another version', '/api/v9', '/users/@me'],
    ['no version', '/api', '/users/@me'],
    ['a slash too many', '/api/', '/v10/users/@me'],
  ])('with the address is reported: %s', async (_, base, path) => {
    const discord = await startDiscord();
    const response = await fetch(`${new URL(discord.url).origin}${base}${path}`, {
      headers: { authorization: `Bot ${discord.token}` },
    });
    expect(response.status).toBe(500);
    expect(discord.takeFaults()).toHaveLength(1);
  });

  test('with a body is refused as Discord does it, and reported with the path of the field', async () => {
    const discord = await startDiscord();
    const embeds = [{ title: 'x' }, { title: 'x'.repeat(257) }];
    const failed = restOf(discord).post(messages(discord), quiet({ embeds }));
    await expect(failed).rejects.toMatchObject({
      status: 400,
      code: 50_035,
      message: expect.stringContaining('embeds[1].title'),
    });
    expect(discord.takeFaults()).toEqual([
      `POST ${messages(discord)}: embeds[1].title: Too big: expected string to have <=256 characters`,
    ]);
    expect(discord.messages()).toEqual([]);
  });

  test('with pings is reported, and taken as Discord would', async () => {
    const discord = await startDiscord();
    await restOf(discord).post(messages(discord), { body: { content: 'x' } });
    expect(discord.takeFaults()).toEqual([expect.stringContaining('allowed_mentions: must be {"parse": []}')]);
    expect(discord.messages()).toHaveLength(1);
  });

  test('is reported where the answer is scripted, too', async () => {
    const discord = await startDiscord();
    discord.on('POST', ANY, { status: 200, body: {} });
    await restOf(discord).post(messages(discord), quiet({ content: 'x'.repeat(2_001) }));
    expect(discord.takeFaults()).toHaveLength(1);
  });

  test('is a body where none belongs', async () => {
    const discord = await startDiscord();
    const rest = restOf(discord);
    await expect(rest.post(Routes.channelTyping(discord.channel.id), { body: {} })).rejects.toMatchObject({
      status: 400,
    });
    expect(discord.takeFaults()).toEqual([expect.stringContaining('the body: there should be none')]);
  });

  test.fails('fails the test in which it happens', async () => {
    const discord = await startDiscord();
    await restOf(discord).post(messages(discord), { body: { content: 'x' } });
  });
});

test('a wrong token is refused, and none is needed where Discord needs none', async () => {
  const discord = await startDiscord();
  await expect(restOf(discord, 'wrong').get('/users/@me')).rejects.toMatchObject({ status: 401 });
  expect(await new REST({ api: discord.url, agent: new Agent() }).get('/gateway', { auth: false })).toEqual({
    url: discord.gateway.address,
  });
});

describe('scripted', () => {
  test('too many requests are waited out by the client for as long as they say, then it comes again', async () => {
    const discord = await startDiscord();
    const script = discord.on('POST', ANY, [rateLimited(0.05)]);
    await restOf(discord).post(messages(discord), quiet());
    const [first, second] = discord.requests;
    expect(script.calls).toBe(1);
    // 50 ms as scripted, and 50 ms that discord.js adds.
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(90);
    expect(discord.messages()).toHaveLength(1);
  });

  test('a limit over all routes holds others up as well', async () => {
    const discord = await startDiscord();
    discord.on('GET', '/users/@me', [rateLimited(0.05, { isGlobal: true })]);
    const rest = restOf(discord);
    await rest.get('/users/@me');
    expect(discord.requests).toHaveLength(2);
  });

  test('errors of the server are repeated three times by the client, then given up', async () => {
    const discord = await startDiscord();
    const script = discord.on('POST', ANY, { status: 503 });
    await expect(restOf(discord).post(messages(discord), quiet())).rejects.toMatchObject({ status: 503 });
    expect(script.calls).toBe(4);
    script.stop();
    await restOf(discord).post(messages(discord), quiet());
    expect(discord.messages()).toHaveLength(1);
  });

  test('errors for the first two, then the route does what it always does', async () => {
    const discord = await startDiscord();
    discord.on('POST', ANY, [{ status: 500 }, { status: 502 }]);
    await restOf(discord).post(messages(discord), quiet());
    expect(discord.requests).toHaveLength(3);
    expect(discord.messages()).toHaveLength(1);
  });

  test('an answer of one’s own, by the number of the call, with body and headers', async () => {
    const discord = await startDiscord();
    discord.on('GET', '/users/:user', (number) => ({
      status: 200,
      body: { number },
      headers: { 'x-number': `${number}` },
    }));
    const rest = restOf(discord);
    expect([await rest.get('/users/1'), await rest.get('/users/2')]).toEqual([{ number: 0 }, { number: 1 }]);
  });

  test('a later script comes before an earlier one, which keeps its answers, and a pattern may be an expression', async () => {
    const discord = await startDiscord();
    const earlier = discord.on('GET', '/users/:user', [{ status: 200, body: 'earlier' }]);
    discord.on('GET', /^\/users\/\d$/u, { status: 200, body: 'later' });
    const rest = restOf(discord);
    expect([await rest.get('/users/1'), await rest.get('/users/12')]).toEqual(['later', 'earlier']);
    expect(earlier.calls).toBe(1);
  });

  test('a delay holds back the answer, not what is done', async () => {
    const discord = await startDiscord();
    discord.on('POST', ANY, [{ delayMs: 60 }]);
    const began = performance.now();
    const answered = restOf(discord).post(messages(discord), quiet());
    await discord.request('POST', ANY);
    expect(discord.messages()).toHaveLength(1);
    await answered;
    expect(performance.now() - began).toBeGreaterThan(55);
  });

  test.each([
    ['a connection that ends before it is done is not repeated', { drop: 'close' as const }, 1, 0],
    [
      'a connection that ends after it is done is not repeated',
      { drop: 'close' as const, isDone: true as const },
      1,
      1,
    ],
  ])('%s', async (_, scripted, calls, done) => {
    const discord = await startDiscord();
    discord.on('POST', ANY, [scripted]);
    await expect(restOf(discord).post(messages(discord), quiet())).rejects.toThrow('other side closed');
    expect([discord.requests.length, discord.messages().length]).toEqual([calls, done]);
  });

  test('a connection that is reset is repeated, so that what was done is done twice', async () => {
    const discord = await startDiscord();
    discord.on('POST', ANY, [{ drop: 'reset', isDone: true }]);
    await restOf(discord).post(messages(discord), quiet());
    expect(discord.messages()).toHaveLength(2);
  });

  test('silence ends with the time that the client allows', async () => {
    const discord = await startDiscord();
    discord.on('POST', ANY, [{ hang: true }]);
    const rest = new REST({ api: discord.url, agent: new Agent(), timeout: 50, retries: 0 }).setToken(discord.token);
    await expect(rest.post(messages(discord), quiet())).rejects.toThrow('aborted');
    expect(discord.messages()).toEqual([]);
  });
});

describe('a message', () => {
  const general = channel('general');
  const places = {
    hidden: channel('hidden', { denyApp: ['ViewChannel'] }),
    silent: channel('silent', { denyApp: ['SendMessages'] }),
    plain: channel('plain', { denyApp: ['EmbedLinks'] }),
    filed: channel('filed', { denyApp: ['AttachFiles'] }),
    memoryless: channel('memoryless', { denyApp: ['ReadMessageHistory'] }),
    noThreads: channel('no-threads', { denyApp: ['SendMessagesInThreads'] }),
  };
  const inThread = thread('Thursday', places.noThreads);
  const locked = thread('Locked', general, { isLocked: true, isArchived: true });

  async function withChannels(): Promise<{ discord: LocalDiscord; rest: REST }> {
    const channels = [general, ...Object.values(places), inThread, locked];
    const discord = await startDiscord({ guilds: [guild({ channels, members: [person('Ada')] })] });
    return { discord, rest: restOf(discord) };
  }

  test.each<[string, { id: string }, object, number]>([
    ['where the app sees no channel', places.hidden, {}, 50_001],
    ['where it may not send', places.silent, {}, 50_013],
    ['with an embed where it may not embed', places.plain, { embeds: [{ title: 'x' }] }, 50_013],
    ['in a thread where it may not send in threads', inThread, {}, 50_013],
    ['in a thread that is locked', locked, {}, 50_083],
    [
      'as a reply where it may not read what was said',
      places.memoryless,
      { message_reference: { message_id: '1230000000000000000' } },
      160_002,
    ],
    ['as a reply to what is not there', general, { message_reference: { message_id: '1230000000000000000' } }, 50_035],
    ['in a channel that does not exist', { id: '1230000000000000000' }, {}, 10_003],
  ])('is refused %s', async (_, place, body, code) => {
    const { rest } = await withChannels();
    await expect(rest.post(Routes.channelMessages(place.id), quiet(body))).rejects.toMatchObject({ code });
  });

  test('with a file is refused where the app may not attach any', async () => {
    const { rest } = await withChannels();
    const files = [{ name: 'a.txt', data: 'x' }];
    await expect(rest.post(Routes.channelMessages(places.filed.id), { ...quiet(), files })).rejects.toMatchObject({
      code: 50_013,
    });
  });

  test('without an embed is taken where the app may not embed', async () => {
    const { rest, discord } = await withChannels();
    await rest.post(Routes.channelMessages(places.plain.id), quiet());
    expect(discord.messages(places.plain)).toHaveLength(1);
  });

  test('as a reply to what is not there is taken where the client allows that', async () => {
    const { rest, discord } = await withChannels();
    const message_reference = { message_id: '1230000000000000000', fail_if_not_exists: false };
    await rest.post(Routes.channelMessages(general.id), quiet({ message_reference }));
    expect(discord.messages(general)[0]?.message_reference).toBeUndefined();
  });

  test('with an enforced nonce is posted once', async () => {
    const { rest, discord } = await withChannels();
    const body = quiet({ nonce: 'digest-1', enforce_nonce: true });
    const [first, second] = [await rest.post(messages(discord), body), await rest.post(messages(discord), body)];
    expect(second).toEqual(first);
    await rest.post(messages(discord), quiet({ nonce: 'digest-2', enforce_nonce: true }));
    expect(discord.messages(general)).toHaveLength(2);
  });

  test('can be read, listed, changed and deleted by the bot, and by nobody else’s bot', async () => {
    const { rest, discord } = await withChannels();
    const { id } = (await rest.post(messages(discord), quiet())) as { id: string };
    const { message } = discord.say('Hello');
    expect(await rest.patch(Routes.channelMessage(general.id, id), quiet({ content: 'y' }))).toMatchObject({
      content: 'y',
    });
    expect(await rest.get(Routes.channelMessage(general.id, message.id))).toMatchObject({
      id: message.id,
      content: '',
    });
    expect(await rest.get(messages(discord))).toMatchObject([{ id: message.id }, { id }]);
    expect(await rest.get(messages(discord), { query: new URLSearchParams({ before: message.id }) })).toMatchObject([
      { id },
    ]);
    await expect(rest.patch(Routes.channelMessage(general.id, message.id), quiet())).rejects.toMatchObject({
      code: 50_005,
    });
    await expect(rest.delete(Routes.channelMessage(general.id, message.id))).rejects.toMatchObject({ code: 50_013 });
    await rest.delete(Routes.channelMessage(general.id, id));
    await expect(rest.get(Routes.channelMessage(general.id, id))).rejects.toMatchObject({ code: 10_008 });
  });

  test('to a person goes to the channel with them, unless they take none', async () => {
    const [ada, shy] = [person('Ada'), person('Shy', { takesMessages: false })];
    const discord = await startDiscord({ guilds: [guild({ members: [ada, shy] })] });
    const rest = restOf(discord);
    const open = async ({ id }: { id: string }) =>
      (await rest.post('/users/@me/channels', { body: { recipient_id: id } })) as { id: string };
    await rest.post(Routes.channelMessages((await open(ada)).id), quiet());
    expect(discord.messages(discord.directMessages(ada))).toHaveLength(1);
    await expect(rest.post(Routes.channelMessages((await open(shy)).id), quiet())).rejects.toMatchObject({
      code: 50_007,
    });
  });
});

describe('commands', () => {
  const ask = {
    name: 'ask',
    description: 'Asks',
    name_localizations: { fr: 'demander' },
    options: [{ type: 3, name: 'words', description: 'x', required: false }],
  };
  const check = { name: 'Check quotations', type: 3 };

  test('are kept with ids, and come back as Discord gives them', async () => {
    const discord = await startDiscord();
    const rest = restOf(discord);
    const put = (await rest.put(Routes.applicationCommands(APP_ID), { body: [ask, check] })) as { id: string }[];
    expect(put).toMatchObject([
      {
        name: 'ask',
        type: 1,
        application_id: APP_ID,
        default_member_permissions: null,
        contexts: null,
        integration_types: [0],
        nsfw: false,
      },
      { name: 'Check quotations', type: 3, description: '' },
    ]);
    expect(put[0]).toMatchObject({ options: [{ type: 3, name: 'words', description: 'x' }] });
    expect(JSON.stringify(put[0])).not.toContain('required');
    const query = new URLSearchParams({ with_localizations: 'true' });
    expect(await rest.get(Routes.applicationCommands(APP_ID), { query })).toEqual(put);
    const [plain] = (await rest.get(Routes.applicationCommands(APP_ID))) as object[];
    expect(plain).not.toHaveProperty('name_localizations');
    expect(discord.commands().map(({ name }) => name)).toEqual(['ask', 'Check quotations']);
  });

  test('keep their ids when the list is put again, and get a new version only when they changed', async () => {
    const discord = await startDiscord();
    const rest = restOf(discord);
    const route = Routes.applicationCommands(APP_ID);
    type Kept = { id: string; version: string };
    const [first] = (await rest.put(route, { body: [ask] })) as Kept[];
    const [same] = (await rest.put(route, { body: [ask] })) as Kept[];
    const [changed] = (await rest.put(route, { body: [{ ...ask, description: 'Asks again' }] })) as Kept[];
    expect(same).toEqual(first);
    expect(changed?.id).toBe(first?.id);
    expect(changed?.version).not.toBe(first?.version);
  });

  test('of a guild are apart from the global ones, and can be added, changed and removed one by one', async () => {
    const discord = await startDiscord();
    const rest = restOf(discord);
    const route = Routes.applicationGuildCommands(APP_ID, discord.guild.id);
    const { id } = (await rest.post(route, { body: ask })) as { id: string };
    expect(discord.commands()).toEqual([]);
    const one = Routes.applicationGuildCommand(APP_ID, discord.guild.id, id);
    expect(await rest.patch(one, { body: { description: 'New' } })).toMatchObject({
      id,
      description: 'New',
      name: 'ask',
    });
    await rest.delete(one);
    await expect(rest.get(one)).rejects.toMatchObject({ code: 10_063 });
    expect(discord.commands(discord.guild)).toEqual([]);
  });

  test('of somebody else, or of a guild without the app, are refused', async () => {
    const elsewhere = guild({ hasApp: false });
    const discord = await startDiscord({ guilds: [guild(), elsewhere] });
    const rest = restOf(discord);
    await expect(rest.get(Routes.applicationCommands('1230000000000000000'))).rejects.toMatchObject({ code: 10_002 });
    await expect(rest.get(Routes.applicationGuildCommands(APP_ID, elsewhere.id))).rejects.toMatchObject({
      code: 50_001,
    });
  });

  test('are fetched and set by the client itself', async () => {
    const discord = await startDiscord();
    const client = await login(discord);
    await client.application.commands.set([ask as never, check as never]);
    const fetched = await client.application.commands.fetch({ withLocalizations: true });
    expect(fetched.map(({ name, nameLocalizations }) => [name, nameLocalizations])).toEqual([
      ['ask', { fr: 'demander' }],
      ['Check quotations', null],
    ]);
  });
});

test('the client finds application, people, members and channels that it fetches', async () => {
  const ada = person('Ada');
  const discord = await startDiscord({ guilds: [guild({ members: [ada] })] });
  const client = await login(discord);
  expect((await client.application.fetch()).name).toBe('iran-talks');
  expect((await client.users.fetch(ada.id)).displayName).toBe('Ada');
  const here = client.guilds.cache.first();
  expect((await here?.members.fetch(ada.id))?.displayName).toBe('Ada');
  expect((await here?.members.fetchMe({ force: true }))?.id).toBe(discord.bot.id);
  expect((await here?.fetch())?.name).toBe('Newsroom');
  expect((await client.channels.fetch(discord.channel.id, { force: true }))?.id).toBe(discord.channel.id);
  await client.rest.post(Routes.channelTyping(discord.channel.id));
  await expect(here?.members.fetch('1230000000000000000')).rejects.toMatchObject({ code: 10_007 });
});

test('a server that is closed takes its clients’ connections with it', async () => {
  const discord = await startDiscord();
  const client = clientOf(discord);
  await client.login(discord.token);
  discord.on('GET', '/users/@me', { hang: true });
  const hanging = client.rest.get('/users/@me');
  await discord.request('GET', '/users/@me');
  await discord.close();
  await expect(hanging).rejects.toThrow();
  expect(client).toBeInstanceOf(Client);
});
