import { and, asc, eq, exists, inArray, isNull, min, or, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activities, activityVersions, assessments } from '../db/schema/activity.ts';
import { attemptItems, attempts, responses } from '../db/schema/attempt.ts';
import { completions, credits } from '../db/schema/credit.ts';
import { evaluations } from '../db/schema/evaluation.ts';
import { lessonSections, sectionProgress } from '../db/schema/lesson.ts';
import { creditStands } from './standing-queries.ts';

/** A person and versions of activities. */
export type LearnerAndVersions = { personId: string; activityVersionIds: string[] };

/** The records of a person that end the way, a row for each of the versions: evaluation, completion, credit. */
export function listRecords(db: Executor, { personId, activityVersionIds }: LearnerAndVersions) {
  return db
    .select({
      activityVersionId: activityVersions.id,
      slug: activities.slug,
      title: activityVersions.title,
      evaluationId: evaluations.id,
      completedOn: completions.completedOn,
      quarterCredits: credits.quarterCredits
    })
    .from(activityVersions)
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .leftJoin(
      evaluations,
      and(eq(evaluations.activityVersionId, activityVersions.id), eq(evaluations.personId, personId))
    )
    .leftJoin(
      completions,
      and(eq(completions.activityVersionId, activityVersions.id), eq(completions.personId, personId))
    )
    .leftJoin(credits, and(eq(credits.completionId, completions.id), creditStands))
    .where(inArray(activityVersions.id, activityVersionIds));
}

/** The first position of an attempt that has no response; null: all have one. */
const nextPosition = (db: Executor) =>
  db
    .select({ position: min(attemptItems.position) })
    .from(attemptItems)
    .leftJoin(
      responses,
      and(eq(responses.attemptId, attemptItems.attemptId), eq(responses.position, attemptItems.position))
    )
    .where(and(eq(attemptItems.attemptId, attempts.id), isNull(responses.attemptId)));

/**
 * Every assessment of the versions with every attempt of the person, oldest first; one row without attempt where none.
 * `nextPosition`: of an attempt under way, its first place without a response.
 */
export function listAttemptsByAssessment(db: Executor, { personId, activityVersionIds }: LearnerAndVersions) {
  return db
    .select({
      activityVersionId: assessments.activityVersionId,
      kind: assessments.kind,
      maxAttempts: assessments.maxAttempts,
      required: assessments.requiredForCompletion,
      attemptId: attempts.id,
      state: attempts.state,
      passed: attempts.passed,
      nextPosition: sql<
        number | null
      >`case when ${attempts.state} = 'in-progress' then (${nextPosition(db)}) end`
    })
    .from(assessments)
    .leftJoin(attempts, and(eq(attempts.assessmentId, assessments.id), eq(attempts.personId, personId)))
    .where(inArray(assessments.activityVersionId, activityVersionIds))
    .orderBy(asc(attempts.ordinal));
}

/** The sections of the versions' lessons in order; `openedAt` is null where the person has not been. */
export function listSections(db: Executor, { personId, activityVersionIds }: LearnerAndVersions) {
  return db
    .select({
      activityVersionId: activityVersions.id,
      slug: lessonSections.slug,
      title: lessonSections.title,
      openedAt: sectionProgress.openedAt
    })
    .from(activityVersions)
    .innerJoin(lessonSections, eq(lessonSections.lessonId, activityVersions.lessonId))
    .leftJoin(
      sectionProgress,
      and(eq(sectionProgress.sectionId, lessonSections.id), eq(sectionProgress.personId, personId))
    )
    .where(inArray(activityVersions.id, activityVersionIds))
    .orderBy(asc(lessonSections.position));
}

/** Published versions of which the person opened a section or began an attempt, those that close first in front. */
export function listBegunVersions(db: Executor, personId: string) {
  const began = db
    .select({ id: attempts.id })
    .from(attempts)
    .innerJoin(assessments, eq(assessments.id, attempts.assessmentId))
    .where(and(eq(attempts.personId, personId), eq(assessments.activityVersionId, activityVersions.id)));
  const opened = db
    .select({ id: lessonSections.id })
    .from(sectionProgress)
    .innerJoin(lessonSections, eq(lessonSections.id, sectionProgress.sectionId))
    .where(
      and(eq(sectionProgress.personId, personId), eq(lessonSections.lessonId, activityVersions.lessonId))
    );
  return db
    .select({ id: activityVersions.id, slug: activities.slug })
    .from(activityVersions)
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .where(and(inArray(activityVersions.status, ['live', 'retired']), or(exists(began), exists(opened))))
    .orderBy(asc(activityVersions.expiryDate), asc(activityVersions.id));
}
