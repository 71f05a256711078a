// DATABASE_URL names a file or a PostgreSQL database, or says why it does not, without repeating what may be a password.
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { StoreError } from '../../src/errors.ts';
import { parseLocation } from '../../src/store/location.ts';

describe('parseLocation', () => {
  test.each([
    ['file:data/iran-talks.sqlite', resolve('data/iran-talks.sqlite')],
    ['file:./data/../store.sqlite', resolve('store.sqlite')],
    ['file:store', resolve('store')],
    ['FILE:store', resolve('store')],
    ['  file:store.sqlite \n', resolve('store.sqlite')],
    ['file:/srv/iran-talks/store.sqlite', '/srv/iran-talks/store.sqlite'],
    ['file:///srv/iran%20talks/store.sqlite', '/srv/iran talks/store.sqlite'],
    ['file://localhost/srv/store.sqlite', '/srv/store.sqlite'],
    ['file:our talks/100%25.sqlite', resolve('our talks/100%25.sqlite')],
    ['file:..store', resolve('..store')],
    ['file::memory:', ':memory:'],
  ])('reads %j as %s', (url, path) => {
    expect(parseLocation(url)).toEqual({ kind: 'file', path });
  });

  test.each([
    'postgres://bot:s%23cret@db.example:5433/store',
    'postgresql://bot@localhost/store?sslmode=no-verify',
    'POSTGRES://localhost',
    'postgres:///store?host=/run/postgresql',
    'postgres://bot@/store?host=/run/postgresql',
  ])('reads %j as a PostgreSQL database', (url) => {
    expect(parseLocation(` ${url}\n`)).toEqual({ kind: 'postgres', url });
  });

  test.each([
    ['', 'no other kind of database'],
    ['file:', 'no other kind of database'],
    ['data/store.sqlite', 'no other kind of database'],
    [':memory:', 'no other kind of database'],
    ['mysql://bot:secret@localhost/store', 'no other kind of database'],
    ['postgres:secret', 'two slashes'],
    ['postgres:', 'two slashes'],
    ['postgres://bot:sec#ret@localhost/store', 'write # as %23'],
    ['postgres://bot:sec/ret@localhost/store', 'write # as %23'],
    ['postgres://bot:sec?ret@localhost/store', 'write # as %23'],
    ['libsql://secret.example', 'no other kind of database'],
    ['sqlite:file:secret', 'no other kind of database'],
    ['file:secret.sqlite?mode=ro', 'no parameters'],
    ['file:///srv/secret#1.sqlite', 'no parameters'],
    ['file:sec\0ret', 'NUL'],
    ['file:data/', 'names a folder'],
    ['file:.', 'names a folder'],
    ['file:data/..', 'names a folder'],
    ['file:///srv/', 'names a folder'],
    ['file://secret/store.sqlite', 'a third slash and an absolute path'],
    ['file:///srv/a%2Fsecret', 'a third slash and an absolute path'],
  ])('refuses %j: %s', (url, reason) => {
    const refusal = refusalOf(url);
    expect(refusal).toMatchObject({ name: 'StoreError', code: 'url' });
    expect(refusal.message).toMatch(/^DATABASE_URL takes a file, such as file:data\/iran-talks\.sqlite .*\.$/);
    expect(refusal.message).toContain(reason);
    expect(refusal.message).not.toContain('secret');
  });
});

function refusalOf(url: string): StoreError {
  try {
    parseLocation(url);
  } catch (cause) {
    if (cause instanceof StoreError) return cause;
    throw cause;
  }
  throw new Error('it was read');
}
