// Three processes of the whole program on one PostgreSQL, one of them killed in the middle: every channel has its digest once.
import { expect, test } from 'vitest';
import { openStore } from '../../../src/store/openStore.ts';
import { subscription } from '../../schedule/world.ts';
import { newSchema, onServer, POSTGRES_URL } from '../../store/postgres.ts';
import { startSlack } from '../slack/server.ts';
import { channel, workspace } from '../slack/world.ts';
import { freePort, launch } from './bot.ts';

const MANY = 300;

test.skipIf(POSTGRES_URL === null)(
  '300 channels, three processes, one killed: one digest each',
  async () => {
    const channels = Array.from({ length: MANY }, (_, at) => channel(`talks-${at}`));
    const home = workspace({ channels });
    const slack = await startSlack({ workspaces: [home] });
    const schema = await newSchema();
    try {
      const due = new Date(Date.now() - 5 * 60_000);
      const store = await openStore(schema.url);
      await Promise.all(
        channels.map(({ id }) => {
          const key = { platform: 'slack', community: home.id, channel: id } as const;
          const set = subscription(due, { whenEmpty: 'line', startedAt: new Date(Date.now() + 3_600_000) }, key);
          return store.saveSubscription({ ...set, next: { date: due.toISOString().slice(0, 10), at: due } });
        }),
      );
      const posted = (): number => slack.requests.filter(({ method }) => method === 'chat.postMessage').length;
      const another = async (timeoutMs: number): Promise<void> => {
        await slack.request('chat.postMessage', { from: slack.requests.length, timeoutMs }).catch(() => undefined);
      };
      const bots = [];
      for (let number = 0; number < 3; number += 1)
        bots.push(launch({ ...slack.env('http', await freePort()), DATABASE_URL: schema.url }));
      while (posted() < MANY / 6) await another(20_000);
      bots[0]?.child.kill('SIGKILL');
      await bots[0]?.ended;
      // Whoever is gone has its deliveries for minutes more: they pass at once here. Nobody else's are touched.
      const release = `update deliveries set not_before = 0 where state = 'waiting' and worker like '%/${bots[0]?.child.pid}/%'`;
      await onServer((client) => client.query(release), schema.url);
      const states = async (): Promise<string[]> =>
        (await schema.rowsOf('select state from deliveries')).map((row) => (row as { state: string }).state);
      for (;;) {
        const now = await states();
        if (now.length === MANY && now.every((state) => state === 'posted')) break;
        await another(300);
      }
      expect(channels.map((one) => slack.messages(one).length)).toEqual(channels.map(() => 1));
      const workers = await schema.rowsOf('select count(*)::int as count from deliveries');
      expect(workers).toEqual([{ count: MANY }]);
      // What the killed one left was sent by those that are left.
      expect(bots.slice(1).some(({ logs }) => logs.some(({ msg }) => msg === 'digests: one was posted'))).toBe(true);
      for (const bot of bots.slice(1)) expect(await bot.stop()).toBe(0);
      await store.close();
    } finally {
      await schema.drop();
    }
  },
  60_000,
);
