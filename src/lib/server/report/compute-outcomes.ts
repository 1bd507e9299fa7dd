import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { upsertComputedReport } from './computed-queries.ts';
import { countOutcomes } from './count-outcomes.ts';
import { listOfferedVersions } from './outcome-version-queries.ts';

/** Under which subject the outcomes of an activity version are kept. */
export const outcomesSubject = (activityVersionId: string): string => `outcomes:${activityVersionId}`;

/**
 * Counts the outcomes of every activity version that learners could take, each in one view of the data, and keeps them in
 * place of the last ones. Returns how many versions there are.
 */
export async function computeOutcomes(db: Executor, { now }: { now: Date }): Promise<number> {
  const versions = await listOfferedVersions(db);
  for (const { id } of versions) {
    await db.transaction(
      async (tx) => {
        const report = await countOutcomes(tx, { activityVersionId: id, now });
        await upsertComputedReport(tx, { subject: outcomesSubject(id), computedAt: now, report });
        const subject = { kind: 'activity-version', id };
        await insertAuditEvent(tx, { at: now, actorId: null, action: 'report.compute-outcomes', subject });
      },
      { isolationLevel: 'repeatable read' }
    );
  }
  return versions.length;
}
