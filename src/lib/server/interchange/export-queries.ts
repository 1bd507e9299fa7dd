import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { accreditationStatements } from '../db/schema/accreditation.ts';
import {
  activities,
  activityVersionObjectives,
  activityVersionReferences,
  activityVersions,
  assessmentFixedItems,
  assessments,
  blueprintCells
} from '../db/schema/activity.ts';
import { facultyDisclosures, financialRelationships } from '../db/schema/activity-disclosure.ts';
import { evaluationForms } from '../db/schema/evaluation.ts';
import { items, itemTags, itemVersions, objectives, questionBanks } from '../db/schema/question-bank.ts';
import { itemLintOverrides } from '../db/schema/question-bank-review.ts';
import { references } from '../db/schema/reference.ts';

const versionColumns = {
  slug: activities.slug,
  lessonId: activityVersions.lessonId,
  status: activityVersions.status,
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
  authors: activityVersions.authors,
  reviewers: activityVersions.reviewers,
  extra: activityVersions.extra,
  mode: accreditationStatements.mode,
  label: accreditationStatements.label,
  statement: accreditationStatements.statement,
  providerName: accreditationStatements.providerName
};

/** The facts of a version with its slug and its accreditation statement, or null. */
export async function selectOptionalVersionFacts(db: Executor, versionId: string) {
  const [row] = await db
    .select(versionColumns)
    .from(activityVersions)
    .innerJoin(activities, eq(activities.id, activityVersions.activityId))
    .innerJoin(
      accreditationStatements,
      eq(accreditationStatements.id, activityVersions.accreditationStatementId)
    )
    .where(eq(activityVersions.id, versionId));
  return row ?? null;
}

/** The objectives of the version in their order. */
export function listVersionObjectives(db: Executor, versionId: string) {
  const { objectiveId, wording, position, activityVersionId } = activityVersionObjectives;
  return db
    .select({ objectiveId, code: objectives.code, wording })
    .from(activityVersionObjectives)
    .innerJoin(objectives, eq(objectives.id, objectiveId))
    .where(eq(activityVersionId, versionId))
    .orderBy(asc(position));
}

/** The reference list of the version, with what the library keeps; then those that are only in `otherKeys`. */
export function listPackageReferences(db: Executor, versionId: string, otherKeys: string[]) {
  const listed = activityVersionReferences;
  const others = otherKeys.length > 0 ? inArray(references.citationKey, otherKeys) : sql`false`;
  return db
    .select({
      citationKey: references.citationKey,
      number: listed.number,
      csl: sql<Record<string, unknown>>`coalesce(${listed.csl}, ${references.csl})`,
      authorsTruncated: sql<boolean>`coalesce(${listed.authorsTruncated}, ${references.authorsTruncated})`,
      custom: references.custom,
      evidenceLevel: references.evidenceLevel,
      reviewDueOn: references.reviewDueOn,
      status: references.status,
      statusNote: references.statusNote
    })
    .from(references)
    .leftJoin(listed, and(eq(listed.referenceId, references.id), eq(listed.activityVersionId, versionId)))
    .where(or(eq(listed.activityVersionId, versionId), others))
    .orderBy(asc(listed.number), asc(references.citationKey));
}

/** What people declared for the version, in its order. */
export function listDisclosures(db: Executor, versionId: string) {
  const { position, name, role, relationships, declaredOn, activityVersionId } = facultyDisclosures;
  return db
    .select({ position, name, role, relationships, declaredOn })
    .from(facultyDisclosures)
    .where(eq(activityVersionId, versionId))
    .orderBy(asc(position));
}

/** The financial relationships that were declared, in their order. */
export function listRelationships(db: Executor, versionId: string) {
  const { disclosurePosition, company, kind, nature, ended, relevant, mitigation, mitigatedOn } =
    financialRelationships;
  return db
    .select({
      disclosurePosition,
      relationship: { company, kind, nature, ended, relevant, mitigation, mitigatedOn }
    })
    .from(financialRelationships)
    .where(eq(financialRelationships.activityVersionId, versionId))
    .orderBy(asc(disclosurePosition), asc(financialRelationships.ordinal));
}

