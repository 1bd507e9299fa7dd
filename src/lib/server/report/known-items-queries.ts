import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { regradeColumns } from '../attempt/regrade-queries.ts';
import type { Executor } from '../db/index.ts';
import { activityVersions, assessments } from '../db/schema/activity.ts';
import { regrades } from '../db/schema/attempt-regrade.ts';
import { items, itemVersions } from '../db/schema/question-bank.ts';
import { formStatistics, itemStatistics, optionStatistics } from '../db/schema/report-statistics.ts';

/** Whole numbers below 2^53, so nothing is lost. */
const whole = (sum: PgColumn) => sql<number>`${sum}::double precision`;

const figureColumns = {
  itemVersionId: itemStatistics.itemVersionId,
  assessmentId: itemStatistics.assessmentId,
  computedAt: itemStatistics.computedAt,
  responses: itemStatistics.responses,
  exposure: itemStatistics.exposure,
  sumX: whole(itemStatistics.sumX),
  sumXx: whole(itemStatistics.sumXx),
  sumXt: whole(itemStatistics.sumXt),
  sumT: whole(itemStatistics.sumT),
  sumTt: whole(itemStatistics.sumTt),
  standardDeviation: itemStatistics.standardDeviation,
  randomGuessScore: itemStatistics.randomGuessScore,
  intendedWeight: itemStatistics.intendedWeight,
  effectiveWeight: itemStatistics.effectiveWeight,
  discriminationIndex: itemStatistics.discriminationIndex,
  discriminativeEfficiency: itemStatistics.discriminativeEfficiency,
  facilityLow: itemStatistics.facilityLow,
  facilityHigh: itemStatistics.facilityHigh,
  upperFacility: itemStatistics.upperFacility,
  lowerFacility: itemStatistics.lowerFacility,
  upperSize: itemStatistics.upperSize,
  lowerSize: itemStatistics.lowerSize,
  alphaIfDeleted: itemStatistics.alphaIfDeleted,
  medianSeconds: itemStatistics.medianSeconds,
  internalConsistency: formStatistics.internalConsistency,
  isFixedForm: formStatistics.isFixedForm
};

const nameColumns = {
  itemId: items.id,
  externalId: items.externalId,
  version: itemVersions.version,
  stem: sql<string>`left(${itemVersions.stem}, 600)`
};

const formColumns = {
  kind: assessments.kind,
  title: assessments.title,
  activityTitle: activityVersions.title,
  activityVersion: activityVersions.version
};

/** The figures of all versions of an item on all forms, the newest version and the form with most responses first. */
export function listFiguresOfItem(db: Executor, itemId: string) {
  return db
    .select({ ...figureColumns, ...nameColumns, ...formColumns })
    .from(itemStatistics)
    .innerJoin(formStatistics, eq(formStatistics.assessmentId, itemStatistics.assessmentId))
    .innerJoin(itemVersions, eq(itemVersions.id, itemStatistics.itemVersionId))
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .innerJoin(assessments, eq(assessments.id, itemStatistics.assessmentId))
    .innerJoin(activityVersions, eq(activityVersions.id, assessments.activityVersionId))
    .where(eq(items.id, itemId))
    .orderBy(desc(itemVersions.version), desc(itemStatistics.responses), asc(itemStatistics.assessmentId));
}

/** The figures of all items on one form. */
export function listFiguresOfForm(db: Executor, assessmentId: string) {
  return db
    .select({ ...figureColumns, ...nameColumns })
    .from(itemStatistics)
    .innerJoin(formStatistics, eq(formStatistics.assessmentId, itemStatistics.assessmentId))
    .innerJoin(itemVersions, eq(itemVersions.id, itemStatistics.itemVersionId))
    .innerJoin(items, eq(items.id, itemVersions.itemId))
    .where(eq(itemStatistics.assessmentId, assessmentId));
}

/** How often each class of responses to these item versions was given, on each form. */
export function listOptionCounts(db: Executor, itemVersionIds: string[]) {
  const { assessmentId, itemVersionId, optionId, chosen, upperChosen, lowerChosen } = optionStatistics;
  return db
    .select({
      ...{ assessmentId, itemVersionId, optionId, chosen, upperChosen, lowerChosen },
      sumRest: whole(optionStatistics.sumRest)
    })
    .from(optionStatistics)
    .where(inArray(itemVersionId, itemVersionIds));
}

/** The forms of an activity that have figures: assessments first, those of the newest version first. */
export function listFormsOfActivity(db: Executor, activityId: string) {
  const { computedAt, attempts, isFixedForm, mean, median, standardDeviation } = formStatistics;
  const { skewness, kurtosis, internalConsistency, errorRatio, standardError } = formStatistics;
  return db
    .select({
      assessmentId: assessments.id,
      ...formColumns,
      ...{ computedAt, attempts, isFixedForm, mean, median, standardDeviation },
      ...{ skewness, kurtosis, internalConsistency, errorRatio, standardError }
    })
    .from(formStatistics)
    .innerJoin(assessments, eq(assessments.id, formStatistics.assessmentId))
    .innerJoin(activityVersions, eq(activityVersions.id, assessments.activityVersionId))
    .where(eq(activityVersions.activityId, activityId))
    .orderBy(
      sql`array_position(array['assessment', 'pre-test', 'practice'], ${assessments.kind})`,
      sql`${activityVersions.publishedAt} desc nulls last`,
      asc(assessments.id)
    );
}

/** The regrades that are in force for these item versions. */
export function listRegradesInForce(db: Executor, itemVersionIds: string[]) {
  return db
    .select({ itemVersionId: regrades.itemVersionId, regrade: regradeColumns })
    .from(regrades)
    .where(and(inArray(regrades.itemVersionId, itemVersionIds), isNull(regrades.undoneAt)));
}
