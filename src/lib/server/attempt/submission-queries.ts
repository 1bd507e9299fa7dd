import { sql } from 'drizzle-orm';
import type { Response } from '#lib/domain/attempt/response.ts';
import type { Executor } from '../db/index.ts';
import { responses } from '../db/schema/attempt.ts';
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

/** The response, as long as the place is as it was read, under the lock of its attempt's row, as long as that is open. */
function partsOf(row: NewResponse) {
  const at = sql.param(row.now, responses.answeredAt);
  const held = sql`select id from attempts
    where id = ${row.attemptId} and person_id = ${row.personId} and state = 'in-progress' for update`;
  const stored = sql`insert into responses as r
      (attempt_id, position, response, correct, sequence, idempotency_key, answered_at)
    select id, ${row.position}::int, ${JSON.stringify(row.response)}::jsonb, ${row.correct}::boolean,
      ${row.sequence}::int, ${row.idempotencyKey}::uuid, ${at}::timestamptz from held
    on conflict (attempt_id, position) do update
      set response = excluded.response, correct = excluded.correct, sequence = excluded.sequence,
        idempotency_key = excluded.idempotency_key, answered_at = excluded.answered_at
      where r.sequence = ${row.replaces}::int
    returning r.attempt_id, r.position, r.sequence, r.response, r.answered_at`;
  const counted = sql`update attempts set answered = answered + 1
    where id = ${row.attemptId} and ${row.replaces}::int is null and exists (select from stored)`;
  const audited = sql`insert into audit_events (at, actor_id, action, subject_kind, subject_id, detail)
    select answered_at, ${row.personId}::uuid, 'attempt.submit-response', 'attempt', attempt_id::text,
      jsonb_build_object('position', position, 'sequence', sequence, 'response', response) from stored`;
  return { held, stored, counted, audited };
}

/**
 * Writes a response, the counter (raised where nothing was stored before) and the audit row as one statement: one round
 * trip, one commit. It locks the attempt's row as `finishAttempt` does, and then holds to what was read: false, and
 * nothing is written, where the attempt was finished meanwhile or another response was stored at the place.
 */
export async function writeResponse(db: Executor, row: NewResponse): Promise<boolean> {
  const parts = partsOf(row);
  const stored = db.$with('stored', one).as(parts.stored);
  const written = await db
    .with(
      db.$with('held', one).as(parts.held),
      stored,
      db.$with('counted', one).as(parts.counted),
      db.$with('audited', one).as(parts.audited)
    )
    .select({ one: one.one })
    .from(stored);
  return written.length === 1;
}
