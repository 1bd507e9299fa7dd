import { eq, inArray } from 'drizzle-orm';
import type { CslReference } from '#lib/domain/reference/csl-reference.ts';
import type { ReferenceStatus } from '#lib/domain/reference/reference-status.ts';
import type { Executor } from '../db/index.ts';
import { references } from '../db/schema/reference.ts';

export type StoredReference = {
  id: string;
  citationKey: string;
  csl: CslReference;
  authorsTruncated: boolean;
  custom: Record<string, unknown>;
};

/** Those of the references that the library holds already, with how each stands. */
export async function listReferences(
  db: Executor,
  citationKeys: string[]
): Promise<(StoredReference & { status: ReferenceStatus; statusNote: string })[]> {
  if (citationKeys.length === 0) return [];
  const { id, citationKey, csl, authorsTruncated, custom, status, statusNote } = references;
  return db
    .select({ id, citationKey, csl, authorsTruncated, custom, status, statusNote })
    .from(references)
    .where(inArray(citationKey, citationKeys));
}

/** Adds references to the library. */
export async function insertReferences(
  tx: Executor,
  rows: (typeof references.$inferInsert)[]
): Promise<void> {
  if (rows.length > 0) await tx.insert(references).values(rows);
}

/** Replaces the record of a reference. */
export async function updateReference(
  tx: Executor,
  { id, ...record }: StoredReference & { searchText: string; updatedAt: Date }
): Promise<void> {
  const { csl, authorsTruncated, custom, searchText, updatedAt } = record;
  await tx
    .update(references)
    .set({ csl, authorsTruncated, custom, searchText, updatedAt })
    .where(eq(references.id, id));
}
