import type { DryRun } from '#lib/domain/attempt/dry-run.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import type { RegradePlan } from './plan-regrade.ts';
import { insertRegradeChanges, updateRegradedAttempts, updateVerdicts } from './regrade-write-queries.ts';
import { writeRegradeLetters, type Telling } from './write-regrade-letters.ts';

type CarryOut = { plan: RegradePlan; telling: Telling; actorId: string };

const countsOf = ({ attempts, rises, falls, stays, passesNow, keepsPass }: DryRun) => ({
  ...{ attempts, rises, falls, stays },
  ...{ passesNow, keepsPass }
});

function auditRegrade(tx: Executor, { plan, telling, actorId }: CarryOut, changed: number): Promise<void> {
  const { event, decision, reason, now } = telling;
  const { itemVersionId } = plan.scope;
  return insertAuditEvent(tx, {
    at: now,
    actorId,
    action: event.isUndo ? 'attempt.undo-regrade' : 'attempt.regrade',
    subject: { kind: 'regrade', id: event.regradeId },
    detail: { itemVersionId, kind: decision, changed, ...countsOf(plan.dryRun) },
    reason
  });
}

/**
 * Carries out a plan that was made in this transaction, under the lock on regrading: what changes is recorded, attempts
 * and responses follow, who is concerned is told, and the audit row says who did it. Returns how many attempts changed.
 */
export async function carryOutRegrade(tx: Executor, what: CarryOut): Promise<number> {
  const { plan, telling } = what;
  const { scope, groups } = plan;
  const { event } = telling;
  const changed = await insertRegradeChanges(tx, { event, scope, groups });
  await updateVerdicts(tx, scope);
  if (changed > 0) await updateRegradedAttempts(tx, event);
  await writeRegradeLetters(tx, telling);
  await auditRegrade(tx, what, changed);
  return changed;
}
