import { readFile, stat } from 'node:fs/promises';
import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { importPackage } from './import-package.ts';
import type { ImportedActivity } from './imported-activity.ts';
import type { PackageFiles } from './package-files.ts';
import { readPackageFolder } from './read-package-folder.ts';
import { readPackageZip } from './read-package-zip.ts';

/** The files of a package in a folder or a zip file. */
async function readPackage(path: string): Promise<Result<PackageFiles, PackageProblem[]>> {
  const isZip = path.endsWith('.zip') && !(await stat(path)).isDirectory();
  return isZip ? readPackageZip(await readFile(path)) : readPackageFolder(path);
}

/**
 * Imports the activity package in a folder or a zip file (content/…/README.md describes its files) and makes it the live
 * version of its activity; then whoever runs the program answers for the reviews that it names. As a `draft` it becomes a
 * working copy of `actorId`, all of its items drafts.
 */
export async function importActivity(
  db: Executor,
  input: { directory: string; as?: 'live' | 'draft'; now: Date; actorId: string | null }
): Promise<Result<ImportedActivity, PackageProblem[]>> {
  const files = await readPackage(input.directory);
  if (!files.ok) return files;
  const { as = 'live' } = input;
  const manner = { as, takesReviews: as === 'live' };
  return importPackage(db, { files: files.value, manner, actorId: input.actorId, now: input.now });
}
