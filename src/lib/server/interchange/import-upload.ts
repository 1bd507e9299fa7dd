import type { PackageProblem } from '#lib/domain/interchange/package-problem.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import type { SignedInPerson } from '../identity/signed-in-person.ts';
import { importPackage } from './import-package.ts';
import type { ImportedActivity } from './imported-activity.ts';
import type { PackageFiles } from './package-files.ts';
import { deleteUpload } from './upload-queries.ts';

type Upload = { files: PackageFiles; person: Pick<SignedInPerson, 'id' | 'roles'>; now: Date };

/** What the import of a package as a draft would do. Nothing is written. */
export const rehearseUpload = (
  db: Executor,
  { files, person, now }: Upload
): Promise<Result<ImportedActivity, PackageProblem[]>> =>
  importPackage(db, {
    files,
    manner: { as: 'draft', takesReviews: false },
    actorId: person.id,
    now,
    isRehearsal: true
  });

/**
 * Imports a package as a draft, and forgets the upload. `takesReviews`: an admin attests that the items it calls reviewed
 * were reviewed (docs/decisions/0010); from anybody else it counts for nothing.
 */
export async function importUpload(
  db: Executor,
  { id, files, person, takesReviews, now }: Upload & { id: string; takesReviews: boolean }
): Promise<Result<ImportedActivity, PackageProblem[]>> {
  const manner = { as: 'draft', takesReviews: takesReviews && person.roles.includes('admin') } as const;
  const imported = await importPackage(db, { files, manner, actorId: person.id, now });
  if (imported.ok) await deleteUpload(db, id);
  return imported;
}
