// What can be wrong with a PostgreSQL server: each has a code, and a sentence that says what to do and shows no password. What passes is waited for.
import { describe, expect, onTestFinished, test } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { createStore } from '../../src/store/createStore.ts';
import type { Claim } from '../../src/store/digestStore.ts';
import { openPostgres } from '../../src/store/openPostgres.ts';
import { openStore } from '../../src/store/openStore.ts';
import { findPostgresFault, isPassing } from '../../src/store/postgresFaults.ts';
import type { Store } from '../../src/store/store.ts';
import { newSchema, onServer, POSTGRES_URL, type Schema } from './postgres.ts';
import { SECRET, type ServerProxy, startProxy } from './postgresProxy.ts';
import { idOf, subscription } from './subscription.ts';

const AT = new Date(Date.UTC(2026, 1, 12));
const context = { request: 'who said "missiles"', page: 1 };

async function errorOf(promise: Promise<unknown>): Promise<StoreError> {
  try {
    await promise;
  } catch (cause) {
    if (cause instanceof StoreError) return cause;
    throw cause;
  }
  throw new Error('it succeeded');
}

/** Closed when the test is over. */
async function open(url: string, patienceMs?: number): Promise<Store> {
  const store = await openStore(url, patienceMs === undefined ? {} : { patienceMs });
  onTestFinished(() => store.close());
  return store;
}

/** Dropped when the test is over. */
async function schema(): Promise<Schema> {
  const made = await newSchema();
  onTestFinished(made.drop);
  return made;
}

/** A store behind a proxy. */
async function stand(patienceMs?: number): Promise<{ proxy: ServerProxy; store: Store; own: Schema }> {
  const own = await schema();
  const proxy = await startProxy(own.url);
  return { proxy, own, store: await open(proxy.urlOf(own.url), patienceMs) };
}

/** As the drivers make them. */
function fault(code: string | null, message = ''): Error {
  return Object.assign(new Error(message), code === null ? {} : { code });
}

describe('findPostgresFault', () => {
  const NAME = 'The PostgreSQL database talks at db.example:5432';

  test.each([
    ['ECONNREFUSED', 'connection', "can't be reached (ECONNREFUSED): look whether the server runs"],
    ['ENOTFOUND', 'connection', 'nobody knows its host'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'connection', 'a certificate that is not trusted'],
    ['57P01', 'connection', 'was lost'],
    ['08006', 'connection', 'was lost'],
    ['57P03', 'connection', 'is starting or shutting down'],
    ['28P01', 'password', 'refuses user or password'],
    ['28000', 'password', 'refuses user or password'],
    ['3D000', 'no-database', 'is not there: make it (createdb)'],
    ['3F000', 'no-database', 'has no schema for the tables'],
    ['42501', 'permission', "can't be written by the user of DATABASE_URL"],
    ['25006', 'read-only', 'name the primary server'],
    ['53100', 'full', 'make room on it; what was saved before stays'],
    ['53300', 'connections', 'raise max_connections'],
    ['58030', 'disk', "can't be read or written"],
    ['55P03', 'locked', 'is locked by another program'],
    ['40P01', 'locked', 'is locked by another program'],
    ['XX001', 'damaged', 'put a backup in its place'],
    ['42P01', 'damaged', 'put a backup in its place'],
    ['42P07', 'other-program', 'tables of another program'],
  ])('reads %s as %s: %s', (given, code, part) => {
    const found = findPostgresFault(fault(given), NAME, false);
    expect(found).toMatchObject({ name: 'StoreError', code, message: expect.stringContaining(part) });
    expect(found?.message).toMatch(/database talks at db\.example:5432\b.*[^.]\.$/);
  });

  test.each([
    ['Connection terminated unexpectedly', 'connection', 'was lost'],
    ['Client has encountered a connection error and is not queryable', 'connection', 'was lost'],
    ['Query read timeout', 'connection', 'was lost'],
    ['timeout exceeded when trying to connect', 'connection', "can't be reached (ETIMEDOUT)"],
    ['SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string', 'password', 'refuses user or password'],
    ['The server does not support SSL connections', 'connection', 'offers no encryption'],
  ])('reads %j as %s: %s', (message, code, part) => {
    const found = findPostgresFault(fault(null, message), NAME, false);
    expect(found).toMatchObject({ code, message: expect.stringContaining(part) });
  });

  test('says where it is not known whether a change was kept', () => {
    const { message = '' } = findPostgresFault(fault('ECONNRESET'), NAME, true) ?? {};
    expect(message).toMatch(/ Whether the last change was kept is not known\.$/);
  });

  test.each([fault('42601'), fault('23505'), fault(null, 'is not a function'), null, 'ECONNREFUSED'])(
    'leaves alone what is a bug: %s',
    (cause) => {
      expect(findPostgresFault(cause, NAME, false)).toBeNull();
      expect(isPassing(cause)).toBe(false);
    },
  );

  test.each(['28P01', '3D000', '53100', '25006', '55P03', 'ENOTFOUND', 'XX001'])(
    '%s does not pass by itself',
    (code) => {
      expect(isPassing(fault(code))).toBe(false);
    },
  );
});

