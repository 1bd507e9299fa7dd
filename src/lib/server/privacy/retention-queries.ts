import { and, isNotNull, lt, or, sql } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { SweptKind } from '#lib/domain/privacy/retention.ts';
import type { Executor } from '../db/index.ts';
import { transcriptShares } from '../db/schema/certificate-transcript.ts';
import {
  accountLinks,
  institutionSignIns,
  passkeyChallenges,
  pendingSignIns
} from '../db/schema/identity-factor.ts';
import { institutionNewcomers } from '../db/schema/identity-institution.ts';
import { knownPlaces, outboxMessages, throttles } from '../db/schema/identity-mail.ts';
import { sessions, setUpLinks } from '../db/schema/identity.ts';
import { packageUploads } from '../db/schema/interchange.ts';
import { retentionSettings } from '../db/schema/privacy.ts';

const DAY = 24 * 60 * 60 * 1000;

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY);

/** Removes what expired so many days ago, and says how many rows it was. */
async function deleteExpired(tx: Executor, tables: [PgTable, AnyPgColumn][], before: Date): Promise<number> {
  let removed = 0;
  for (const [table, expires] of tables) {
    const rows = await tx
      .delete(table)
      .where(lt(expires, before))
      .returning({ one: sql`1` });
    removed += rows.length;
  }
  return removed;
}

/** For each kind that the nightly job removes, but for records of credit, which have an action of their own. */
export const SWEEPS: Record<
  Exclude<SweptKind, 'credit-record'>,
  (tx: Executor, now: Date) => Promise<number>
> = {
  sessions: async (tx, now) => {
    const over = or(lt(sessions.expiresAt, now), lt(sessions.absoluteExpiresAt, now));
    return (
      await tx
        .delete(sessions)
        .where(over)
        .returning({ one: sql`1` })
    ).length;
  },
  links: (tx, now) =>
    deleteExpired(
      tx,
      [
        [accountLinks, accountLinks.expiresAt],
        [pendingSignIns, pendingSignIns.expiresAt],
        [passkeyChallenges, passkeyChallenges.expiresAt],
        [institutionSignIns, institutionSignIns.expiresAt],
        [institutionNewcomers, institutionNewcomers.expiresAt],
        [setUpLinks, setUpLinks.expiresAt]
      ],
      daysBefore(now, 1)
    ),
  throttles: async (tx, now) =>
    (await deleteExpired(tx, [[throttles, throttles.windowStartedAt]], daysBefore(now, 31))) +
    (await deleteExpired(tx, [[knownPlaces, knownPlaces.lastAt]], daysBefore(now, 180))),
  letters: async (tx, now) => {
    const before = daysBefore(now, 90);
    const over = or(
      lt(outboxMessages.sentAt, before),
      lt(outboxMessages.cancelledAt, before),
      // Tried for days and given up.
      and(isNotNull(outboxMessages.lastError), lt(outboxMessages.notBefore, before))
    );
    return (
      await tx
        .delete(outboxMessages)
        .where(over)
        .returning({ one: sql`1` })
    ).length;
  },
  'transcript-links': async (tx, now) => {
    const before = daysBefore(now, 30);
    const over = or(lt(transcriptShares.expiresAt, before), lt(transcriptShares.revokedAt, before));
    return (
      await tx
        .delete(transcriptShares)
        .where(over)
        .returning({ one: sql`1` })
    ).length;
  },
  uploads: (tx, now) => deleteExpired(tx, [[packageUploads, packageUploads.uploadedAt]], daysBefore(now, 1))
};

/** Writes for how many years the record of a credit is kept; records that are kept already keep their day. */
export async function updateCreditRecordYears(
  tx: Executor,
  { years, actorId, now }: { years: number; actorId: string; now: Date }
): Promise<void> {
  await tx.update(retentionSettings).set({ creditRecordYears: years, updatedAt: now, updatedBy: actorId });
}
