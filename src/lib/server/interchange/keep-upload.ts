import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import { success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { packagePaths, type PackageFiles } from './package-files.ts';
import { readPackageZip } from './read-package-zip.ts';
import { deleteUploadsBefore, selectOptionalUpload, upsertUpload } from './upload-queries.ts';

/** A package waits so long for its import, in milliseconds. */
const KEPT_FOR = 3_600_000;

const oldest = (now: Date) => new Date(now.getTime() - KEPT_FOR);

/** Keeps the package in a zip file for its dry run and its import, and gives the id under which it is kept. */
export async function keepUpload(
  db: Executor,
  input: { personId: string; fileName: string; bytes: Uint8Array; now: Date }
): Promise<Result<string, PackageProblem[]>> {
  const { personId, fileName, bytes, now } = input;
  const files = readPackageZip(bytes);
  if (!files.ok) return files;
  await deleteUploadsBefore(db, oldest(now));
  const id = crypto.randomUUID();
  const shown = fileName
    .replaceAll(/[^\P{Cc}]/gu, '')
    .toWellFormed()
    .slice(0, 200);
  await upsertUpload(db, {
    personId,
    id,
    fileName: shown,
    files: Object.fromEntries(files.value),
    uploadedAt: now
  });
  return success(id);
}

/** The package that a person sent in the last hour under this id, or null. Files in the order of a package. */
export async function findUpload(
  db: Executor,
  { id, personId, now }: { id: string; personId: string; now: Date }
): Promise<{ fileName: string; files: PackageFiles } | null> {
  const upload = await selectOptionalUpload(db, { id, personId });
  if (upload === null || upload.uploadedAt < oldest(now)) return null;
  const paths = packagePaths(Object.keys(upload.files));
  return {
    fileName: upload.fileName,
    files: new Map(paths.map((path) => [path, upload.files[path] ?? '']))
  };
}
