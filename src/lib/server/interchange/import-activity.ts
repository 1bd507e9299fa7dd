import { readFile } from 'node:fs/promises';
import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { importPackage, type ImportedActivity } from './import-package.ts';
import type { PackageFiles } from './package-files.ts';
import { readPackageFolder } from './read-package-folder.ts';
import { readPackageZip } from './read-package-zip.ts';

/** The files of a package in a folder or a zip file. */
async function readPackage(path: string): Promise<Result<PackageFiles, PackageProblem[]>> {
  return path.endsWith('.zip') ? readPackageZip(await readFile(path)) : readPackageFolder(path);
}

/**
 * Imports the activity package in a folder or a zip file (content/…/README.md describes its files) and makes it the live
 * version of its activity. Whoever runs the program answers for the reviews that it names.
 */
export async function importActivity(
  db: Executor,
  input: { directory: string; now: Date; actorId: string | null }
): Promise<Result<ImportedActivity, PackageProblem[]>> {
  const files = await readPackage(input.directory);
  if (!files.ok) return files;
  const manner = { as: 'live', takesReviews: true } as const;
  return importPackage(db, { files: files.value, manner, actorId: input.actorId, now: input.now });
}
