import { sql, type SQL } from 'drizzle-orm';
import type { FunnelFacts } from '#lib/domain/report/outcomes/outcome-facts.ts';
import type { Executor } from '../db/index.ts';

const number = (query: SQL) => sql<number>`(${query})`.mapWith(Number);

/** First attempts that were handed in, and how far people came. One row. */
export async function selectOutcomeCounts(
  db: Executor,
  activityVersionId: string
): Promise<FunnelFacts & { before: number; after: number }> {
  const people = (kind: 'pre-test' | 'assessment', where: SQL) =>
    number(sql`select count(distinct t.person_id) from attempts t join assessments f on f.id = t.assessment_id
      where f.activity_version_id = ${activityVersionId} and f.kind = ${kind} and ${where}`);
  const handedIn = sql`t.ordinal = 1 and t.state = 'submitted'`;
  const [row] = await db
    .select({
      before: people('pre-test', handedIn),
      after: people('assessment', handedIn),
      preTestStarted: people('pre-test', sql`true`),
      preTestSubmitted: people('pre-test', sql`t.state = 'submitted'`),
      assessmentStarted: people('assessment', sql`true`),
      passed: people('assessment', sql`t.passed`),
      evaluated: number(
        sql`select count(*) from evaluations e where e.activity_version_id = ${activityVersionId}`
      ),
      certified: number(sql`select count(distinct c.person_id) from certificates c
        join credits k on k.id = c.credit_id where k.activity_version_id = ${activityVersionId}
        and not exists (select from certificates later where later.supersedes_id = c.id)
        and not exists (select from certificate_revocations r where r.certificate_id = c.id)`)
    })
    .from(sql`(select 1) one`);
  if (row === undefined) throw new Error('A row of counts is always there.');
  return row;
}

/** Completions of the last 53 weeks by the Monday of each. */
export function listWeeks(db: Executor, of: { activityVersionId: string; until: string }) {
  return db
    .select({ week: sql<string>`t.week`, completions: sql<number>`t.completions`.mapWith(Number) })
    .from(
      sql`(select to_char(date_trunc('week', completed_on::timestamp), 'YYYY-MM-DD') as week, count(*) as completions
        from completions where activity_version_id = ${of.activityVersionId}
          and completed_on > ${of.until}::date - 371 and completed_on <= ${of.until}::date
        group by 1 order by 1) t`
    );
}

/** How many learners chose each option of a question that asks for commitments. */
export function listCommitmentChoices(db: Executor, activityVersionId: string) {
  return db
    .select({
      question: sql<string>`t.question`,
      option: sql<string>`t.option`,
      learners: sql<number>`t.learners`.mapWith(Number)
    })
    .from(
      sql`(select q.key as question, o.value as option, count(distinct e.id) as learners
        from evaluations e cross join lateral jsonb_each(e.answers) q
        cross join lateral jsonb_array_elements_text(q.value -> 'options') o
        where e.activity_version_id = ${activityVersionId} and q.value ->> 'type' = 'commitment-to-change'
        group by 1, 2) t`
    );
}

/** Learners with a commitment, chosen or in their own words, and how many were written; `noChange`: options that are none. */
export async function selectCommitted(
  db: Executor,
  { activityVersionId, noChange }: { activityVersionId: string; noChange: string[] }
) {
  const [row] = await db
    .select({
      committed: sql<number>`count(distinct t.id) filter (where t.written > 0 or t.chosen > 0)`.mapWith(
        Number
      ),
      ownWords: sql<number>`coalesce(sum(t.written), 0)`.mapWith(Number)
    })
    .from(
      sql`(select e.id, jsonb_array_length(q.value -> 'ownWords') as written,
          (select count(*) from jsonb_array_elements_text(q.value -> 'options') o
            where not ${JSON.stringify(noChange)}::jsonb @> to_jsonb(o.value)) as chosen
        from evaluations e cross join lateral jsonb_each(e.answers) q
        where e.activity_version_id = ${activityVersionId} and q.value ->> 'type' = 'commitment-to-change') t`
    );
  return { committed: row?.committed ?? 0, ownWords: row?.ownWords ?? 0 };
}
