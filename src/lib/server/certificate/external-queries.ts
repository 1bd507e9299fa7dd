import { and, desc, eq } from 'drizzle-orm';
import type { DocumentMediaType } from '#lib/domain/certificate/document-file.ts';
import type { ExternalCredit } from '#lib/domain/certificate/external-credit.ts';
import type { ExternalEntry } from '#lib/domain/certificate/transcript-record.ts';
import type { Executor } from '../db/index.ts';
import { externalCreditDocuments, externalCredits } from '../db/schema/certificate-transcript.ts';

/** An external credit and the person whose it must be: another's does not exist. */
export type OwnExternalCredit = { externalCreditId: string; personId: string };

const own = ({ externalCreditId, personId }: OwnExternalCredit) =>
  and(eq(externalCredits.id, externalCreditId), eq(externalCredits.personId, personId));

const columns = {
  id: externalCredits.id,
  title: externalCredits.title,
  provider: externalCredits.provider,
  creditType: externalCredits.creditType,
  quarterCredits: externalCredits.quarterCredits,
  completedOn: externalCredits.completedOn,
  documentName: externalCreditDocuments.fileName
};

/** What a person entered, the latest completion first; documents by their names alone. */
export function listExternalCredits(db: Executor, personId: string): Promise<ExternalEntry[]> {
  return db
    .select(columns)
    .from(externalCredits)
    .leftJoin(externalCreditDocuments, eq(externalCreditDocuments.externalCreditId, externalCredits.id))
    .where(eq(externalCredits.personId, personId))
    .orderBy(desc(externalCredits.completedOn), desc(externalCredits.id));
}

/** One of them, or null. */
export async function selectOptionalExternalCredit(
  db: Executor,
  which: OwnExternalCredit
): Promise<ExternalEntry | null> {
  const [row] = await db
    .select(columns)
    .from(externalCredits)
    .leftJoin(externalCreditDocuments, eq(externalCreditDocuments.externalCreditId, externalCredits.id))
    .where(own(which));
  return row ?? null;
}

/** Writes a new one; false, and nothing is written, where there is one with its id. */
export async function insertExternalCredit(
  tx: Executor,
  credit: ExternalCredit & { id: string; personId: string; now: Date }
): Promise<boolean> {
  const { now, ...row } = credit;
  const rows = await tx
    .insert(externalCredits)
    .values({ ...row, createdAt: now, updatedAt: now })
    .onConflictDoNothing({ target: externalCredits.id })
    .returning({ id: externalCredits.id });
  return rows.length > 0;
}

/** Changes one; false where the person has no such entry. */
export async function updateExternalCredit(
  tx: Executor,
  { which, credit, now }: { which: OwnExternalCredit; credit: ExternalCredit; now: Date }
): Promise<boolean> {
  const rows = await tx
    .update(externalCredits)
    .set({ ...credit, updatedAt: now })
    .where(own(which))
    .returning({ id: externalCredits.id });
  return rows.length > 0;
}

/** Removes one with its document; false where the person has no such entry. */
export async function deleteExternalCredit(tx: Executor, which: OwnExternalCredit): Promise<boolean> {
  const found = await tx
    .select({ id: externalCredits.id })
    .from(externalCredits)
    .where(own(which))
    .for('update');
  if (found.length === 0) return false;
  const { externalCreditId } = which;
  await tx
    .delete(externalCreditDocuments)
    .where(eq(externalCreditDocuments.externalCreditId, externalCreditId));
  await tx.delete(externalCredits).where(eq(externalCredits.id, externalCreditId));
  return true;
}

/** The document of an external credit. */
export type ExternalDocument = { fileName: string; mediaType: DocumentMediaType; content: Uint8Array };

/** Puts a document in place of the one that may be there. */
export async function upsertDocument(
  tx: Executor,
  externalCreditId: string,
  document: ExternalDocument
): Promise<void> {
  await tx
    .insert(externalCreditDocuments)
    .values({ externalCreditId, ...document })
    .onConflictDoUpdate({ target: externalCreditDocuments.externalCreditId, set: document });
}

/** The document of one's own external credit, or null. */
export async function selectOptionalDocument(db: Executor, which: OwnExternalCredit) {
  const [row] = await db
    .select({
      fileName: externalCreditDocuments.fileName,
      mediaType: externalCreditDocuments.mediaType,
      content: externalCreditDocuments.content
    })
    .from(externalCreditDocuments)
    .innerJoin(externalCredits, eq(externalCredits.id, externalCreditDocuments.externalCreditId))
    .where(own(which));
  return row ?? null;
}
