import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { selectDemonstrationId } from '../activity/creation-queries.ts';
import { updateReferenceListToFrozen } from '../activity/reference-list-queries.ts';
import type { Executor } from '../db/index.ts';
import {
  insertActivityVersion,
  insertImporter,
  insertObjectives,
  insertStatement,
  listObjectives,
  selectOptionalStatementId,
  updateVersionToLive
} from './activity-queries.ts';
import type { ActivityFile } from './activity-schema.ts';
import { activityVersionRows } from './activity-version-rows.ts';
import { importItems, type ItemCounts, type ItemOutcome } from './import-items.ts';
import { importLesson } from './import-lesson.ts';
import type { ActivityPackage, ImportManner } from './import-parse-package.ts';
import { importReferences, type ImportedReference } from './import-references.ts';
import type { PackageIds } from './item-content.ts';

/** A package on its way into an activity, and how it comes in. */
export type Incoming = {
  found: ActivityPackage;
  activityId: string;
  manner: ImportManner;
  /** Null: the command line. */
  actorId: string | null;
  now: Date;
};

export type WrittenVersion = {
  activityVersionId: string;
  /** By bank. */
  items: Record<string, ItemCounts>;
  outcomes: { id: string; bank: string; outcome: ItemOutcome }[];
  /** By citation key. */
  references: ImportedReference[];
};

function orThrow(ids: Map<string, string>, what: string): (name: string) => string {
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`The package names an unknown ${what}: ${name}`);
    return id;
  };
}

/** The objectives of the activity by code; those of former versions are used again. */
async function ensureObjectives(tx: Executor, { found, activityId }: Incoming): Promise<Map<string, string>> {
  const ids = new Map((await listObjectives(tx, activityId)).map(({ code, id }) => [code, id]));
  const added = found.activity.learningObjectives
    .filter((objective) => !ids.has(objective.id))
    .map((objective) => ({ id: crypto.randomUUID(), code: objective.id }));
  await insertObjectives(tx, added);
  for (const { code, id } of added) ids.set(code, id);
  return ids;
}

async function ensureStatement(tx: Executor, activity: ActivityFile, now: Date): Promise<string> {
  const { mode, label, statement } = activity.accreditation;
  if (mode !== 'demonstration') return selectDemonstrationId(tx, now);
  const found = await selectOptionalStatementId(tx, { mode, label, statement });
  if (found !== null) return found;
  const id = crypto.randomUUID();
  await insertStatement(tx, { id, mode, label, statement, createdAt: now });
  return id;
}

type ImportedBanks = Map<string, Awaited<ReturnType<typeof importItems>>>;

/** The banks that the package names, each `slug/name` here. */
async function importBanks(
  tx: Executor,
  { found, manner, actorId, now }: Incoming,
  ids: PackageIds
): Promise<ImportedBanks> {
  const { slug, title, assessments } = found.activity;
  const names = new Set([...assessments.map(({ bank }) => bank), ...found.items.map(({ bank }) => bank)]);
  const banks: ImportedBanks = new Map();
  for (const name of names) {
    const entries = found.items.filter((item) => item.bank === name);
    const bank = { code: `${slug}/${name}`, title: `${title}: ${name}`, entries };
    const bringing = { takesReviews: manner.takesReviews, actorId, now };
    banks.set(name, await importItems(tx, { bank, ids, bringing }));
  }
  return banks;
}

async function findIds(
  tx: Executor,
  incoming: Incoming,
  references: Map<string, string>
): Promise<PackageIds> {
  return {
    objectiveId: orThrow(await ensureObjectives(tx, incoming), 'objective'),
    referenceId: orThrow(references, 'reference'),
    optionalReferenceId: (key) => references.get(key) ?? null
  };
}

const blockedItem = (id: string): PackageProblem => ({
  file: 'items.json',
  where: `item ${id}`,
  why: 'Somebody here is writing or reviewing another version of this item, which is not overwritten.',
  mend: 'Have that version published or put aside first, or leave the item out of the package.'
});

const outcomesOf = (banks: ImportedBanks) =>
  [...banks].flatMap(([bank, { outcomes }]) => outcomes.map((entry) => ({ ...entry, bank })));

/** Publishes the version, or leaves it a draft of whoever brought it in. */
async function settle(
  tx: Executor,
  id: string,
  { manner, activityId, actorId, now }: Incoming
): Promise<void> {
  if (manner.as === 'live') {
    await updateReferenceListToFrozen(tx, id);
    await updateVersionToLive(tx, { id, activityId, now });
  } else if (actorId !== null) {
    await insertImporter(tx, { activityVersionId: id, personId: actorId, firstAt: now });
  }
}

/** Writes what the package holds as a version of its activity. */
export async function writeImportedVersion(
  tx: Executor,
  incoming: Incoming
): Promise<Result<WrittenVersion, PackageProblem[]>> {
  const { found, activityId, actorId, now } = incoming;
  const references = await importReferences(tx, { entries: found.references, actorId, now });
  const ids = await findIds(tx, incoming, references.ids);
  const banks = await importBanks(tx, incoming, ids);
  const outcomes = outcomesOf(banks);
  const blocked = outcomes.filter(({ outcome }) => outcome === 'blocked');
  if (blocked.length > 0) return failure(blocked.map(({ id }) => blockedItem(id)));
  const bankOf = (name: string) => {
    const bank = banks.get(name);
    if (!bank) throw new Error(`The package names an unknown bank: ${name}`);
    return bank;
  };
  const rows = activityVersionRows(found, ids, {
    activityId,
    lessonId: await importLesson(tx, { package: found, ids, now }),
    statementId: await ensureStatement(tx, found.activity, now),
    bankId: (name) => bankOf(name).bankId,
    itemId: (name, externalId) => orThrow(bankOf(name).itemIds, 'item')(externalId)
  });
  await insertActivityVersion(tx, rows);
  await settle(tx, rows.version.id, incoming);
  const items = Object.fromEntries([...banks].map(([name, { counts }]) => [name, counts]));
  return success({ activityVersionId: rows.version.id, items, outcomes, references: references.outcomes });
}
