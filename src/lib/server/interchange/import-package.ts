import { createHash } from 'node:crypto';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { lockActivity } from '../activity/authoring-queries.ts';
import { existsOpenActivity } from '../activity/reach-queries.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import {
  insertActivity,
  lockImports,
  selectOptionalActivityId,
  selectOptionalDraftLabel,
  selectOptionalVersionId
} from './activity-queries.ts';
import { compareSections } from './compare-sections.ts';
import { compareWithHeld } from './compare-with-held.ts';
import { findForeignReferences } from './find-foreign-references.ts';
import { findRetractedSections, findReviewFlaws } from './find-review-flaws.ts';
import { IMPORT_ACTION } from './import-action.ts';
import { parsePackage, type ActivityPackage, type ImportManner } from './import-parse-package.ts';
import type { ImportedActivity } from './imported-activity.ts';
import type { PackageFiles } from './package-files.ts';
import { writeImportedVersion, type Incoming, type WrittenVersion } from './write-imported-version.ts';

export type ImportRequest = { files: PackageFiles; manner: ImportManner; actorId: string | null; now: Date };

/** Tells two states of a package apart, however the schemas of this program change. */
function fingerprintOf(files: PackageFiles): string {
  const hash = createHash('sha256');
  for (const [path, text] of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex');
}

const openDraft = (label: string): PackageProblem => ({
  file: 'activity.json',
  where: 'slug',
  why: `This activity has an open draft, version ${label}, which is not overwritten.`,
  mend: 'Publish or discard that draft first.'
});

const NOT_IN_TEAM: PackageProblem = {
  file: 'activity.json',
  where: 'slug',
  why: 'An activity with this address is here already, and a team works on it that you are not in.',
  mend: 'Ask somebody in that team, or an admin, to add you, or give the package another address.'
};

/** The activity that the package is a version of, or null; a problem where a team works on it without whoever imports. */
async function findFormer(
  tx: Executor,
  { slug, actorId }: { slug: string; actorId: string | null }
): Promise<Result<string | null, PackageProblem[]>> {
  const id = await selectOptionalActivityId(tx, slug);
  // Without an actor the operator imports, from the command line.
  if (id === null || actorId === null) return success(id);
  return (await existsOpenActivity(tx, { id, personId: actorId })) ? success(id) : failure([NOT_IN_TEAM]);
}

async function ensureActivity(tx: Executor, input: { slug: string; now: Date }): Promise<string> {
  const found = await selectOptionalActivityId(tx, input.slug);
  if (found !== null) return found;
  const id = crypto.randomUUID();
  await insertActivity(tx, { id, slug: input.slug, createdAt: input.now });
  return id;
}

/** What keeps the package from coming in this way, though its parts agree. */
async function findObstacles(
  tx: Executor,
  found: ActivityPackage,
  { manner }: ImportRequest
): Promise<PackageProblem[]> {
  return [
    ...(await findForeignReferences(tx, found)),
    ...(manner.takesReviews ? await findReviewFlaws(tx, found) : []),
    ...(manner.as === 'live' ? await findRetractedSections(tx, found) : [])
  ];
}

async function recordImport(
  tx: Executor,
  { manner, actorId, now }: Incoming,
  { written, fingerprint }: { written: WrittenVersion; fingerprint: string }
): Promise<void> {
  await insertAuditEvent(tx, {
    at: now,
    actorId,
    action: IMPORT_ACTION,
    subject: { kind: 'activity-version', id: written.activityVersionId },
    detail: { fingerprint, items: written.items, ...manner }
  });
}

async function bringIn(
  tx: Executor,
  found: ActivityPackage,
  request: ImportRequest
): Promise<Result<ImportedActivity, PackageProblem[]>> {
  const { files, manner, actorId, now } = request;
  const { slug, version } = found.activity;
  const sought = await findFormer(tx, { slug, actorId });
  if (!sought.ok) return sought;
  const { value: former } = sought;
  const heldId = former === null ? null : await selectOptionalVersionId(tx, { id: former, version });
  const fingerprint = fingerprintOf(files);
  if (former !== null && heldId !== null) {
    return compareWithHeld(tx, { slug, version, activityId: former, heldId, files, fingerprint });
  }
  const obstacles = await findObstacles(tx, found, request);
  if (obstacles.length > 0) return failure(obstacles);
  const activityId = await ensureActivity(tx, { slug, now });
  await lockActivity(tx, activityId);
  const draft = await selectOptionalDraftLabel(tx, activityId);
  if (draft !== null) return failure([openDraft(draft)]);
  const incoming = { found, activityId, manner, actorId, now };
  const sections = await compareSections(tx, { activityId, sections: found.sections });
  const written = await writeImportedVersion(tx, incoming);
  if (!written.ok) return written;
  await recordImport(tx, incoming, { written: written.value, fingerprint });
  const { later } = found;
  const about = { slug, version, activityId, isNew: former === null, sections, later };
  return success({ outcome: 'imported', ...about, ...written.value });
}

/** Undoes a transaction whose outcome is no surprise. */
class Undone extends Error {
  readonly outcome: Result<ImportedActivity, PackageProblem[]>;

  constructor(outcome: Result<ImportedActivity, PackageProblem[]>) {
    super('The import was undone.');
    this.outcome = outcome;
  }
}

/**
 * Brings a package in, in one transaction, as a draft or as the live version of its activity. A version that is there
 * already is left as it is, and so is an open draft. What is wrong with the package comes back as problems, and then
 * nothing is written. A rehearsal finds out all of it and writes nothing either.
 */
export async function importPackage(
  db: Executor,
  request: ImportRequest & { isRehearsal?: boolean }
): Promise<Result<ImportedActivity, PackageProblem[]>> {
  const parsed = parsePackage(request.files, {
    as: request.manner.as,
    today: calendarDayOf(request.now)
  });
  if (!parsed.ok) return parsed;
  try {
    return await db.transaction(async (tx) => {
      await lockImports(tx);
      const outcome = await bringIn(tx, parsed.value, request);
      if (!outcome.ok || request.isRehearsal) throw new Undone(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Undone) return error.outcome;
    throw error;
  }
}
