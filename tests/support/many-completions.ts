import { sql, type SQL } from 'drizzle-orm';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { SAMPLE } from './learner.ts';

/** Puts `howMany` people with a completion each on record, by SQL alone; `day` of number n. */
export async function insertManyCompletions(
  db: Executor,
  howMany: number,
  day: SQL = sql`date '2027-01-01' + n % 365`
): Promise<void> {
  const activity = await readActivity(db, SAMPLE);
  const assessment = activity?.assessments.find(({ kind }) => kind === 'assessment');
  if (!activity || !assessment) throw new Error('The sample activity is not in the database.');
  const id = (kind: string) => sql`md5(${kind}::text || n)::uuid`;
  const numbers = sql`generate_series(1, ${howMany}::integer) n`;
  const version = activity.activityVersionId;
  await db.transaction(async (tx) => {
    await tx.execute(sql`insert into people (id, email, password_hash, created_at)
      select ${id('person')}, 'many-' || n || '@example.org', '', now() from ${numbers}`);
    await tx.execute(sql`insert into profiles (person_id, given_name, family_name, profession, country, updated_at)
      select ${id('person')}, 'Given' || n, 'Family' || n, 'nurse', 'US', now() from ${numbers}`);
    await tx.execute(sql`insert into attempts (id, assessment_id, person_id, ordinal, state, seed, answered, started_at,
        submitted_at, items_correct, items_total, passed)
      select ${id('attempt')}, ${assessment.id}, ${id('person')}, 1, 'submitted', 1, 10, now(), now(), 8, 10, true
      from ${numbers}`);
    await tx.execute(sql`insert into evaluations (id, person_id, activity_version_id, answers, submitted_at)
      select ${id('evaluation')}, ${id('person')}, ${version}, '{}', now() from ${numbers}`);
    await tx.execute(sql`insert into completions
        (id, person_id, activity_version_id, attempt_id, evaluation_id, completed_on, completed_at)
      select ${id('completion')}, ${id('person')}, ${version}, ${id('attempt')}, ${id('evaluation')},
        ${day}, now() from ${numbers}`);
  });
}
