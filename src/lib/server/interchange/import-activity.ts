import { createHash } from 'node:crypto';
import { checkWriting } from '#lib/domain/interchange/check-writing.ts';
import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { listRetractedCitationKeys } from '../question-bank/lint-queries.ts';
import {
  insertActivity,
  insertActivityVersion,
  insertObjectives,
  insertStatement,
  listObjectives,
  lockImports,
  selectOptionalActivityId,
  selectOptionalAuditDetail,
  selectOptionalStatementId,
  selectOptionalVersionId,
  updateVersionToLive
} from './activity-queries.ts';
import type { ActivityFile } from './activity-schema.ts';
import { activityVersionRows } from './activity-version-rows.ts';
import { importItems, type ItemCounts } from './import-items.ts';
import { importLesson } from './import-lesson.ts';
import { parsePackage, type ActivityPackage } from './import-parse-package.ts';
import { importReferences } from './import-references.ts';
import type { PackageIds } from './item-content.ts';
import { readLenientItem } from './lenient-item.ts';
import { readPackageFolder, type PackageFiles } from './read-package-folder.ts';

const AUDIT_ACTION = 'interchange.import-activity';

export type ImportedActivity = {
  /** `already-there`: this version was imported before, and nothing was changed. */
  outcome: 'imported' | 'already-there';
  slug: string;
  version: string;
  activityVersionId: string;
  /** By bank; empty where nothing was changed. */
  items: Record<string, ItemCounts>;
};

type Context = { found: ActivityPackage; activityId: string; now: Date };

/** Tells two states of a package apart, however the schemas of this program change. */
function fingerprintOf(files: PackageFiles): string {
  const hash = createHash('sha256');
  for (const [path, text] of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
}

function orThrow(ids: Map<string, string>, what: string): (name: string) => string {
  return (name) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`The package names an unknown ${what}: ${name}`);
    return id;
  };
}

/** The id of this version of the activity, where an earlier import wrote it. */
async function findHeld(tx: Executor, { slug, version }: { slug: string; version: string }) {
  const id = await selectOptionalActivityId(tx, slug);
  return id === null ? null : selectOptionalVersionId(tx, { id, version });
}

/** Errors of writing in items that would be published. */
async function findFlaws(tx: Executor, { items, references }: ActivityPackage): Promise<PackageProblem[]> {
  const reviewed = items.filter(({ status }) => status === 'reviewed').map(readLenientItem);
  return checkWriting(
    reviewed.filter((item) => 'draft' in item),
    { listedKeys: references.map(({ id }) => id), retractedKeys: await listRetractedCitationKeys(tx) }
  );
}

async function ensureActivity(tx: Executor, input: { slug: string; now: Date }): Promise<string> {
  const found = await selectOptionalActivityId(tx, input.slug);
  if (found !== null) return found;
  const id = crypto.randomUUID();
  await insertActivity(tx, { id, slug: input.slug, createdAt: input.now });
  return id;
}

/** The objectives of the activity by code; those of former versions are used again. */
async function ensureObjectives(tx: Executor, { found, activityId }: Context): Promise<Map<string, string>> {
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
  const found = await selectOptionalStatementId(tx, { mode, label, statement });
  if (found !== null) return found;
  const id = crypto.randomUUID();
  await insertStatement(tx, { id, mode, label, statement, createdAt: now });
  return id;
}

async function importBanks(tx: Executor, { found, now }: Context, ids: PackageIds) {
  const { slug, title } = found.activity;
  const bankOf = (name: 'practice' | 'assessment') =>
    importItems(tx, {
      bank: {
        code: `${slug}/${name}`,
        title: `${title}: ${name}`,
        entries: found.items.filter((item) => item.bank === name)
      },
      ids,
      now
    });
  return { practice: await bankOf('practice'), assessment: await bankOf('assessment') };
}

/** Writes what the package holds as the live version of its activity. */
async function writePackage(
  tx: Executor,
  context: Context
): Promise<Pick<ImportedActivity, 'activityVersionId' | 'items'>> {
  const { found, activityId, now } = context;
  const referenceIds = await importReferences(tx, { entries: found.references, now });
  const ids: PackageIds = {
    objectiveId: orThrow(await ensureObjectives(tx, context), 'objective'),
    referenceId: orThrow(referenceIds, 'reference')
  };
  const banks = await importBanks(tx, context, ids);
  const rows = activityVersionRows(found, ids, {
    activityId,
    lessonId: await importLesson(tx, { package: found, ids, now }),
    statementId: await ensureStatement(tx, found.activity, now),
    bankId: (bank) => banks[bank].bankId,
    itemId: (bank, externalId) => orThrow(banks[bank].itemIds, 'item')(externalId)
  });
  await insertActivityVersion(tx, rows);
  await updateVersionToLive(tx, { id: rows.version.id, activityId, now });
  const items = { practice: banks.practice.counts, assessment: banks.assessment.counts };
  return { activityVersionId: rows.version.id, items };
}

/** A version that was imported with other content: published versions do not change. */
const changedVersion = (version: string): PackageProblem => ({
  file: 'activity.json',
  where: 'version',
  why: `Version ${version} is published already, with other content, and a published version never changes.`,
  mend: 'Give the package a new version.'
});

/** What became of a version that is there already: nothing, or a refusal where its content differs. */
async function compareWithHeld(
  tx: Executor,
  input: { slug: string; version: string; activityVersionId: string; fingerprint: string }
): Promise<Result<ImportedActivity, PackageProblem[]>> {
  const { fingerprint, ...held } = input;
  const former = await selectOptionalAuditDetail(tx, {
    action: AUDIT_ACTION,
    subjectId: held.activityVersionId
  });
  if (former?.['fingerprint'] !== fingerprint) return failure([changedVersion(held.version)]);
  return success({ outcome: 'already-there', ...held, items: {} });
}

/**
 * Imports an activity package (content/…/README.md describes its files) in one transaction and makes it the live version
 * of its activity. A version that is there already is left as it is. What is wrong with the package comes back as
 * problems, and then nothing is written.
 */
export async function importActivity(
  db: Executor,
  input: { directory: string; now: Date; actorId: string | null }
): Promise<Result<ImportedActivity, PackageProblem[]>> {
  const files = await readPackageFolder(input.directory);
  if (!files.ok) return files;
  const parsed = parsePackage(files.value);
  if (!parsed.ok) return parsed;
  const { slug, version } = parsed.value.activity;
  const { now, actorId } = input;
  const fingerprint = fingerprintOf(files.value);
  return db.transaction(async (tx) => {
    await lockImports(tx);
    const held = await findHeld(tx, { slug, version });
    if (held !== null) return compareWithHeld(tx, { slug, version, activityVersionId: held, fingerprint });
    const flaws = await findFlaws(tx, parsed.value);
    if (flaws.length > 0) return failure(flaws);
    const activityId = await ensureActivity(tx, { slug, now });
    const written = await writePackage(tx, { found: parsed.value, activityId, now });
    const subject = { kind: 'activity-version', id: written.activityVersionId };
    const detail = { fingerprint, items: written.items };
    await insertAuditEvent(tx, { at: now, actorId, action: AUDIT_ACTION, subject, detail });
    return success({ outcome: 'imported', slug, version, ...written });
  });
}
