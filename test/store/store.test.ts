// The databases that a store can be kept in; each must pass the whole contract.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/openStore.ts';
import { describeStore } from './contract.ts';
import { newSchema, POSTGRES_URL } from './postgres.ts';

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
  describeStore({
    name: 'PostgreSQL',
    isShared: true,
    async stand() {
      const schema = await newSchema();
      return { open: () => openStore(schema.url), remove: schema.drop };
    },
  });
}
