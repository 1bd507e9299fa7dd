import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { selectOptionalAuditDetail } from './activity-queries.ts';
import { exportVersion } from './export-activity.ts';
import { IMPORT_ACTION } from './import-action.ts';
import type { ImportedActivity } from './imported-activity.ts';
import type { PackageFiles } from './package-files.ts';

type Held = {
  slug: string;
  version: string;
  activityId: string;
  heldId: string;
  files: PackageFiles;
  fingerprint: string;
};

const changedVersion = (version: string): PackageProblem => ({
  file: 'activity.json',
  where: 'version',
  why: `Version ${version} is here already, with other content, and a version that is here is not overwritten.`,
  mend: 'Give the package a new version.'
});

/** Whether an export of the version would be these files. */
async function isSameAsExport(tx: Executor, { heldId, files }: Held): Promise<boolean> {
  const written = await exportVersion(tx, heldId);
  return (
    written !== null &&
    written.size === files.size &&
    [...written].every(([path, text]) => files.get(path) === text)
  );
}

/** What becomes of a version that is there already: nothing, or a refusal where its content differs. */
export async function compareWithHeld(
  tx: Executor,
  held: Held
): Promise<Result<ImportedActivity, PackageProblem[]>> {
  const { slug, version, activityId, heldId, fingerprint } = held;
  const former = await selectOptionalAuditDetail(tx, { action: IMPORT_ACTION, subjectId: heldId });
  if (former?.['fingerprint'] !== fingerprint && !(await isSameAsExport(tx, held))) {
    return failure([changedVersion(version)]);
  }
  const nothing = { items: {}, outcomes: [], references: [], sections: [], isNew: false, later: [] };
  return success({
    outcome: 'already-there',
    slug,
    version,
    activityId,
    activityVersionId: heldId,
    ...nothing
  });
}
