import { and, asc, eq, sql, sum } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { accreditationStatements } from '../db/schema/accreditation.ts';
import {
  activities,
  activityVersionObjectives,
  activityVersionReferences,
  activityVersions,
  assessments,
  blueprintCells
} from '../db/schema/activity.ts';
import { facultyDisclosures } from '../db/schema/activity-disclosure.ts';
import { lessonSections } from '../db/schema/lesson.ts';
import { objectives } from '../db/schema/question-bank.ts';

/** The live version of the activity with this slug, or null. */
export async function selectOptionalLiveVersionId(db: Executor, slug: string): Promise<string | null> {
  const [found] = await db
    .select({ id: activityVersions.id })
    .from(activityVersions)
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .where(and(eq(activities.slug, slug), eq(activityVersions.status, 'live')));
  return found?.id ?? null;
}

/** Live versions, those that open first in front. */
export async function listLiveVersionIds(db: Executor): Promise<string[]> {
  const rows = await db
    .select({ id: activityVersions.id })
    .from(activityVersions)
    .where(eq(activityVersions.status, 'live'))
    .orderBy(asc(activityVersions.releaseDate), asc(activityVersions.title));
  return rows.map((row) => row.id);
}

const versionColumns = {
  activityVersionId: activityVersions.id,
  activityId: activityVersions.activityId,
  slug: activities.slug,
  version: activityVersions.version,
  title: activityVersions.title,
  summary: activityVersions.summary,
  audience: activityVersions.audience,
  audienceNote: activityVersions.audienceNote,
  format: activityVersions.format,
  estimatedMinutes: activityVersions.estimatedMinutes,
  releaseDate: activityVersions.releaseDate,
  reviewDate: activityVersions.reviewDate,
  expiryDate: activityVersions.expiryDate,
  maximumQuarterCredits: activityVersions.maximumQuarterCredits,
  disclosureStatement: activityVersions.disclosureStatement,
  supportStatement: activityVersions.supportStatement,
  medicalDisclaimer: activityVersions.medicalDisclaimer,
  practiceGap: activityVersions.practiceGap,
  offLabelUse: activityVersions.offLabelUse,
  contact: activityVersions.contact,
  fee: activityVersions.fee,
  timeLimitMinutes: activityVersions.timeLimitMinutes,
  lessonId: activityVersions.lessonId,
  publishedAt: activityVersions.publishedAt,
  accreditation: {
    mode: accreditationStatements.mode,
    label: accreditationStatements.label,
    statement: accreditationStatements.statement,
    providerName: accreditationStatements.providerName
  }
};

/** The facts of an activity version that stand in one row, with its accreditation statement. */
export async function selectVersion(db: Executor, versionId: string) {
  const [found] = await db
    .select(versionColumns)
    .from(activityVersions)
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .innerJoin(
      accreditationStatements,
      eq(accreditationStatements.id, activityVersions.accreditationStatementId)
    )
    .where(eq(activityVersions.id, versionId));
  if (!found) throw new Error(`There is no activity version ${versionId}.`);
  return found;
}

/** The objectives in the wording of the version, in order. */
export async function listObjectives(db: Executor, versionId: string) {
  return db
    .select({ id: objectives.id, code: objectives.code, wording: activityVersionObjectives.wording })
    .from(activityVersionObjectives)
    .innerJoin(objectives, eq(objectives.id, activityVersionObjectives.objectiveId))
    .where(eq(activityVersionObjectives.activityVersionId, versionId))
    .orderBy(asc(activityVersionObjectives.position));
}

/** What those in control of content declared, in order. */
export async function listDisclosures(db: Executor, versionId: string) {
  return db
    .select({
      name: facultyDisclosures.name,
      role: facultyDisclosures.role,
      relationships: facultyDisclosures.relationships
    })
    .from(facultyDisclosures)
    .where(eq(facultyDisclosures.activityVersionId, versionId))
    .orderBy(asc(facultyDisclosures.position));
}

/** The forms of the version, in the order in which a learner meets them, each with the size of its blueprint. */
export async function listAssessments(db: Executor, versionId: string) {
  const order = sql`array_position(array['pre-test', 'practice', 'assessment'], ${assessments.kind})`;
  return db
    .select({
      id: assessments.id,
      kind: assessments.kind,
      title: assessments.title,
      itemCount: sum(blueprintCells.count).mapWith(Number),
      feedback: assessments.feedback,
      showsScore: assessments.showsScore,
      passingPercent: assessments.passingPercent,
      maxAttempts: assessments.maxAttempts,
      requiredForCompletion: assessments.requiredForCompletion
    })
    .from(assessments)
    .innerJoin(blueprintCells, eq(blueprintCells.assessmentId, assessments.id))
    .where(eq(assessments.activityVersionId, versionId))
    .groupBy(assessments.id)
    .orderBy(order);
}

/** The sections of a lesson, in order. */
export async function listSections(db: Executor, lessonId: string) {
  return db
    .select({
      id: lessonSections.id,
      slug: lessonSections.slug,
      title: lessonSections.title,
      minutes: lessonSections.minutes
    })
    .from(lessonSections)
    .where(eq(lessonSections.lessonId, lessonId))
    .orderBy(asc(lessonSections.position));
}

/** How many references the version lists. */
export async function countReferences(db: Executor, versionId: string): Promise<number> {
  return db.$count(activityVersionReferences, eq(activityVersionReferences.activityVersionId, versionId));
}
