import { sql, type SQL } from 'drizzle-orm';
import type { Executor } from '../../db/index.ts';
import type { Batch } from './batch.ts';
import { chance, hash, idOf } from './chance-queries.ts';
import { FORMS } from './draw-forms.ts';

/** One try at an assessment, of everybody of the batch who gets so far. */
export type Sitting = {
  kind: 'pre-test' | 'assessment';
  ordinal: number;
  assessmentId: string;
  passingPercent: number | null;
};

/** How far learners come: shares of those who stop before, or in the middle of, a step. */
export const REACH = { preTest: 0.04, preTestDone: 0.08, assessment: 0.11, assessmentDone: 0.16 };

const minutes = (amount: SQL): SQL => sql`(${amount}) * interval '1 minute'`;

const days = (amount: SQL): SQL => sql`(${amount}) * interval '1 day'`;

/** What is empty at first, and filled try by try. */
export async function createSittings(tx: Executor): Promise<void> {
  await tx.execute(sql`create temp table demo_sittings (n int, kind text, ordinal int, id uuid, person_id uuid, form int,
    theta float8, started_at timestamptz, submitted_at timestamptz, answered int, total int, seed bigint,
    detailed boolean, correct int, passed boolean) on commit drop`);
  await tx.execute(sql`create temp table demo_answers (attempt_id uuid, position int, correct boolean, response jsonb,
    key bigint, answered_at timestamptz) on commit drop`);
}

const PRE_TEST = sql`select n, person_id, detailed, theta - 0.45 as theta, starts_at as started_at,
    case when reach >= ${REACH.preTestDone}::float8 then starts_at + ${minutes(sql`pre_minutes`)} end as submitted_at
  from demo_learners where reach >= ${REACH.preTest}::float8`;

const FIRST_TRY = sql`select n, person_id, detailed, theta + 0.95 as theta, began as started_at,
    case when reach >= ${REACH.assessmentDone}::float8 then began + ${minutes(sql`sit_minutes`)} end as submitted_at
  from (select *, starts_at + ${minutes(sql`pre_minutes + read_minutes`)} + ${days(sql`gap_one`)} as began
    from demo_learners where reach >= ${REACH.assessment}::float8) reached`;

/** Most of those who failed try again, the same day or some days later, and know more by then. */
function nextTry(batch: Batch, ordinal: number): SQL {
  const gap = ordinal === 2 ? sql`gap_two` : sql`0`;
  return sql`select l.n, l.person_id, l.detailed, s.theta + 0.4 as theta, began as started_at,
      began + ${minutes(sql`0.8 * sit_minutes`)} as submitted_at
    from demo_sittings s join demo_learners l on l.n = s.n
    cross join lateral (select s.submitted_at + interval '20 minutes' + ${days(gap)} as began) t
    where s.kind = 'assessment' and s.ordinal = ${ordinal - 1}::int and not s.passed
      and ${chance(sql`l.n::bigint`, batch, 40 + ordinal)} < 0.8`;
}

function triers(batch: Batch, { kind, ordinal }: Sitting): SQL {
  if (kind === 'pre-test') return PRE_TEST;
  return ordinal === 1 ? FIRST_TRY : nextTry(batch, ordinal);
}

/** Who sits, with which form; nothing is answered yet. */
export async function addSittings(tx: Executor, batch: Batch, sitting: Sitting): Promise<void> {
  const { kind, ordinal } = sitting;
  // A learner keeps the row of forms: its later ones hold what the earlier ones did not.
  const form = sql`(${hash(sql`n::bigint`, batch, kind === 'pre-test' ? 50 : 51)} & ${FORMS - 1}::int)::int`;
  await tx.execute(sql`insert into demo_sittings (n, kind, ordinal, id, person_id, form, theta, started_at, submitted_at,
      answered, total, seed, detailed)
    select n, ${kind}::text, ${ordinal}::int, ${idOf(`${kind} ${ordinal}`, batch)}, person_id, t.form, theta, started_at,
      submitted_at,
      case when not detailed then 0 when submitted_at is null
        then floor(f.total * ${chance(sql`n::bigint`, batch, 52)})::int else f.total end,
      f.total, f.seed, detailed
    from (select *, ${form} as form from (${triers(batch, sitting)}) who) t
    join demo_forms f on f.kind = ${kind}::text and f.ordinal = ${ordinal}::int and f.form = t.form and f.position = 1`);
  await tx.execute(sql`analyze demo_sittings`);
}

/** What those with responses on record chose, by ability and item; the wrong option that draws most draws the weak most. */
export async function addAnswers(tx: Executor, batch: Batch, { kind, ordinal }: Sitting): Promise<void> {
  const purpose = kind === 'pre-test' ? 60 : 60 + 2 * ordinal;
  const u = (more: number) => chance(sql`key`, batch, purpose + more);
  await tx.execute(sql`insert into demo_answers (attempt_id, position, correct, response, key, answered_at)
    select id, position, correct,
      case when correct then "right" else
        wrong[1 + case when cardinality(cuts) = 0 then 0
          else width_bucket(power(${u(1)}, exp(0.35 * theta))::float8, cuts) end] end,
      key, started_at + position * pace
    from (
      select s.id, s.theta, s.started_at, f.position, f."right", f.wrong, f.cuts, key,
        coalesce(s.submitted_at - s.started_at, interval '6 minutes') / (s.total + 1) as pace,
        ${u(0)} < f.guess + (1 - f.guess) / (1 + exp(-f.slope * (s.theta - f.difficulty))) as correct
      from demo_sittings s
      join demo_forms f on f.kind = s.kind and f.ordinal = s.ordinal and f.form = s.form and f.position <= s.answered
      cross join lateral (select s.n::bigint * 256 + f.position as key) numbered
      where s.kind = ${kind}::text and s.ordinal = ${ordinal}::int and s.detailed
    ) chosen`);
}

/** Scores the tries that were finished: by the responses where they are on record, else by ability alone. */
export async function scoreSittings(tx: Executor, batch: Batch, sitting: Sitting): Promise<void> {
  const { kind, ordinal, passingPercent } = sitting;
  const purpose = kind === 'pre-test' ? 70 : 70 + 2 * ordinal;
  const luck = chance(sql`n::bigint`, batch, purpose);
  const other = chance(sql`n::bigint`, batch, purpose + 1);
  const expected = sql`total / (1 + exp(-1.1 * theta - 0.7)) + 1.3 * (${luck} + ${other} - 1)`;
  await tx.execute(sql`update demo_sittings s set correct = a.correct
    from (select attempt_id, count(*) filter (where correct)::int as correct from demo_answers group by attempt_id) a
    where a.attempt_id = s.id and s.submitted_at is not null and s.correct is null`);
  await tx.execute(sql`update demo_sittings
    set correct = coalesce(correct, least(total, greatest(0, round(${expected})))::int)
    where kind = ${kind}::text and ordinal = ${ordinal}::int and submitted_at is not null`);
  if (passingPercent !== null)
    await tx.execute(sql`update demo_sittings set passed = correct * 100 >= ${passingPercent}::int * total
      where kind = ${kind}::text and ordinal = ${ordinal}::int and submitted_at is not null`);
}
