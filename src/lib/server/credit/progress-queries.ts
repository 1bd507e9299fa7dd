import { and, asc, eq, exists, inArray, isNull, min, or } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { activities, activityVersions, assessments } from '../db/schema/activity.ts';
import { attemptItems, attempts, responses } from '../db/schema/attempt.ts';
import { completions, credits } from '../db/schema/credit.ts';
import { evaluations } from '../db/schema/evaluation.ts';
import { lessonSections, sectionProgress } from '../db/schema/lesson.ts';
import type { LearnerAndVersion } from './queries.ts';
import { creditStands } from './standing-queries.ts';

/** The records of a person that end the way: evaluation, completion, credit. Throws where the version does not exist. */
export async function selectRecords(db: Executor, { personId, activityVersionId }: LearnerAndVersion) {
  const [row] = await db
    .select({
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
    .where(eq(activityVersions.id, activityVersionId));
  if (!row) throw new Error(`There is no activity version ${activityVersionId}.`);
  return row;
}

/** Every assessment of the version with every attempt of the person, oldest first; one row without attempt where none. */
export async function listAttemptsByAssessment(
  db: Executor,
  { personId, activityVersionId }: LearnerAndVersion
) {
  return db
    .select({
      kind: assessments.kind,
      maxAttempts: assessments.maxAttempts,
      required: assessments.requiredForCompletion,
      attemptId: attempts.id,
      state: attempts.state,
      passed: attempts.passed
    })
    .from(assessments)
    .leftJoin(attempts, and(eq(attempts.assessmentId, assessments.id), eq(attempts.personId, personId)))
    .where(eq(assessments.activityVersionId, activityVersionId))
    .orderBy(asc(attempts.ordinal));
}

/** The first position of an attempt that has no response; null: all have one. */
export async function selectNextPosition(db: Executor, attemptId: string): Promise<number | null> {
  const [row] = await db
    .select({ position: min(attemptItems.position) })
    .from(attemptItems)
    .leftJoin(
      responses,
      and(eq(responses.attemptId, attemptItems.attemptId), eq(responses.position, attemptItems.position))
    )
    .where(and(eq(attemptItems.attemptId, attemptId), isNull(responses.attemptId)));
  return row?.position ?? null;
}

/** The sections of the version's lesson in order; `openedAt` is null where the person has not been. */
export async function listSections(db: Executor, { personId, activityVersionId }: LearnerAndVersion) {
  return db
    .select({
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
    .where(eq(activityVersions.id, activityVersionId))
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
