// A process of its own with a store, as processes.test.ts starts it: `node child.js <job> <url> …`. It says "ready" and begins when it
// is told to, with each of several stores in turn, so that several begin at the same moment.

import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { openStore } from '../../src/store/openStore.ts';

const AT = new Date(Date.UTC(2026, 1, 12));

const JOBS: Readonly<Record<string, (url: string) => Promise<void>>> = {
  /** Opens the store, which makes its tables. */
  async open(url) {
    const store = await openStore(url);
    say(String(await store.claimOnce('opened', AT)));
    await store.close();
  },
  /** Claims 300 keys in turn and says which it was given. */
  async claim(url) {
    const store = await openStore(url);
    for (let number = 0; number < 300; number += 1) {
      if (await store.claimOnce(`k${number}`, AT)) say(`k${number}`);
    }
    await store.close();
  },
  /** Writes without end, and says what was acknowledged. */
  async write(url) {
    const store = await openStore(url);
    for (let number = 0; ; number += 1) {
      await store.saveContext(
        `p${number}`,
        { request: `ask ${'ferries '.repeat(number % 100)}${number}`, page: number },
        AT,
      );
      await store.claimOnce(`k${number}`, AT);
      say(String(number));
    }
  },
  /** Writes until the disk refuses, and says what was acknowledged, then why it ended. */
  async fill(url) {
    const store = await openStore(url);
    try {
      for (let number = 0; ; number += 1) {
        await store.saveContext(`p${number}`, { request: 'ferries '.repeat(500), page: number }, AT);
        say(String(number));
      }
    } catch (cause) {
      say(`${Reflect.get(Object(cause), 'code')}: ${Reflect.get(Object(cause), 'message')}`);
    }
  },
};

/** At once, past every buffer: what is said before the process is killed arrives. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

const [job = '', ...urls] = process.argv.slice(2);
for (const url of urls) {
  say('ready');
  await once(process.stdin, 'data');
  await JOBS[job]?.(url);
}
process.stdin.destroy();
