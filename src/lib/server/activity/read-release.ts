import {
  missingIn,
  parseSettings,
  settingsFieldsOf,
  unsaidIn
} from '#lib/domain/activity/activity-settings.ts';
import { blueprintShortages, drawable } from '#lib/domain/activity/blueprint-coverage.ts';
import { creditWarning } from '#lib/domain/activity/credit-for-minutes.ts';
import { limitWarning } from '#lib/domain/activity/time-limit.ts';
import { releaseChecklist, type ReleaseCheck } from '#lib/domain/activity/release-checklist.ts';
import type { ReleaseFacts } from '#lib/domain/activity/release-facts.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { Executor } from '../db/index.ts';
import { listSectionFaults } from '../lesson/list-section-faults.ts';
import { readAttestationState } from './read-accreditation.ts';
import { readBlueprints, type BlueprintView } from './read-blueprints.ts';
import { readDisclosures } from './read-disclosures.ts';
import { readHonestMinutes } from './read-honest-minutes.ts';
import { readObjectives } from './read-objectives.ts';
import {
  listItemsCitingRetracted,
  listItemsWithErrors,
  listReferenceFacts,
  listSectionFacts,
  listUnlistedInItems,
  listUnlistedKeys,
  selectHasEvaluation
} from './release-queries.ts';
import { selectSettings } from './settings-queries.ts';

type Which = { versionId: string; lessonId: string };

function formFacts(
  { kind, isBankOfAssessment, settings, items }: BlueprintView,
  codeOf: (id: string) => string
): ReleaseFacts['forms'][number] {
  const pool = drawable(items, settings);
  return {
    kind,
    title: settings.title,
    itemCount: settings.cells.reduce((sum, { count }) => sum + count, 0),
    passingPercent: settings.passingPercent,
    requiredForCompletion: settings.requiredForCompletion,
    tellsKeys: isBankOfAssessment && settings.feedback === 'after-each-item',
    shortages: blueprintShortages(settings.cells, pool)
      .map((shortage) => ({ ...shortage, code: codeOf(shortage.objectiveId) }))
      .toSorted((one, other) => one.code.localeCompare(other.code, 'en')),
    missingFixedItems: settings.fixedItemIds.filter((id) => !pool.some(({ itemId }) => itemId === id)).length
  };
}

/** What the settings and the objectives say. */
async function readOwnFacts(db: Executor, versionId: string, today: string) {
  const settings = await selectSettings(db, versionId);
  const parsed = parseSettings(settingsFieldsOf(settings), today);
  const { entries, uses } = await readObjectives(db, versionId);
  return {
    settings,
    unsaid: unsaidIn(settings),
    settingsProblems: [
      ...missingIn(settings),
      ...(parsed.ok ? [] : parsed.problem.map(({ message }) => message))
    ].map((message) => `${message}.`),
    entries,
    objectives: entries.map(({ id, code }) => {
      const use = uses.find(({ objectiveId }) => objectiveId === id);
      return { code, sections: use?.sections ?? 0, items: use?.items ?? 0 };
    })
  };
}

/** The sections with what is wrong in their text. */
async function readSectionFacts(db: Executor, lessonId: string): Promise<ReleaseFacts['sections']> {
  const found = await listSectionFaults(db, lessonId);
  const faults = new Map(found.map((section) => [section.id, section.faults.length]));
  return (await listSectionFacts(db, lessonId)).map(({ id, ...facts }) => ({
    ...facts,
    faults: faults.get(id) ?? 0
  }));
}

/** The release checklist of a version, as it stands on this day. */
export async function readRelease(
  db: Executor,
  { versionId, lessonId }: Which,
  now: Date
): Promise<ReleaseCheck[]> {
  const today = calendarDayOf(now);
  const { settings, entries, ...stated } = await readOwnFacts(db, versionId, today);
  const codeOf = (objectiveId: string) => entries.find(({ id }) => id === objectiveId)?.code ?? '';
  const forms = await readBlueprints(db, versionId);
  return releaseChecklist({
    today,
    ...stated,
    reviewDate: settings.reviewDate,
    expiryDate: settings.expiryDate,
    honestMinutes: await readHonestMinutes(db, { versionId, lessonId }),
    estimatedMinutes: settings.estimatedMinutes,
    creditWarning: creditWarning(settings),
    limitWarning: limitWarning(settings),
    sections: await readSectionFacts(db, lessonId),
    unlisted: await listUnlistedKeys(db, { versionId, lessonId }),
    unlistedInItems: await listUnlistedInItems(db, versionId),
    references: await listReferenceFacts(db, versionId),
    forms: forms.map((form) => formFacts(form, codeOf)),
    itemsWithErrors: await listItemsWithErrors(db, versionId),
    itemsCitingRetracted: await listItemsCitingRetracted(db, versionId),
    disclosures: await readDisclosures(db, { versionId, today }),
    hasEvaluationForm: await selectHasEvaluation(db, versionId),
    accreditation: await readAttestationState(db, versionId)
  });
}
