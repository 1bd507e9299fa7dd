import { and, asc, count, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { creditStands } from '../credit/standing-queries.ts';
import type { Executor } from '../db/index.ts';
import { activities, activityVersions, assessments } from '../db/schema/activity.ts';
import { certificateRevocations, certificates } from '../db/schema/certificate.ts';
import { completions, credits } from '../db/schema/credit.ts';
import { evaluations } from '../db/schema/evaluation.ts';
import { profiles } from '../db/schema/identity.ts';
import { itemApprovals } from '../db/schema/question-bank-review.ts';
import { itemCitations, items, itemVersions, objectives, questionBanks } from '../db/schema/question-bank.ts';
import { references } from '../db/schema/reference.ts';
import { documentStands } from '../certificate/standing-queries.ts';

/** An activity's slug, or null where there is none. */
export async function selectOptionalSlug(db: Executor, activityId: string): Promise<string | null> {
  const [row] = await db
    .select({ slug: activities.slug })
    .from(activities)
    .where(eq(activities.id, activityId));
  return row?.slug ?? null;
}

/** The versions of an activity that were released, the newest first. */
export function listReleasedVersions(db: Executor, activityId: string) {
  return db
    .select({ id: activityVersions.id, status: activityVersions.status })
    .from(activityVersions)
    .where(and(eq(activityVersions.activityId, activityId), isNotNull(activityVersions.publishedAt)))
    .orderBy(desc(activityVersions.publishedAt), desc(activityVersions.id));
}

/** Completions of a version by profession, with the credit that stands and was not revoked. */
export function listProfessionCounts(db: Executor, versionId: string) {
  const stands = sql<number>`coalesce(sum(${credits.quarterCredits})
    filter (where ${certificateRevocations.certificateId} is null), 0)`;
  return db
    .select({
      profession: sql<string>`coalesce(${profiles.profession}, 'unknown')`,
      completions: count(),
      quarterCredits: stands.mapWith(Number)
    })
    .from(completions)
    .leftJoin(profiles, eq(profiles.personId, completions.personId))
    .leftJoin(credits, and(eq(credits.completionId, completions.id), creditStands))
    .leftJoin(certificates, and(eq(certificates.creditId, credits.id), documentStands))
    .leftJoin(certificateRevocations, eq(certificateRevocations.certificateId, certificates.id))
    .where(eq(completions.activityVersionId, versionId))
    .groupBy(sql`coalesce(${profiles.profession}, 'unknown')`);
}

/** What was answered to the evaluation of a version, in no order that tells of anybody. */
export function listEvaluationAnswers(db: Executor, versionId: string) {
  return db
    .select({ answers: evaluations.answers })
    .from(evaluations)
    .where(eq(evaluations.activityVersionId, versionId));
}

/** Every item version that was published in the banks from which these activity versions draw. */
export function listPublishedItems(db: Executor, versionIds: string[]) {
  const banks = db
    .select({ id: assessments.bankId })
    .from(assessments)
    .where(inArray(assessments.activityVersionId, versionIds));
  return db
    .select({
      id: itemVersions.id,
      bank: questionBanks.code,
      externalId: items.externalId,
      version: itemVersions.version,
      status: itemVersions.status,
      type: itemVersions.type,
      objective: objectives.code,
      stem: itemVersions.stem,
      publishedAt: itemVersions.publishedAt,
      retiredAt: itemVersions.retiredAt
    })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .innerJoin(questionBanks, eq(questionBanks.id, items.bankId))
    .leftJoin(objectives, eq(objectives.id, itemVersions.objectiveId))
    .where(and(inArray(items.bankId, banks), inArray(itemVersions.status, ['live', 'retired'])))
    .orderBy(asc(questionBanks.code), asc(items.externalId), asc(itemVersions.version));
}

/** Who approved these item versions, and when. */
export function listApprovals(db: Executor, itemVersionIds: string[]) {
  return db
    .select({
      itemVersionId: itemApprovals.itemVersionId,
      approvedBy: itemApprovals.approverId,
      approvedAt: itemApprovals.approvedAt,
      note: itemApprovals.note
    })
    .from(itemApprovals)
    .where(inArray(itemApprovals.itemVersionId, itemVersionIds))
    .orderBy(asc(itemApprovals.approvedAt), asc(itemApprovals.id));
}

/** What these item versions cite, by key. */
export function listCitedKeys(db: Executor, itemVersionIds: string[]) {
  return db
    .selectDistinct({ itemVersionId: itemCitations.itemVersionId, citationKey: references.citationKey })
    .from(itemCitations)
    .innerJoin(references, eq(references.id, itemCitations.referenceId))
    .where(inArray(itemCitations.itemVersionId, itemVersionIds))
    .orderBy(asc(references.citationKey));
}
