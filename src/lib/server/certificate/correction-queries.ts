import { sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { certificateRevocations, certificates } from '../db/schema/certificate.ts';

/** The same credit with another amount; the database takes one correction of each row. */
export async function insertCorrectedCredit(
  tx: Executor,
  credit: { id: string; supersedesId: string; quarterCredits: number; reason: string }
): Promise<void> {
  const carried = sql`completion_id, person_id, activity_version_id, maximum_quarter_credits, credit_rule_id, claimed_at`;
  await tx.execute(sql`insert into credits (id, quarter_credits, supersedes_id, reason, ${carried})
    select ${credit.id}::uuid, ${credit.quarterCredits}::integer, id, ${credit.reason}::text, ${carried}
    from credits where id = ${credit.supersedesId}`);
}

/** Keeps a document that supersedes another one; the database takes one for each. */
export async function insertCorrectedCertificate(
  tx: Executor,
  certificate: typeof certificates.$inferInsert & { supersedesId: string; reason: string }
): Promise<void> {
  await tx.insert(certificates).values(certificate);
}

/** Keeps that a document does not hold any more, and why; the database takes it once. */
export async function insertRevocation(
  tx: Executor,
  revocation: typeof certificateRevocations.$inferInsert
): Promise<void> {
  await tx.insert(certificateRevocations).values(revocation);
}
