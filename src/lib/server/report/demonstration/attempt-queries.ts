import { sql, type SQL } from 'drizzle-orm';
import type { Executor } from '../../db/index.ts';
import type { Batch } from './batch.ts';
import { REACH, type Sitting } from './sitting-queries.ts';

const ofSitting = ({ kind, ordinal }: Sitting): SQL =>
  sql`s.kind = ${kind}::text and s.ordinal = ${ordinal}::int`;

/** The form of each try whose responses are on record, and the responses. */
async function insertResponses(tx: Executor, sitting: Sitting): Promise<void> {
  await tx.execute(sql`insert into attempt_items (attempt_id, position, item_version_id, option_order, target_order)
    select s.id, f.position, f.version, f."optionOrder", f."targetOrder"
    from demo_sittings s join demo_forms f on f.kind = s.kind and f.ordinal = s.ordinal and f.form = s.form
    where ${ofSitting(sitting)} and s.detailed`);
  await tx.execute(sql`insert into responses
      (attempt_id, position, response, correct, sequence, idempotency_key, answered_at)
    select a.attempt_id, a.position, a.response, a.correct, 1, md5(a.attempt_id::text || a.position)::uuid, a.answered_at
    from demo_answers a join demo_sittings s on s.id = a.attempt_id where ${ofSitting(sitting)}`);
}

/** Tries as they ended. */
async function insertEnded(tx: Executor, sitting: Sitting, which: SQL): Promise<void> {
  await tx.execute(sql`insert into attempts (id, assessment_id, person_id, ordinal, state, seed, answered, started_at,
      submitted_at, items_correct, items_total, passed)
    select s.id, ${sitting.assessmentId}::text::uuid, s.person_id, s.ordinal,
      case when s.submitted_at is null then 'in-progress' else 'submitted' end, s.seed, s.answered, s.started_at,
      s.submitted_at, s.correct, s.total, s.passed
    from demo_sittings s where ${ofSitting(sitting)} and ${which}`);
}

/** Tries open at first, since the database takes responses of open attempts only, and then handed in. */
async function insertStepByStep(tx: Executor, sitting: Sitting): Promise<void> {
  await tx.execute(sql`insert into attempts
      (id, assessment_id, person_id, ordinal, state, seed, answered, started_at, items_total)
    select s.id, ${sitting.assessmentId}::text::uuid, s.person_id, s.ordinal, 'in-progress', s.seed, s.answered,
      s.started_at, s.total
    from demo_sittings s where ${ofSitting(sitting)} and s.detailed`);
  await insertResponses(tx, sitting);
  await tx.execute(sql`update attempts t
    set state = 'submitted', submitted_at = s.submitted_at, items_correct = s.correct, passed = s.passed
    from demo_sittings s
    where s.id = t.id and ${ofSitting(sitting)} and s.detailed and s.submitted_at is not null`);
}

/** Writes the tries of a kind and number. */
export async function insertAttempts(tx: Executor, { checks }: Batch, sitting: Sitting): Promise<void> {
  if (checks === 'by-database') {
    await insertStepByStep(tx, sitting);
    await insertEnded(tx, sitting, sql`not s.detailed`);
    return;
  }
  await insertEnded(tx, sitting, sql`true`);
  await insertResponses(tx, sitting);
}

/** The sections that were opened: all of them by most of those who went on to the assessment. */
export async function insertReading(tx: Executor): Promise<void> {
  await tx.execute(sql`insert into section_progress (person_id, section_id, opened_at)
    select l.person_id, c.id, l.starts_at + (l.pre_minutes + l.read_minutes * c.place / 20.0) * interval '1 minute'
    from demo_learners l
    join demo_sections c on l.reach >= ${REACH.assessment}::float8 or c.place <= floor(100 * l.reach)
    where l.detailed and l.reach >= ${REACH.preTestDone}::float8 and (l.read_minutes > 11 or c.place % 3 = 1)`);
}
