import { unreadFields } from '#lib/domain/interchange/unread-fields.ts';
import type { ActivityFile } from './activity-schema.ts';
import type { ActivityVersionRows } from './activity-queries.ts';
import type { ActivityPackage } from './import-parse-package.ts';
import type { PackageIds } from './item-content.ts';

type Made = {
  activityId: string;
  lessonId: string;
  statementId: string;
  /** Bank id by its name in the package, e.g. `practice`. */
  bankId: (bank: string) => string;
  /** Item id by bank and the id in the package. */
  itemId: (bank: string, externalId: string) => string;
};

type AssessmentEntry = ActivityFile['assessments'][number];

function addAssessment(
  rows: ActivityVersionRows,
  entry: AssessmentEntry,
  input: { ids: PackageIds; made: Made }
): void {
  const id = crypto.randomUUID();
  rows.assessments.push({
    id,
    activityVersionId: rows.version.id,
    kind: entry.kind,
    title: entry.title,
    bankId: input.made.bankId(entry.bank),
    pretestItemsOnly: entry.onlyPretestItems,
    feedback: entry.feedback,
    showsScore: entry.showScore,
    passingPercent: entry.passingStandard,
    maxAttempts: entry.maxAttempts,
    requiredForCompletion: entry.requiredForCompletion,
    shuffleItems: entry.shuffleItems ?? true,
    shuffleOptions: entry.shuffleOptions ?? true
  });
  for (const { objective, difficulty = 'any', count } of entry.blueprint) {
    const objectiveId = input.ids.objectiveId(objective);
    rows.cells.push({ assessmentId: id, objectiveId, difficulty, count });
  }
  for (const externalId of new Set(entry.alwaysInclude)) {
    rows.fixedItems.push({ assessmentId: id, itemId: input.made.itemId(entry.bank, externalId) });
  }
}

/** What a package may leave out. */
const optionalColumns = (activity: ActivityFile) => ({
  practiceGap: activity.practiceGap ?? null,
  offLabelUse: activity.offLabelUse ?? null,
  contact: activity.contact ?? null,
  fee: activity.fee ?? null,
  timeLimitMinutes: activity.timeLimitMinutes ?? null
});

function versionRow(activity: ActivityFile, made: Made): ActivityVersionRows['version'] {
  return {
    id: crypto.randomUUID(),
    activityId: made.activityId,
    version: activity.version,
    status: 'draft',
    title: activity.title,
    summary: activity.summary,
    audience: activity.audience,
    audienceNote: activity.audienceNote,
    format: activity.format,
    estimatedMinutes: activity.estimatedMinutes,
    releaseDate: activity.releaseDate,
    reviewDate: activity.reviewDate,
    expiryDate: activity.expiryDate,
    maximumQuarterCredits: activity.credit.maximumQuarterCredits,
    accreditationStatementId: made.statementId,
    disclosureStatement: activity.disclosureStatement,
    supportStatement: activity.commercialSupport.statement,
    medicalDisclaimer: activity.medicalDisclaimer,
    ...optionalColumns(activity),
    lessonId: made.lessonId,
    authors: activity.authors,
    reviewers: activity.reviewers,
    extra: unreadFields(activity)
  };
}

/** What stands in lists of the package, each with its place in the version. */
function listedRows({ activity, references }: ActivityPackage, ids: PackageIds, activityVersionId: string) {
  return {
    objectives: activity.learningObjectives.map((objective, index) => ({
      activityVersionId,
      objectiveId: ids.objectiveId(objective.id),
      position: index + 1,
      wording: objective.text
    })),
    references: references.flatMap(({ id, custom: { number } }) =>
      number === undefined ? [] : { activityVersionId, referenceId: ids.referenceId(id), number }
    ),
    disclosures: activity.disclosures.map(({ name, role, relationships, declaredOn }, index) => ({
      activityVersionId,
      position: index + 1,
      name,
      role,
      relationships,
      declaredOn: declaredOn ?? null
    })),
    relationships: activity.disclosures.flatMap(({ financialRelationships = [] }, index) =>
      financialRelationships.map((relationship, place) => ({
        activityVersionId,
        disclosurePosition: index + 1,
        ordinal: place + 1,
        ...relationship
      }))
    )
  };
}

/** The rows of the activity version that a package describes, as a draft. */
export function activityVersionRows(
  found: ActivityPackage,
  ids: PackageIds,
  made: Made
): ActivityVersionRows {
  const version = versionRow(found.activity, made);
  const rows: ActivityVersionRows = {
    version,
    ...listedRows(found, ids, version.id),
    assessments: [],
    cells: [],
    fixedItems: [],
    evaluation: found.evaluation
  };
  for (const entry of found.activity.assessments) addAssessment(rows, entry, { ids, made });
  return rows;
}
