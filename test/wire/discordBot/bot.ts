// The whole program against the local Discord.
import type { LocalDiscord } from '../discord/server.ts';
import { type Bot, launch, STARTS } from '../program.ts';

export { type Bot, launch, STARTS } from '../program.ts';

/** Until it is connected and its commands are there. */
export async function startBot(discord: LocalDiscord, env: Readonly<Record<string, string>> = {}): Promise<Bot> {
  const from = discord.gateway.events.length;
  const bot = launch({ ...discord.env, ...env });
  await discord.gateway.until('ready', { from, timeoutMs: STARTS });
  await bot.logged('the commands');
  return bot;
}
