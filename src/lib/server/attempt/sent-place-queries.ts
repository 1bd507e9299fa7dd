import { and, eq, sql } from 'drizzle-orm';
import { gatherCalls } from '../db/gather-calls.ts';
import type { Executor } from '../db/index.ts';
import { keepStatement } from '../db/kept-statement.ts';
import { assessments } from '../db/schema/activity.ts';
import { attemptItems, attempts, responses } from '../db/schema/attempt.ts';
import { regrades } from '../db/schema/attempt-regrade.ts';
import { knownSession } from '../identity/session-queries.ts';
import { atSamePlace, type Place } from './form-queries.ts';
import { ownPlaceColumns } from './own-place-queries.ts';
import { inForceAtPlace } from './regrade-queries.ts';

/** A place that a response is sent to, and in whose session. */
type SentTo = Place & { sessionHash: string };

// Each as one word: neither a hash nor an id has a stroke or a comma.
const wordOf = ({ sessionHash, attemptId, position }: SentTo) => `${sessionHash}/${attemptId}/${position}`;
const hashIn = sql`split_part(asked.key, '/', 1)`;
const attemptIn = sql`split_part(asked.key, '/', 2)::uuid`;
const positionIn = sql`split_part(asked.key, '/', 3)::int`;

/** Asked for by a query: a plan made for so many words as were sent once would look cheaper each time than the one that is kept. */
const all = sql`unnest(string_to_array((select ${sql.placeholder('keys')}), ',')) asked(key)`;

const listSentPlaces = keepStatement((db) => {
  const known = knownSession(db, hashIn);
  return db
    .select({ key: sql<string>`asked.key`, session: known._.selectedFields, ...ownPlaceColumns })
    .from(all)
    .crossJoinLateral(known)
    .innerJoin(attempts, and(sql`${attempts.id} = ${attemptIn}`, eq(attempts.personId, known.personId)))
    .innerJoin(assessments, eq(assessments.id, attempts.assessmentId))
    .innerJoin(
      attemptItems,
      and(eq(attemptItems.attemptId, attempts.id), sql`${attemptItems.position} = ${positionIn}`)
    )
    .leftJoin(responses, atSamePlace)
    .leftJoin(regrades, inForceAtPlace);
});

type SentPlaceRow = Awaited<ReturnType<typeof listSentPlaces>>[number];

const gathered = gatherCalls<SentPlaceRow>(async (db, keys) => {
  const rows = await listSentPlaces(db, { keys: keys.join(',') });
  return new Map(rows.map((row) => [row.key, row]));
});

/**
 * A place with the session of whoever sends a response to it. Null: unknown, the account is disabled, or the attempt is
 * another person's. What several send at the same time is looked up at once, so `db` is that of the program; the attempts
 * are those of the sessions' own people by a join.
 */
export function selectOptionalSentPlace(db: Executor, sent: SentTo): Promise<SentPlaceRow | null> {
  return gathered(db, wordOf(sent));
}
