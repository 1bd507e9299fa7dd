import { createHash } from 'node:crypto';
import { like, sql, type SQL } from 'drizzle-orm';
import * as v from 'valibot';
import { GATE_VERSION } from '#lib/domain/identity/gate.ts';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { people } from '#lib/server/db/schema/identity.ts';
import { FORMS, type FormPlace } from '#lib/server/report/demonstration/draw-forms.ts';
import { readPlan } from '#lib/server/report/demonstration/read-plan.ts';
import { SAMPLE } from '../tests/support/learner.ts';
import { fieldsOf } from './form-fields.ts';
import { rowsOf } from './rows.ts';

/** Learners with a session and an open assessment each, which nobody has answered yet. Places count through all of them. */
export type Seats = {
  learners: number;
  items: number;
  places: number;
  formOf: (learner: number) => FormPlace[];
};

/** One place of one learner's form: where it is, whose, and what a browser would send. */
export type Seat = { path: string; cookie: string; option: URLSearchParams };

const idOf = (kind: string) => sql`md5(${`bench-${kind}-`}::text || n)::uuid`;

/** In the order of time, as the program makes them: those of a run stand beside each other in an index. */
const ATTEMPT_ID = sql`('019f' || lpad(to_hex(n), 8, '0') || right(md5('bench-attempt-' || n), 20))::uuid`;

/** As long as the program's own, and of the same letters. */
const SESSION = { beginning: 'benchsession', digits: 28 };