/** The assessments of the version with the codes of their banks. */
export function listAssessments(db: Executor, versionId: string) {
  return db
    .select({
      id: assessments.id,
      kind: assessments.kind,
      title: assessments.title,
      bankCode: questionBanks.code,
      pretestItemsOnly: assessments.pretestItemsOnly,
      feedback: assessments.feedback,
      showsScore: assessments.showsScore,
      passingPercent: assessments.passingPercent,
      maxAttempts: assessments.maxAttempts,
      requiredForCompletion: assessments.requiredForCompletion,
      shuffleItems: assessments.shuffleItems,
      shuffleOptions: assessments.shuffleOptions
    })
    .from(assessments)
    .innerJoin(questionBanks, eq(questionBanks.id, assessments.bankId))
    .where(eq(assessments.activityVersionId, versionId));
}

/** The cells of all blueprints of the version. */
export function listCells(db: Executor, versionId: string) {
  const { assessmentId, objectiveId, difficulty, count } = blueprintCells;
  return db
    .select({ assessmentId, objectiveId, code: objectives.code, difficulty, count })
    .from(blueprintCells)
    .innerJoin(assessments, eq(assessments.id, assessmentId))
    .innerJoin(objectives, eq(objectives.id, objectiveId))
    .where(eq(assessments.activityVersionId, versionId));
}

/** The items that every form of an assessment holds. */
export function listFixedItems(db: Executor, versionId: string) {
  return db
    .select({ assessmentId: assessmentFixedItems.assessmentId, externalId: items.externalId })
    .from(assessmentFixedItems)
    .innerJoin(assessments, eq(assessments.id, assessmentFixedItems.assessmentId))
    .innerJoin(items, eq(items.id, assessmentFixedItems.itemId))
    .where(eq(assessments.activityVersionId, versionId));
}

/** The evaluation form of the version as it is stored. */
export async function selectEvaluation(db: Executor, versionId: string): Promise<Record<string, unknown>> {
  const [row] = await db
    .select({ form: evaluationForms.form })
    .from(evaluationForms)
    .where(eq(evaluationForms.activityVersionId, versionId));
  return row ? { ...row.form } : {};
}

/** All versions that are not retired of the items in these banks, the newest first. */
export function listBankVersions(db: Executor, bankCodes: string[]) {
  return db
    .select({
      versionId: itemVersions.id,
      itemId: items.id,
      externalId: items.externalId,
      bankCode: questionBanks.code,
      status: itemVersions.status,
      pairedWith: itemVersions.pairedWith,
      reviewNote: itemVersions.reviewNote
    })
    .from(itemVersions)
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .innerJoin(questionBanks, eq(questionBanks.id, items.bankId))
    .where(and(inArray(questionBanks.code, bankCodes), sql`${itemVersions.status} <> 'retired'`))
    .orderBy(sql`${itemVersions.version} desc`);
}

/** The tags of the items in these banks. */
export function listTags(db: Executor, bankCodes: string[]) {
  return db
    .select({ itemId: itemTags.itemId, tag: itemTags.tag })
    .from(itemTags)
    .innerJoin(items, eq(items.id, itemTags.itemId))
    .innerJoin(questionBanks, eq(questionBanks.id, items.bankId))
    .where(inArray(questionBanks.code, bankCodes))
    .orderBy(asc(itemTags.tag));
}

/** The reasons for which warnings of these versions may stay; those without the words of the finding serve nobody. */
export function listReasons(db: Executor, versionIds: string[]) {
  const { itemVersionId, rule, place, what, reason } = itemLintOverrides;
  return db
    .select({ versionId: itemVersionId, rule, place, what, reason })
    .from(itemLintOverrides)
    .where(and(inArray(itemVersionId, versionIds), ne(what, '')))
    .orderBy(asc(rule), asc(place), asc(what));
}
