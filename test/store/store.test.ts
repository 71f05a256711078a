// The databases that a store can be kept in; each must pass the whole contract.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from '../../src/store/openStore.ts';
import { describeStore } from './contract.ts';
import { newSchema, POSTGRES_URL, type Schema } from './postgres.ts';

describeStore({
  name: 'SQLite in a file',
  isShared: true,
  async stand() {
    const folder = await mkdtemp(join(tmpdir(), 'iran-talks-store-'));
    return {
      open: () => openStore(`file:${join(folder, 'store.sqlite')}`),
      remove: () => rm(folder, { recursive: true }),
    };
  },
});

describeStore({
  name: 'SQLite in memory',
  isShared: false,
  stand: async () => ({ open: () => openStore('file::memory:'), remove: async () => {} }),
});

if (POSTGRES_URL !== null) {
  const free: Schema[] = [];
  afterAll(async () => {
    for (const schema of free) await schema.drop();
  });
  describeStore({
    name: 'PostgreSQL',
    isShared: true,
    async stand() {
      const schema = free.pop() ?? (await newSchema());
      const remove = async (): Promise<void> => {
        await schema.empty();
        free.push(schema);
      };
      return { open: () => openStore(schema.url), remove };
    },
  });
}
