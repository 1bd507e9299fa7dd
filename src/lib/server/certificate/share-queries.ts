import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { TranscriptPeriod } from '#lib/domain/certificate/transcript-period.ts';
import type { Executor } from '../db/index.ts';
import { transcriptShares } from '../db/schema/certificate-transcript.ts';

type NewShare = {
  id: string;
  personId: string;
  tokenHash: Uint8Array;
  label: string;
  period: TranscriptPeriod;
  createdAt: Date;
  expiresAt: Date;
};

/** Writes a link; its token only as SHA-256. */
export async function insertShare(tx: Executor, { period, ...share }: NewShare): Promise<void> {
  await tx.insert(transcriptShares).values({ ...share, fromDay: period.from, toDay: period.to });
}

/** A person's links that work at this instant, the newest first. */
export function listOpenShares(db: Executor, { personId, now }: { personId: string; now: Date }) {
  return db
    .select({ id: transcriptShares.id, label: transcriptShares.label, expiresAt: transcriptShares.expiresAt })
    .from(transcriptShares)
    .where(
      and(
        eq(transcriptShares.personId, personId),
        isNull(transcriptShares.revokedAt),
        gt(transcriptShares.expiresAt, now)
      )
    )
    .orderBy(desc(transcriptShares.createdAt), desc(transcriptShares.id));
}

/** Whose transcript a link shows, and which part of it; null: it does not work (any more). */
export async function selectOptionalShare(
  db: Executor,
  { tokenHash, now }: { tokenHash: Uint8Array; now: Date }
) {
  const [row] = await db
    .select({
      personId: transcriptShares.personId,
      from: transcriptShares.fromDay,
      to: transcriptShares.toDay,
      expiresAt: transcriptShares.expiresAt
    })
    .from(transcriptShares)
    .where(
      and(
        eq(transcriptShares.tokenHash, tokenHash),
        isNull(transcriptShares.revokedAt),
        gt(transcriptShares.expiresAt, now)
      )
    );
  return row ?? null;
}

/** Ends a link; false where the person has no such open link. */
export async function updateShareRevoked(
  tx: Executor,
  { shareId, personId, now }: { shareId: string; personId: string; now: Date }
): Promise<boolean> {
  const rows = await tx
    .update(transcriptShares)
    .set({ revokedAt: now })
    .where(
      and(
        eq(transcriptShares.id, shareId),
        eq(transcriptShares.personId, personId),
        isNull(transcriptShares.revokedAt)
      )
    )
    .returning({ id: transcriptShares.id });
  return rows.length > 0;
}
