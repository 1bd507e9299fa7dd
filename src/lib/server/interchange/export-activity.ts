import { compareNaturally } from '#lib/domain/interchange/compare-naturally.ts';
import type { AssessmentPart, ItemPart, PackageParts } from '#lib/domain/interchange/package-parts.ts';
import { writePackage } from '#lib/domain/interchange/write-package.ts';
import type { Executor } from '../db/index.ts';
import { exportItems } from './export-items.ts';
import { exportLesson } from './export-lesson.ts';
import * as queries from './export-queries.ts';

const KINDS = ['pre-test', 'practice', 'assessment'];
const DIFFICULTIES = ['any', 'easy', 'medium', 'hard'];

/** A bank of the activity goes by its name alone, e.g. `practice`; one of another activity keeps the whole code. */
const bankNameIn = (slug: string) => (code: string) =>
  (code.startsWith(`${slug}/`) ? code.slice(slug.length + 1) : code).replaceAll('/', '.');

async function readDisclosures(db: Executor, versionId: string): Promise<PackageParts['disclosures']> {
  const relationships = Map.groupBy(
    await queries.listRelationships(db, versionId),
    ({ disclosurePosition }) => disclosurePosition
  );
  const disclosures = await queries.listDisclosures(db, versionId);
  return disclosures.map(({ position, ...words }) => ({
    ...words,
    financialRelationships: (relationships.get(position) ?? []).map(({ relationship }) => relationship)
  }));
}

type AssessmentRow = Awaited<ReturnType<typeof queries.listAssessments>>[number];

/** In the order in which a learner meets them. */
async function readAssessmentRows(db: Executor, versionId: string): Promise<AssessmentRow[]> {
  const rows = await queries.listAssessments(db, versionId);
  return rows.toSorted((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind));
}

type Around = { objectiveIds: string[]; bankName: (code: string) => string; items: ItemPart[] };

async function readAssessments(
  db: Executor,
  versionId: string,
  { rows, around }: { rows: AssessmentRow[]; around: Around }
): Promise<AssessmentPart[]> {
  const { objectiveIds, bankName, items } = around;
  const cells = Map.groupBy(await queries.listCells(db, versionId), ({ assessmentId }) => assessmentId);
  const fixed = Map.groupBy(await queries.listFixedItems(db, versionId), ({ assessmentId }) => assessmentId);
  return rows.map(({ id, bankCode, ...row }) => {
    const bank = bankName(bankCode);
    const inBank = new Set(items.filter((item) => item.bank === bank).map(({ externalId }) => externalId));
    const blueprint = (cells.get(id) ?? []).toSorted(
      (one, other) =>
        objectiveIds.indexOf(one.objectiveId) - objectiveIds.indexOf(other.objectiveId) ||
        DIFFICULTIES.indexOf(one.difficulty) - DIFFICULTIES.indexOf(other.difficulty)
    );
    return {
      ...row,
      bank,
      blueprint: blueprint.map(({ code, difficulty, count }) => ({ objective: code, difficulty, count })),
      alwaysInclude: (fixed.get(id) ?? [])
        .map(({ externalId }) => externalId)
        .filter((externalId) => inBank.has(externalId))
        .toSorted(compareNaturally)
    };
  });
}

/** Every citation key that sections and items lean on. */
const citedKeys = (sections: PackageParts['sections'], items: ItemPart[]) => [
  ...sections.flatMap(({ citations }) => citations.map(({ citationKey }) => citationKey)),
  ...items.flatMap(({ draft }) => draft.citations.map(({ citationKey }) => citationKey))
];

async function readParts(db: Executor, versionId: string): Promise<PackageParts | null> {
  const found = await queries.selectOptionalVersionFacts(db, versionId);
  if (found === null) return null;
  const { slug, lessonId, status, ...version } = found;
  const objectives = await queries.listVersionObjectives(db, versionId);
  const objectiveIds = objectives.map(({ objectiveId }) => objectiveId);
  const sections = await exportLesson(db, { lessonId, objectiveIds });
  const rows = await readAssessmentRows(db, versionId);
  const bankName = bankNameIn(slug);
  const items = await exportItems(db, {
    bankCodes: [...new Set(rows.map(({ bankCode }) => bankCode))],
    bankName,
    versions: status === 'draft' ? 'newest' : 'live',
    objectives: new Map(objectives.map(({ objectiveId, code }) => [objectiveId, code]))
  });
  const around = { objectiveIds, bankName, items };
  return {
    slug,
    version,
    objectives: objectives.map(({ code, wording }) => ({ code, wording })),
    disclosures: await readDisclosures(db, versionId),
    sections,
    assessments: await readAssessments(db, versionId, { rows, around }),
    references: await queries.listPackageReferences(db, versionId, citedKeys(sections, items)),
    items,
    evaluation: await queries.selectEvaluation(db, versionId)
  };
}

/** The files of a package of this activity version by their paths, or null where there is none, inside a transaction. */
export async function exportVersion(tx: Executor, versionId: string): Promise<Map<string, string> | null> {
  const parts = await readParts(tx, versionId);
  return parts && writePackage(parts);
}

/** The same, all read at one moment. */
export function exportActivity(db: Executor, versionId: string): Promise<Map<string, string> | null> {
  const oneView = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;
  return db.transaction((tx) => exportVersion(tx, versionId), oneView);
}
