// One step from a version of the tables to the next. Written with kysely's schema builder, in types that SQLite and PostgreSQL share
// (text, integer, bigint). Once published a step is never edited: the next one mends it.
import type { Kysely } from 'kysely';

/** Runs inside a transaction: it is carried out as a whole or not at all. */
export type Migration = (db: MigratingDatabase) => Promise<void>;

/** No table has a type here: a step knows those of its own time. `sql` takes it, too. */
export type MigratingDatabase = Pick<Kysely<unknown>, 'schema' | 'getExecutor'>;
