import { and, asc, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { AccommodationGrant } from '#lib/domain/attempt/accommodation-form.ts';
import type { Executor } from '../db/index.ts';
import { activityVersions, assessments } from '../db/schema/activity.ts';
import { accommodations } from '../db/schema/attempt-accommodation.ts';
import { attempts } from '../db/schema/attempt.ts';
import { profiles } from '../db/schema/identity.ts';

/** Any number, as long as every instance uses the same. */
const ACCOMMODATION_LOCK = 7_203_517;

/**
 * Keeps what stands for a person as it is until the transaction ends, so that whoever changes it next moves what was
 * started with it. Take it before any row is locked.
 */
export async function lockStanding(tx: Executor, personId: string): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock_shared(${ACCOMMODATION_LOCK}::integer, hashtext(${personId}))`
  );
}

/** Waits until nobody starts a timed attempt with what stands, and keeps others from it until the transaction ends. */
export async function lockGranting(tx: Executor, personId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${ACCOMMODATION_LOCK}::integer, hashtext(${personId}))`);
}

const grantColumns = {
  terms: {
    extraTimePercent: accommodations.extraTimePercent,
    breakMinutes: accommodations.breakMinutes,
    untimed: accommodations.untimed
  },
  validFrom: accommodations.validFrom,
  validUntil: accommodations.validUntil,
  basis: accommodations.basis
};

/** What stands for a person, be it in force today or not. */
export async function selectOptionalStanding(db: Executor, personId: string) {
  const [row] = await db
    .select({ id: accommodations.id, ...grantColumns })
    .from(accommodations)
    .where(and(eq(accommodations.personId, personId), isNull(accommodations.endedAt)));
  return row ?? null;
}

const granters = alias(profiles, 'granters');
const enders = alias(profiles, 'enders');

/** Everything that a person was ever granted, the last one first. */
export function listAccommodations(db: Executor, personId: string) {
  return db
    .select({
      id: accommodations.id,
      ...grantColumns,
      grantedAt: accommodations.grantedAt,
      grantedBy: sql<string | null>`btrim(${granters.givenName} || ' ' || ${granters.familyName})`,
      endedAt: accommodations.endedAt,
      endedBy: sql<string | null>`btrim(${enders.givenName} || ' ' || ${enders.familyName})`
    })
    .from(accommodations)
    .leftJoin(granters, eq(granters.personId, accommodations.grantedBy))
    .leftJoin(enders, eq(enders.personId, accommodations.endedBy))
    .where(eq(accommodations.personId, personId))
    .orderBy(sql`${accommodations.endedAt} is not null`, desc(accommodations.grantedAt));
}

type NewAccommodation = AccommodationGrant & {
  id: string;
  personId: string;
  grantedBy: string;
  grantedAt: Date;
};

/** Writes what a person is granted. The database refuses a second one that stands. */
export async function insertAccommodation(tx: Executor, { terms, ...rest }: NewAccommodation): Promise<void> {
  await tx.insert(accommodations).values({ ...terms, ...rest });
}

/** Ends what stands. */
export async function updateEnded(
  tx: Executor,
  { id, ...ended }: { id: string; endedAt: Date; endedBy: string }
): Promise<void> {
  await tx
    .update(accommodations)
    .set(ended)
    .where(and(eq(accommodations.id, id), isNull(accommodations.endedAt)));
}

const openAndTimed = (personId: string) =>
  and(
    eq(attempts.personId, personId),
    eq(attempts.state, 'in-progress'),
    eq(assessments.kind, 'assessment'),
    isNotNull(activityVersions.timeLimitMinutes)
  );

/** The attempts of a person that are under way and have a limit of time, with the title of their activity. */
export function listTimedAttempts(db: Executor, personId: string) {
  return db
    .select({
      id: attempts.id,
      title: activityVersions.title,
      startedAt: attempts.startedAt,
      closesAt: attempts.closesAt
    })
    .from(attempts)
    .innerJoin(assessments, eq(assessments.id, attempts.assessmentId))
    .innerJoin(activityVersions, eq(activityVersions.id, assessments.activityVersionId))
    .where(openAndTimed(personId))
    .orderBy(asc(attempts.startedAt), asc(attempts.id));
}

/** Locks the same, and returns what their closing time follows from. */
export function lockTimedAttempts(tx: Executor, personId: string) {
  return tx
    .select({
      id: attempts.id,
      startedAt: attempts.startedAt,
      closesAt: attempts.closesAt,
      limitMinutes: sql<number>`${activityVersions.timeLimitMinutes}`
    })
    .from(attempts)
    .innerJoin(assessments, eq(assessments.id, attempts.assessmentId))
    .innerJoin(activityVersions, eq(activityVersions.id, assessments.activityVersionId))
    .where(openAndTimed(personId))
    .orderBy(asc(attempts.id))
    .for('update', { of: attempts });
}

/** Writes when attempts under way close; null: never. */
export async function updateClosingTimes(
  tx: Executor,
  moved: { id: string; closesAt: Date | null }[]
): Promise<void> {
  await tx.execute(sql`update attempts set closes_at = m."closesAt"
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m(id uuid, "closesAt" timestamptz)
    where attempts.id = m.id`);
}
