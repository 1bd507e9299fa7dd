import { sql } from 'drizzle-orm';
import type { Executor } from '#lib/server/db/index.ts';

/** A pair of items with how many of the learners were right both times, learned, lost, or were wrong both times. */
export type PairPlan = { before: string; after: string; cells: [number, number, number, number] };

/** `before` and `after`: of an item that stands in one form only, how many were right (the first ones). */
export type LearnersPlan = {
  learners: number;
  pairs: PairPlan[];
  before: Record<string, number>;
  after: Record<string, number>;
};

/** The marks of learner `n`, counted from 1, by item. */
export function marksOf(plan: LearnersPlan, n: number) {
  const pairs = plan.pairs.map(({ before, after, cells: [both, learned, lost] }) => ({
    before,
    after,
    wasRight: n <= both || (n > both + learned && n <= both + learned + lost),
    isRight: n <= both + learned
  }));
  const single = (right: Record<string, number>) =>
    Object.entries(right).map(([item, count]): [string, boolean] => [item, n <= count]);
  return {
    before: [
      ...pairs.map(({ before, wasRight }): [string, boolean] => [before, wasRight]),
      ...single(plan.before)
    ],
    after: [...pairs.map(({ after, isRight }): [string, boolean] => [after, isRight]), ...single(plan.after)]
  };
}

/**
 * Puts learners of the sample with a pre-test and a first assessment on record, by SQL alone, as planned. Wrong items of
 * the pre-test were left open. Professions: every tenth a pharmacist, the last two physiotherapists, else nurses.
 */
export async function insertMatchedLearners(db: Executor, plan: LearnersPlan): Promise<void> {
  const id = (kind: string) => sql`md5(${`matched ${kind} `}::text || n)::uuid`;
  const numbers = sql`generate_series(1, ${plan.learners}::integer) n`;
  const marks = Array.from({ length: plan.learners }, (_, index) => index + 1).flatMap((n) => {
    const { before, after } = marksOf(plan, n);
    const rows = (kind: string, all: [string, boolean][]) =>
      all.map(([item, right], index) => ({ n, kind, item, right, position: index + 1 }));
    return [...rows('pre-test', before), ...rows('assessment', after)];
  });
  const planned = sql`jsonb_to_recordset(${JSON.stringify(marks)}::jsonb)
    as m(n integer, kind text, item text, "right" boolean, position integer)`;
  const attempt = sql`md5('matched ' || m.kind || ' ' || m.n)::uuid`;
  await db.execute(sql`insert into people (id, email, password_hash, created_at)
    select ${id('person')}, 'matched-' || n || '@example.org', '', now() from ${numbers}`);
  await db.execute(sql`insert into profiles (person_id, given_name, family_name, profession, country, updated_at)
    select ${id('person')}, 'Given' || n, 'Family' || n, case when n > ${plan.learners - 2}::integer
      then 'physiotherapist' when n % 10 = 0 then 'pharmacist' else 'nurse' end, 'US', now() from ${numbers}`);
  await db.execute(sql`insert into attempts (id, assessment_id, person_id, ordinal, state, seed, started_at, items_total)
    select md5('matched ' || f.kind || ' ' || n)::uuid, f.id, ${id('person')}, 1, 'in-progress', 1,
      s.at, 10
    from ${numbers}, assessments f join (values ('pre-test', timestamptz '2026-12-01 10:00Z'),
      ('assessment', timestamptz '2026-12-01 11:00Z')) s(kind, at) on s.kind = f.kind`);
  await db.execute(sql`insert into attempt_items (attempt_id, position, item_version_id, option_order)
    select ${attempt}, m.position, v.id, '[]' from ${planned} join items i on i.external_id = m.item
      join item_versions v on v.item_id = i.id and v.status = 'live'`);
  await db.execute(sql`insert into responses (attempt_id, position, response, correct, sequence, idempotency_key, answered_at)
    select ${attempt}, m.position, '{}', m."right", 1, gen_random_uuid(), now() from ${planned}
    where m."right" or m.kind = 'assessment'`);
  const given = sql`select count(*) from responses r where r.attempt_id = t.id`;
  await db.execute(sql`update attempts t set state = 'submitted', submitted_at = t.started_at + interval '5 minutes',
      answered = (${given}), items_correct = (${given} and r.correct)
    where t.id in (select ${attempt} from ${planned})`);
}
