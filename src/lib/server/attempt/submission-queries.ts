import { sql } from 'drizzle-orm';
import { latestClosing } from '#lib/domain/attempt/closing-time.ts';
import type { Response } from '#lib/domain/attempt/response.ts';
import type { Executor } from '../db/index.ts';
import { keepStatement } from '../db/kept-statement.ts';
import type { OwnPlace } from './own-place-queries.ts';

type NewResponse = OwnPlace & {
  response: Response;
  correct: boolean;
  sequence: number;
  idempotencyKey: string;
  /** The sequence that is stored, as it was read; null: nothing is. */
  replaces: number | null;
  now: Date;
};

const one = { one: sql<number>`1`.as('one') };

const the = (name: keyof NewResponse | 'latestClosing') => sql.placeholder(name);

const held = sql`select id from attempts
  where id = ${the('attemptId')} and person_id = ${the('personId')} and state = 'in-progress'
    and (closes_at is null or closes_at >= ${the('latestClosing')}::timestamptz) for update`;

/** The response, as long as the place is as it was read. */
const stored = sql`insert into responses as r
    (attempt_id, position, response, correct, sequence, idempotency_key, answered_at)
  select id, ${the('position')}::int, ${the('response')}::jsonb, ${the('correct')}::boolean,
    ${the('sequence')}::int, ${the('idempotencyKey')}::uuid, ${the('now')}::timestamptz from held
  on conflict (attempt_id, position) do update
    set response = excluded.response, correct = excluded.correct, sequence = excluded.sequence,
      idempotency_key = excluded.idempotency_key, answered_at = excluded.answered_at
    where r.sequence = ${the('replaces')}::int
  returning r.attempt_id, r.position, r.sequence, r.response, r.answered_at`;

const counted = sql`update attempts set answered = answered + 1
  where id = ${the('attemptId')} and ${the('replaces')}::int is null and exists (select from stored)`;

const audited = sql`insert into audit_events (at, actor_id, action, subject_kind, subject_id, detail)
  select answered_at, ${the('personId')}::uuid, 'attempt.submit-response', 'attempt', attempt_id::text,
    jsonb_build_object('position', position, 'sequence', sequence, 'response', response) from stored`;

const listWritten = keepStatement((db) => {
  const response = db.$with('stored', one).as(stored);
  return db
    .with(
      db.$with('held', one).as(held),
      response,
      db.$with('counted', one).as(counted),
      db.$with('audited', one).as(audited)
    )
    .select({ one: sql<number>`1` })
    .from(response);
});

/**
 * Writes a response, the counter (raised where nothing was stored before) and the audit row as one statement: one round
 * trip, one commit. It locks the attempt's row as `finishAttempt` does, and then holds to what was read: false, and
 * nothing is written, where the attempt was finished meanwhile or has closed, or another response was stored at the place.
 */
export async function writeResponse(db: Executor, row: NewResponse): Promise<boolean> {
  const response = JSON.stringify(row.response);
  const written = await listWritten(db, {
    ...row,
    response,
    now: row.now.toISOString(),
    latestClosing: latestClosing(row.now).toISOString()
  });
  return written.length === 1;
}