describe('openPostgres', () => {
  test.each([
    ['postgres://bot:correct-horse@db.example/talks', 'The PostgreSQL database talks at db.example:5432'],
    ['postgresql://bot:correct-horse@127.0.0.1:5433/a%20b', 'The PostgreSQL database a b at 127.0.0.1:5433'],
    ['postgres://bot:correct-horse@/talks?host=/run/pg', 'The PostgreSQL database talks at /run/pg'],
  ])('connects not yet, and calls %s by its place', async (url, name) => {
    const backend = openPostgres(url, { ms: 0 });
    expect(backend.name).toBe(name);
    await backend.db.destroy();
  });

  test('refuses a certificate that is not there, by its file', () => {
    const url = `postgres://bot:${SECRET}@db.example/talks?sslrootcert=/nowhere/root.crt`;
    const refusal = (): unknown => openPostgres(url, { ms: 0 });
    expect(refusal).toThrow(/^DATABASE_URL names .* can't be used: ENOENT.*\/nowhere\/root\.crt'\.$/);
    expect(refusal).not.toThrow(SECRET);
  });
});

describe.skipIf(POSTGRES_URL === null)('openStore on PostgreSQL refuses', () => {
  const SERVER = POSTGRES_URL ?? '';
  const changed = (change: { pathname?: string; search?: string }): string => {
    const url = new URL(SERVER);
    url.password = SECRET;
    return Object.assign(url, change).href;
  };
  const refusal = async (url: string): Promise<StoreError> => {
    const error = await errorOf(openStore(url, { patienceMs: 30 }));
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toContain(SECRET);
    return error;
  };

  test('a port where nothing listens', async () => {
    const proxy = await startProxy(SERVER);
    await proxy.close();
    const { code, message } = await refusal(proxy.urlOf(SERVER));
    const { port } = new URL(proxy.urlOf(SERVER));
    expect(code).toBe('connection');
    expect(message).toBe(
      `The PostgreSQL database ${new URL(SERVER).pathname.slice(1)} at 127.0.0.1:${port} can't be reached (ECONNREFUSED): look whether the server runs and takes connections from this machine, and check host and port in DATABASE_URL.`,
    );
  });

  test('a database that is not there', async () => {
    const error = await refusal(changed({ pathname: '/nowhere' }));
    expect(error).toMatchObject({ code: 'no-database', message: expect.stringContaining('database nowhere at') });
  });

  test('a schema that is not there', async () => {
    const error = await refusal(changed({ search: '?options=-csearch_path%3Dnowhere' }));
    expect(error.code).toBe('no-database');
  });

  test('a wrong password, at once', async () => {
    const proxy = await startProxy(SERVER);
    proxy.refuse('28P01', 9);
    expect((await errorOf(openStore(proxy.urlOf(SERVER)))).code).toBe('password');
    expect(proxy.connections()).toBe(1);
  });

  test('a server that is full for longer than is waited', async () => {
    const proxy = await startProxy(SERVER);
    proxy.refuse('53300', 99);
    expect((await refusal(proxy.urlOf(SERVER))).code).toBe('connections');
    expect(proxy.connections()).toBeGreaterThan(1);
  });

  test('a user without rights', async () => {
    const own = await schema();
    const role = `${own.name}_reader`;
    await onServer((client) => client.query(`create role ${role} login; grant usage on schema ${own.name} to ${role}`));
    onTestFinished(() =>
      onServer(async (client) => void (await client.query(`drop owned by ${role}; drop role ${role}`))),
    );
    const url = new URL(own.url);
    url.username = role;
    expect((await refusal(url.href)).code).toBe('permission');
  });

  test('a database that can only be read', async () => {
    const own = await schema();
    const options = `${new URL(own.url).searchParams.get('options')} -cdefault_transaction_read_only=on`;
    const url = new URL(own.url);
    url.searchParams.set('options', options);
    expect((await refusal(url.href)).code).toBe('read-only');
  });

  test.each(['create table contexts (id integer)', 'create table schema_version (installed_rank integer)'])(
    'tables of another program, and leaves them alone: %s',
    async (made) => {
      const own = await schema();
      await own.rowsOf(made);
      expect((await refusal(own.url)).code).toBe('other-program');
      expect(await own.rowsOf(`select count(*)::int from pg_tables where schemaname = '${own.name}'`)).toEqual([
        { count: 1 },
      ]);
    },
  );

  test('a database that can not keep every text', async () => {
    const { name } = await schema();
    const made = `create database ${name} encoding 'LATIN1' template template0 lc_collate 'C' lc_ctype 'C'`;
    await onServer((client) => client.query(made));
    onTestFinished(() => onServer(async (client) => void (await client.query(`drop database ${name} with (force)`))));
    const error = await refusal(changed({ pathname: `/${name}` }));
    expect(error).toMatchObject({ code: 'encoding', message: expect.stringContaining('has the encoding LATIN1') });
  });
});

