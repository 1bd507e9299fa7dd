import { and, countDistinct, desc, eq, exists, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { accreditationStatements } from '../db/schema/accreditation.ts';
import { activities, activityVersions, assessments } from '../db/schema/activity.ts';
import { attempts } from '../db/schema/attempt.ts';
import { completions, credits } from '../db/schema/credit.ts';

/** `personId`: an id, or where the statement has one. */
type Reach = { db: Executor; personId: string | SQL };

/** Attempts of the person at assessments of the version at hand. */
const attemptsThat = ({ db, personId }: Reach, condition: SQL | undefined) =>
  db
    .select({ id: attempts.id })
    .from(attempts)
    .innerJoin(assessments, eq(assessments.id, attempts.assessmentId))
    .where(
      and(eq(assessments.activityVersionId, activityVersions.id), eq(attempts.personId, personId), condition)
    );

function assessmentWithAttemptsLeft({ db, personId }: Reach) {
  const submitted = db.$count(
    attempts,
    and(
      eq(attempts.assessmentId, assessments.id),
      eq(attempts.personId, personId),
      eq(attempts.state, 'submitted')
    )
  );
  return db
    .select({ id: assessments.id })
    .from(assessments)
    .where(
      and(
        eq(assessments.activityVersionId, activityVersions.id),
        eq(assessments.kind, 'assessment'),
        or(isNull(assessments.maxAttempts), lt(submitted, assessments.maxAttempts))
      )
    );
}

/** How far a person has come in the version at hand. */
export function standingColumns({ db, personId }: Reach) {
  const isOwnOf = (table: typeof completions | typeof credits) =>
    and(eq(table.activityVersionId, activityVersions.id), eq(table.personId, personId));
  const isOn = (condition: SQL) => sql<boolean>`${condition}`;
  const reach = { db, personId };
  return {
    activityVersionId: activityVersions.id,
    status: activityVersions.status,
    releaseDate: activityVersions.releaseDate,
    expiryDate: activityVersions.expiryDate,
    mode: accreditationStatements.mode,
    hasBegun: isOn(exists(attemptsThat(reach, inArray(assessments.kind, ['pre-test', 'assessment'])))),
    hasPassed: isOn(exists(attemptsThat(reach, and(eq(assessments.kind, 'assessment'), attempts.passed)))),
    hasAttemptsLeft: isOn(exists(assessmentWithAttemptsLeft(reach))),
    hasCompleted: isOn(
      exists(db.select({ id: completions.id }).from(completions).where(isOwnOf(completions)))
    ),
    hasClaimed: isOn(exists(db.select({ id: credits.id }).from(credits).where(isOwnOf(credits))))
  };
}

/** The published versions of activities, the newest first, with how far the person has come in each. */
export function listVersionStandings(
  db: Executor,
  { slugs, personId }: { slugs: string[]; personId: string }
) {
  return db
    .select({ slug: activities.slug, ...standingColumns({ db, personId }) })
    .from(activityVersions)
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .innerJoin(
      accreditationStatements,
      eq(accreditationStatements.id, activityVersions.accreditationStatementId)
    )
    .where(and(inArray(activities.slug, slugs), inArray(activityVersions.status, ['live', 'retired'])))
    .orderBy(desc(activityVersions.publishedAt));
}

/**
 * How many people have begun a version (its pre-test or its assessment), not completed it, and can still do so: they
 * passed, or have an attempt left.
 */
export async function countUnderWay(db: Executor, activityVersionId: string): Promise<number> {
  const [row] = await db
    .select({ people: countDistinct(attempts.personId) })
    .from(attempts)
    .innerJoin(assessments, eq(assessments.id, attempts.assessmentId))
    .where(
      and(
        eq(assessments.activityVersionId, activityVersionId),
        inArray(assessments.kind, ['pre-test', 'assessment']),
        sql`not exists (select from completions c
          where c.person_id = ${attempts.personId} and c.activity_version_id = ${activityVersionId})`,
        sql`exists (select from assessments final where final.activity_version_id = ${activityVersionId}
          and final.kind = 'assessment' and (final.max_attempts is null
            or (select count(*) from attempts t where t.assessment_id = final.id
              and t.person_id = ${attempts.personId} and t.state = 'submitted') < final.max_attempts
            or exists (select from attempts t where t.assessment_id = final.id
              and t.person_id = ${attempts.personId} and t.passed)))`
      )
    );
  return row?.people ?? 0;
}
