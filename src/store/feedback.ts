// What people thought of findings: one row for a person and a statement, read back by statement.
import type { Kysely, Selectable } from 'kysely';
import { compare } from './compare.ts';
import { keyOf, timeOf } from './keys.ts';
import type { Feedback, FeedbackNote, FeedbackSummary, Verdict } from './store.ts';
import type { Tables } from './tables.ts';

export async function addFeedback(db: Kysely<Tables>, feedback: Feedback, at: Date): Promise<void> {
  const { platform, user, community, place, passageId, statementId, request, verdict, note } = feedback;
  const key = { platform: keyOf(platform), pressed_by: keyOf(user), about: keyOf(statementId ?? passageId) };
  const rest = { passage_id: passageId, statement_id: statementId, request, verdict, note, at: timeOf(at) };
  const saved = { community, place, ...rest };
  await db
    .insertInto('feedback')
    .values({ ...key, ...saved })
    .onConflict((conflict) => conflict.columns(['platform', 'pressed_by', 'about']).doUpdateSet(saved))
    .execute();
}

export async function readFeedback(db: Kysely<Tables>, since: Date): Promise<FeedbackSummary[]> {
  const rows = await db.selectFrom('feedback').selectAll().where('at', '>=', timeOf(since)).execute();
  rows.sort(
    (a, b) => Number(b.at) - Number(a.at) || compare(a.platform, b.platform) || compare(a.pressed_by, b.pressed_by),
  );
  const byStatement = new Map<string, Row[]>();
  for (const row of rows) {
    const about = byStatement.get(row.about);
    if (about === undefined) byStatement.set(row.about, [row]);
    else about.push(row);
  }
  const summaries = [...byStatement].map(([about, pressed]) => ({ about, summary: summarise(pressed) }));
  summaries.sort((a, b) => b.summary.wrong - a.summary.wrong || compare(a.about, b.about));
  return summaries.map(({ summary }) => summary);
}

type Row = Selectable<Tables['feedback']>;

/** `rows` are of one statement, newest first, and not empty. */
function summarise(rows: readonly Row[]): FeedbackSummary {
  const [{ passage_id: passageId, statement_id: statementId }] = rows as readonly [Row];
  const count = (verdict: Verdict): number => rows.filter((row) => row.verdict === verdict).length;
  const notes = rows.flatMap(({ verdict, note, request, at }): FeedbackNote[] =>
    note === null ? [] : [{ verdict: verdict as Verdict, note, request, at: new Date(Number(at)) }],
  );
  return { passageId, statementId, right: count('right'), wrong: count('wrong'), notes };
}
