import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertPermission } from './permission-queries.ts';
import type { LearnerAndVersion } from './queries.ts';

type Permission = { report: string; granted: boolean; wording: string; wordingVersion: number };

/**
 * Keeps what a learner lets be reported of a credit, with the words that were shown. A part of claiming and of changing
 * a permission: call it inside their transaction, with the person locked.
 */
export async function keepPermission(
  tx: Executor,
  { learner, permission, now }: { learner: LearnerAndVersion; permission: Permission; now: Date }
): Promise<void> {
  const { personId, activityVersionId } = learner;
  const { report, granted, wording, wordingVersion } = permission;
  const id = crypto.randomUUID();
  await insertPermission(tx, {
    id,
    personId,
    activityVersionId,
    report,
    granted,
    wording,
    wordingVersion,
    recordedAt: now
  });
  await insertAuditEvent(tx, {
    at: now,
    actorId: personId,
    action: granted ? 'credit.permit-report' : 'credit.refuse-report',
    subject: { kind: 'reporting-permission', id },
    detail: { activityVersionId, report, wordingVersion }
  });
}
