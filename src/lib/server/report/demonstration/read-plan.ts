import { createHash } from 'node:crypto';
import type { ActivityFacts, AssessmentFacts } from '#lib/domain/activity/activity-facts.ts';
import type { EvaluationAnswers } from '#lib/domain/evaluation/evaluation-answers.ts';
import { creditReports, type CreditReport } from '#lib/domain/credit/credit-report.ts';
import { listRuleVersions } from '../../accreditation/rule-queries.ts';
import { readOfferedActivity } from '../../activity/read-credit-offer.ts';
import { listCells, listFixedItems, selectSource } from '../../attempt/assessment-queries.ts';
import { readCandidates } from '../../attempt/read-candidates.ts';
import { selectActivityOnCertificate } from '../../certificate/queries.ts';
import type { Executor } from '../../db/index.ts';
import { readEvaluationForm } from '../../evaluation/read-evaluation-form.ts';
import { readKeyedItems } from '../../question-bank/read-keyed-items.ts';
import { drawDayCards, drawPersonCards, type DayCard, type PersonCard } from './draw-decks.ts';
import { drawDocuments, type DocumentCard } from './draw-documents.ts';
import { drawEvaluations } from './draw-evaluations.ts';
import { drawForms, type FormPlace } from './draw-forms.ts';
import { modelItem, type ItemModel, type Oddity } from './item-model.ts';

/** Everything that SQL deals out to learners; a few thousand rows, however many learners there will be. */
export type Plan = {
  people: PersonCard[];
  days: DayCard[];
  forms: FormPlace[];
  evaluations: EvaluationAnswers[];
  documents: DocumentCard[];
  reports: CreditReport[];
  sections: string[];
};

export type PlanInput = { activity: ActivityFacts; seed: string; days: number; until: Date };

/** How often an assessment is tried at most; one more try than this is rare. */
const MOST_TRIES = 3;

/** A number of 30 bits that stands for the seed. */
export function seedNumber(seed: string): number {
  return createHash('sha256').update(seed).digest().readUInt32BE(0) >>> 2;
}

/** Two of the items that every form holds are odd, so that item statistics have something to find. */
function oddityOf(itemId: string, { kind }: AssessmentFacts, fixed: string[]): Oddity {
  if (kind !== 'assessment') return null;
  const place = fixed.indexOf(itemId);
  return place === 0 ? 'too-easy' : place === 1 ? 'poor' : null;
}

async function readForms(db: Executor, assessment: AssessmentFacts, seed: number): Promise<FormPlace[]> {
  const { bankId, ...source } = await selectSource(db, assessment.id);
  const candidates = await readCandidates(db, bankId);
  const fixedItemIds = (await listFixedItems(db, assessment.id)).map(({ itemId }) => itemId);
  const keyed = await readKeyedItems(
    db,
    candidates.map(({ versionId }) => versionId)
  );
  const byName = candidates.toSorted((one, other) => one.externalId.localeCompare(other.externalId, 'en'));
  const fixedByName = byName.map(({ itemId }) => itemId).filter((itemId) => fixedItemIds.includes(itemId));
  const models = new Map<string, ItemModel>();
  byName.forEach(({ versionId, itemId, difficulty }, index) => {
    const item = keyed.get(versionId);
    const oddity = oddityOf(itemId, assessment, fixedByName);
    if (item) models.set(versionId, modelItem(item, { difficulty, oddity, seed: seed + index }));
  });
  const blueprint = { cells: await listCells(db, assessment.id), fixedItemIds, ...source };
  const attempts = Math.min(assessment.maxAttempts ?? MOST_TRIES, MOST_TRIES);
  return drawForms({ kind: assessment.kind, candidates, blueprint, models, attempts, seed });
}

const clamp = (day: string, { releaseDate, expiryDate }: ActivityFacts) =>
  day < releaseDate ? releaseDate : day > expiryDate ? expiryDate : day;

/** Reads of an activity all that its learners meet, and draws what they are and what they say. */
export async function readPlan(db: Executor, { activity, seed, days, until }: PlanInput): Promise<Plan> {
  const number = seedNumber(seed);
  const people = drawPersonCards(number);
  const forms: FormPlace[] = [];
  for (const assessment of activity.assessments)
    if (assessment.kind !== 'practice') forms.push(...(await readForms(db, assessment, number)));
  const versionId = activity.activityVersionId;
  return {
    people,
    days: drawDayCards(number, { days, until }),
    forms,
    evaluations: drawEvaluations(await readEvaluationForm(db, versionId), number),
    documents: drawDocuments(people, {
      activity: await readOfferedActivity(db, versionId),
      rules: await listRuleVersions(db),
      day: clamp(until.toISOString().slice(0, 10), activity),
      printed: await selectActivityOnCertificate(db, versionId)
    }),
    reports: creditReports([...new Set(people.flatMap(({ report }) => report ?? []))]),
    sections: activity.sections.map(({ id }) => id)
  };
}
