// When each passage was first seen, what each channel has had, and articles as they were last seen.
import type { Kysely } from 'kysely';
import { compare } from './compare.ts';
import type { ArticleChange, ArticleVersion } from './digestStore.ts';
import { keyOf, timeOf } from './keys.ts';
import type { Tables } from './tables.ts';

/** Rows of one query: PostgreSQL takes 65,535 values in one, SQLite 32,766. */
const PIECE = 1_000;

/** In pieces, so that others get their turn: a corpus may have hundreds of thousands. */
export async function recordSeen(db: Kysely<Tables>, entries: readonly string[], at: Date): Promise<void> {
  // Always in one order: two processes that write the same at the same time do not wait for each other in a circle.
  const sorted = [...entries].sort(compare);
  for (let from = 0; from < sorted.length; from += PIECE) {
    await db
      .insertInto('seen')
      .values(sorted.slice(from, from + PIECE).map((entry) => ({ entry: keyOf(entry), at: timeOf(at) })))
      .onConflict((conflict) => conflict.column('entry').doNothing())
      .execute();
  }
}

export async function readSeen(db: Kysely<Tables>, since: Date): Promise<ReadonlyMap<string, Date>> {
  const rows = await db.selectFrom('seen').selectAll().where('at', '>=', timeOf(since)).execute();
  return new Map(rows.map(({ entry, at }) => [entry, new Date(Number(at))]));
}

export async function readEntries(db: Kysely<Tables>, subscriptionId: string): Promise<ReadonlySet<string>> {
  const query = db.selectFrom('entries').select('entry').where('subscription_id', '=', keyOf(subscriptionId));
  return new Set((await query.execute()).map(({ entry }) => entry));
}

export async function readVersions(db: Kysely<Tables>): Promise<ArticleVersion[]> {
  const rows = await db.selectFrom('articles').selectAll().execute();
  return rows
    .map(({ article_id, version, snapshot }) => ({ articleId: article_id, version, snapshot }))
    .sort((a, b) => compare(a.articleId, b.articleId));
}

export async function saveArticles(
  db: Kysely<Tables>,
  versions: readonly ArticleVersion[],
  changes: readonly ArticleChange[],
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    for (const { articleId, version, at, detail } of changes) {
      await transaction
        .insertInto('article_changes')
        .values({ article_id: keyOf(articleId), version: keyOf(version), at: timeOf(at), detail })
        .onConflict((conflict) => conflict.columns(['article_id', 'version']).doNothing())
        .execute();
    }
    const sorted = [...versions].sort((a, b) => compare(a.articleId, b.articleId));
    for (const { articleId, version, snapshot } of sorted) {
      await transaction
        .insertInto('articles')
        .values({ article_id: keyOf(articleId), version: keyOf(version), snapshot })
        .onConflict((conflict) => conflict.column('article_id').doUpdateSet({ version, snapshot }))
        .execute();
    }
  });
}

export async function readChanges(db: Kysely<Tables>, since: Date): Promise<ArticleChange[]> {
  const rows = await db.selectFrom('article_changes').selectAll().where('at', '>=', timeOf(since)).execute();
  return rows
    .map(({ article_id, version, at, detail }) => ({
      articleId: article_id,
      version,
      at: new Date(Number(at)),
      detail,
    }))
    .sort((a, b) => a.at.getTime() - b.at.getTime() || compare(a.articleId, b.articleId));
}