/** As the database makes it. */
function attemptId(learner: number): string {
  const hash = createHash('md5').update(`bench-attempt-${learner}`).digest('hex');
  const hex = `019f${learner.toString(16).padStart(8, '0')}${hash.slice(-20)}`;
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

/** What each of so many learners has: every constraint and trigger of the tables checks it. */
function statements(
  numbers: SQL,
  { forms, assessmentId }: { forms: FormPlace[]; assessmentId: string }
): SQL[] {
  const form = sql`jsonb_to_recordset(${JSON.stringify(forms)}::text::jsonb) as f(form int, seed bigint, position int,
    version uuid, "optionOrder" jsonb, "targetOrder" jsonb)`;
  const total = forms.filter((place) => place.form === 0).length;
  return [
    sql`insert into people (id, email, password_hash, created_at)
      select ${idOf('person')}, 'bench-' || n || '@example.org', '', now() from ${numbers}`,
    sql`insert into profiles (person_id, given_name, family_name, profession, country, updated_at)
      select ${idOf('person')}, 'Ana', 'Müller', 'physician', 'DE', now() from ${numbers}`,
    sql`insert into person_roles (person_id, role, granted_at) select ${idOf('person')}, 'clinician', now() from ${numbers}`,
    sql`insert into sessions (id_hash, person_id, created_at, expires_at, absolute_expires_at)
      select sha256(convert_to(${SESSION.beginning}::text || lpad(n::text, ${SESSION.digits}::int, '0'), 'UTF8')), ${idOf('person')},
        now(), now() + interval '10 days', now() + interval '30 days' from ${numbers}`,
    sql`insert into attempts (id, assessment_id, person_id, ordinal, state, seed, started_at, items_total)
      select ${ATTEMPT_ID}, ${assessmentId}::uuid, ${idOf('person')}, 1, 'in-progress', f.seed, now(), ${total}::int
      from ${numbers} join ${form} on f.form = n % ${FORMS}::int and f.position = 1`,
    sql`insert into attempt_items (attempt_id, position, item_version_id, option_order, target_order)
      select ${ATTEMPT_ID}, f.position, f.version, f."optionOrder", f."targetOrder"
      from ${numbers} join ${form} on f.form = n % ${FORMS}::int`
  ];
}

/** Makes so many learners (those who are there already stay), each with a form of the sample's assessment as its blueprint gives it. */
export async function seatLearners(db: Executor, howMany: number): Promise<Seats> {
  const activity = await readActivity(db, SAMPLE);
  const assessmentId = activity?.assessments.find(({ kind }) => kind === 'assessment')?.id;
  if (!activity || assessmentId === undefined) throw new Error('The sample has no assessment.');
  const plan = await readPlan(db, { activity, seed: 'bench', days: 1, until: new Date() });
  const forms = plan.forms.filter(({ kind, ordinal }) => kind === 'assessment' && ordinal === 1);
  const before = await db.$count(people, like(people.email, 'bench-%@example.org'));
  const numbers = sql`generate_series(1 + ${before}::int, ${howMany}::int) n`;
  for (const statement of statements(numbers, { forms, assessmentId })) await db.execute(statement);
  await db.execute(sql`vacuum analyze`);
  const byForm = Array.from({ length: FORMS }, (_, form) => forms.filter((place) => place.form === form));
  const items = byForm[0]?.length ?? 0;
  return {
    learners: howMany,
    items,
    places: howMany * items,
    formOf: (learner) => byForm[learner % FORMS] ?? []
  };
}

/**
 * Has every learner above this number answer everything, as those have who were there before: a table that was empty when a
 * plan was made is read from end to end in each answer, which no installation in use knows.
 */
export async function answerAbove(db: Executor, learner: number): Promise<void> {
  const id = sql`a.id in (select ${ATTEMPT_ID} from generate_series(1 + ${learner}::int, ${learner}::int + 10000) n)`;
  await db.execute(sql`insert into responses
      (attempt_id, position, response, correct, sequence, idempotency_key, answered_at)
    select i.attempt_id, i.position, '{"type": "single", "option": "a"}', true, 1, gen_random_uuid(), now()
    from attempts a join attempt_items i on i.attempt_id = a.id where ${id} on conflict do nothing`);
  await db.execute(sql`update attempts a set answered = items_total where answered < items_total and ${id}`);
  await db.execute(sql`vacuum analyze`);
}

/** The place with this number, from 0. */
export function seatAt({ items, formOf }: Seats, index: number): Seat {
  const learner = 1 + Math.floor(index / items);
  const place = formOf(learner)[index % items];
  if (!place) throw new Error(`There is no place ${index}.`);
  return {
    path: `/attempts/${attemptId(learner)}/${place.position}`,
    cookie: `session=${SESSION.beginning}${String(learner).padStart(SESSION.digits, '0')}; gate=${GATE_VERSION}`,
    option: fieldsOf(place.right, place)
  };
}

const ATTEMPTS = ({ learners }: Seats) =>
  sql`(select ${ATTEMPT_ID} as id from generate_series(1, ${learners}::int) n)`;

const standingSchema = v.object({ responses: v.number(), answered: v.number(), mismatches: v.number() });

/** What is on record of the seats: responses, the sum of the counters, and attempts whose counter is not their count. */
export type Standing = v.InferOutput<typeof standingSchema>;

/** Counts what is on record. */
export async function countStanding(db: Executor, seats: Seats): Promise<Standing> {
  const [row] = await rowsOf(
    db,
    standingSchema,
    sql`select sum(count)::int as responses, sum(a.answered)::int as answered,
      (count(*) filter (where a.answered <> count))::int as mismatches
    from ${ATTEMPTS(seats)} seats join attempts a on a.id = seats.id
    cross join lateral (select count(*) from responses r where r.attempt_id = a.id) counted`
  );
  if (!row) throw new Error('The seats were not counted.');
  return row;
}

/** As if everybody had been seen a moment ago: a visit is written down now and then only. */
export async function freshenSessions(db: Executor): Promise<void> {
  await db.execute(
    sql`update sessions set last_seen_at = now() where last_seen_at < now() - interval '2 minutes'`
  );
}

/** Makes every seat as it was: nothing answered, no dead rows. Only here may a response go. */
export async function clearSeats(db: Executor, seats: Seats): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(
      sql`delete from responses r using ${ATTEMPTS(seats)} seats where r.attempt_id = seats.id`
    );
    await tx.execute(
      sql`update attempts a set answered = 0 from ${ATTEMPTS(seats)} seats where a.id = seats.id and a.answered > 0`
    );
  });
  await freshenSessions(db);
  for (const table of ['attempts', 'responses', 'sessions'])
    await db.execute(sql`vacuum ${sql.identifier(table)}`);
}
