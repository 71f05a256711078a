// The real client of discord.js on a local Discord, for the tests of the latter. It identifies again without the five seconds
// that discord.js waits for Discord's sake.
import { Client, type ClientOptions, Events, GatewayIntentBits, Partials } from 'discord.js';
import { Agent } from 'undici';
import { onTestFinished } from 'vitest';
import type { LocalDiscord } from './server.ts';

export type Setup = Partial<ClientOptions> & {
  readonly token?: string;
  /** Of a test that runs beside others, whose end is its own. */
  readonly onTestFinished?: typeof onTestFinished;
};

/** A client that is not logged in yet; it ends with the test. */
export function clientOf(discord: LocalDiscord, { rest, onTestFinished: atEnd, ...options }: Setup = {}): Client {
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    ...options,
    // Its own dispatcher, as the bot has one: see discord/client.ts.
    rest: { api: discord.url, agent: new Agent(), ...rest },
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }), ...options.ws },
  });
  // Errors of the gateway that nobody listens to would end the process.
  client.on(Events.Error, () => {});
  client.on(Events.ShardError, () => {});
  (atEnd ?? onTestFinished)(async () => {
    await client.destroy();
  });
  return client;
}

/** A client that has logged in and received its guilds. */
export async function login(discord: LocalDiscord, setup: Setup = {}): Promise<Client<true>> {
  const client = clientOf(discord, setup);
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  await client.login(setup.token ?? discord.token);
  return ready;
}