describe.skipIf(POSTGRES_URL === null)('a server that', () => {
  test('is starting or full is waited for', async () => {
    const own = await schema();
    const proxy = await startProxy(own.url);
    proxy.refuse('57P03', 2);
    const store = await open(proxy.urlOf(own.url));
    proxy.cut();
    proxy.refuse('53300', 1);
    expect(await store.claimOnce('k', AT)).toBe(true);
  });

  test('is gone is told, and used again when it is back', async () => {
    const { proxy, store } = await stand(30);
    await store.saveContext('p', context, AT);
    await proxy.close();
    const error = await errorOf(store.findContext('p'));
    expect(error.code).toBe('connection');
    expect(error.message).not.toContain(SECRET);
    expect((await errorOf(store.enqueueDue(AT, 1, () => expect.fail('nothing is due')))).code).toBe('connection');
    await proxy.open();
    expect(await store.findContext('p')).toEqual(context);
  });

  test('comes back within the time that is waited is not noticed', async () => {
    const { proxy, store } = await stand();
    await proxy.close();
    const claiming = store.claimOnce('k', AT);
    const saving = store.saveContext('p', context, AT);
    await proxy.open();
    expect(await claiming).toBe(true);
    await saving;
  });
});

describe.skipIf(POSTGRES_URL === null)('a connection that', () => {
  test('was ended between two calls is replaced, whatever the call', async () => {
    const own = await schema();
    const store = await open(own.url);
    await own.endConnections();
    expect(await store.findContext('p')).toBeNull();
    await own.endConnections();
    expect(await store.claimOnce('k', AT)).toBe(true);
    await own.endConnections();
    await store.saveContext('p', context, AT);
    await own.endConnections();
    expect(await store.enqueueDue(AT, 1, () => expect.fail('nothing is due'))).toBe(0);
    await own.endConnections();
    expect(await store.claimDeliveries(AT, { worker: 'w', until: AT, most: 1 })).toEqual([]);
    await own.endConnections();
    await store.close();
  });

  test('is ended in the middle of a call is replaced, and what it had done is done once', async () => {
    const own = await schema();
    const store = await open(own.url);
    const delivery = { subscriptionId: idOf('C1'), slot: '2026-02-12', dueAt: AT, notBefore: AT };
    await store.saveSubscription(subscription('C1'));
    await store.addDelivery(delivery);
    const [mine] = await claimsOf(store);
    await onServer(async (other) => {
      await other.query("begin; lock table entries; insert into claims values ('k', 0)");
      const end = { state: 'posted', reason: null, entries: ['ferry#1'], at: AT } as const;
      const [claiming, finishing] = [store.claimOnce('k', AT), store.finishDelivery(mine, end)];
      await own.untilWaiting(2);
      await own.endConnections(other);
      await own.untilWaiting(2);
      await other.query('rollback');
      expect(await claiming).toBe(true);
      expect(await finishing).toBe(true);
    }, own.url);
    expect(await store.entriesOf(idOf('C1'))).toEqual(new Set(['ferry#1']));
    expect(await store.deliveries(idOf('C1'), 9)).toMatchObject([{ state: 'posted', attempts: 1 }]);
  });

  test('is lost with the answer to a reading, or to a write that may be made twice, is not noticed', async () => {
    const { proxy, store } = await stand();
    proxy.loseAnswerTo('insert into "contexts"');
    await store.saveContext('p', context, AT);
    proxy.loseAnswerTo('from "contexts"');
    expect(await store.findContext('p')).toEqual(context);
    expect(proxy.connections()).toBe(3);
  });

  test('is lost with the answer to any other write is told, and that its outcome is not known', async () => {
    const { proxy, store } = await stand();
    proxy.loseAnswerTo('insert into "claims"');
    const error = await errorOf(store.claimOnce('k', AT));
    expect(error).toMatchObject({ code: 'connection', message: expect.stringContaining('is not known') });
    expect(await store.claimOnce('k', AT)).toBe(false);
  });

  test('is lost in the middle of a transaction: it is made again as a whole; with its end: that is told', async () => {
    const { proxy, store } = await stand();
    await store.saveSubscription(subscription('C1'));
    await store.addDelivery({ subscriptionId: idOf('C1'), slot: '2026-02-12', dueAt: AT, notBefore: AT });
    const [mine] = await claimsOf(store);
    const end = { state: 'posted', reason: null, entries: ['ferry#1'], at: AT } as const;
    proxy.loseAnswerTo('insert into "entries"');
    expect(await store.finishDelivery(mine, end)).toBe(true);
    await store.addDelivery({ subscriptionId: idOf('C1'), slot: '2026-02-13', dueAt: AT, notBefore: AT });
    const [next] = await claimsOf(store);
    proxy.loseAnswerTo('commit');
    const error = await errorOf(store.finishDelivery(next, { ...end, entries: ['ferry#2'] }));
    expect(error.message).toContain('Whether the last change was kept is not known.');
    expect((await store.deliveries(idOf('C1'), 9)).filter(({ state }) => state === 'posted').length).toBeGreaterThan(0);
  });

  test('does not answer is given up', async () => {
    const own = await schema();
    await (await openStore(own.url)).close();
    const backend = openPostgres(own.url, { ms: 0, answerMs: 50 });
    const store = createStore(backend);
    onTestFinished(() => store.close());
    await onServer(async (other) => {
      await other.query('begin; lock table contexts');
      expect(await errorOf(store.findContext('p'))).toMatchObject({ code: 'connection' });
      await other.query('rollback');
    }, own.url);
    expect(await store.findContext('p')).toBeNull();
  });
});

/** The one that waits. */
async function claimsOf(store: Store): Promise<[Claim]> {
  const claims = await store.claimDeliveries(AT, { worker: 'w', until: new Date(AT.getTime() + 1), most: 9 });
  expect(claims).toHaveLength(1);
  return claims as [Claim];
}
