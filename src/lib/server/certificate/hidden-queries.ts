import { eq, inArray } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { certificates, hiddenCertificates } from '../db/schema/certificate.ts';
import { credits } from '../db/schema/credit.ts';

const ofCompletion = (tx: Executor, completionId: string) =>
  tx
    .select({ id: certificates.id })
    .from(certificates)
    .innerJoin(credits, eq(credits.id, certificates.creditId))
    .where(eq(credits.completionId, completionId));

/** Hides every document of a completion, the corrected ones too. */
export async function insertHidden(
  tx: Executor,
  { completionId, now }: { completionId: string; now: Date }
): Promise<void> {
  const documents = await ofCompletion(tx, completionId);
  const rows = documents.map(({ id }) => ({ certificateId: id, hiddenAt: now }));
  if (rows.length > 0) await tx.insert(hiddenCertificates).values(rows).onConflictDoNothing();
}
/** Shows them again. */
export async function deleteHidden(tx: Executor, completionId: string): Promise<void> {
  await tx
    .delete(hiddenCertificates)
    .where(inArray(hiddenCertificates.certificateId, ofCompletion(tx, completionId)));
}
