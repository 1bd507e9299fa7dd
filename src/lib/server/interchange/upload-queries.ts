import { and, eq, lt } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { packageUploads } from '../db/schema/interchange.ts';

/** Keeps a package for a person, in place of the one kept before. */
export async function upsertUpload(db: Executor, row: typeof packageUploads.$inferInsert): Promise<void> {
  const { id, fileName, files, uploadedAt } = row;
  await db.insert(packageUploads).values(row).onConflictDoUpdate({
    target: packageUploads.personId,
    set: { id, fileName, files, uploadedAt }
  });
}

/** The package that is kept for the person under this id, or null. */
export async function selectOptionalUpload(db: Executor, which: { id: string; personId: string }) {
  const { id, personId, fileName, files, uploadedAt } = packageUploads;
  const [upload] = await db
    .select({ fileName, files, uploadedAt })
    .from(packageUploads)
    .where(and(eq(id, which.id), eq(personId, which.personId)));
  return upload ?? null;
}

/** Forgets a package. */
export async function deleteUpload(db: Executor, id: string): Promise<void> {
  await db.delete(packageUploads).where(eq(packageUploads.id, id));
}

/** Forgets what was kept before this instant. */
export async function deleteUploadsBefore(db: Executor, instant: Date): Promise<void> {
  await db.delete(packageUploads).where(lt(packageUploads.uploadedAt, instant));
}
