// The whole program against the local Slack.
import { createServer } from 'node:net';
import { type Bot, launch } from '../program.ts';
import type { LocalSlack } from '../slack/server.ts';

export { type Bot, launch } from '../program.ts';

export type Mode = 'socket' | 'http';

/** Until it is connected; `env` with a PORT has been made with `slack.env`. */
export async function startBot(
  slack: LocalSlack,
  mode: Mode = 'socket',
  env: Readonly<Record<string, string>> = {},
): Promise<Bot> {
  const isSet = 'PORT' in env;
  const own = isSet ? {} : mode === 'socket' ? slack.env('socket') : slack.env('http', await freePort());
  const bot = launch({ ...own, ...env });
  await bot.logged('slack: connected');
  return bot;
}

/** A port that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
