import { fingerprintOf } from '#lib/domain/attempt/dry-run.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { readKeyedItem } from '../question-bank/read-keyed-items.ts';
import type { RegradeAct, RegradePreview, RegradeRefusal } from './apply-regrade.ts';
import { carryOutRegrade } from './carry-out-regrade.ts';
import { planRegrade, type RegradePlan } from './plan-regrade.ts';
import { readDecision } from './read-decisions.ts';
import { selectOptionalInForce } from './regrade-list-queries.ts';
import { lockRegrading } from './regrade-queries.ts';
import { countOpenAttempts } from './regrade-scope-queries.ts';
import { updateUndone } from './regrade-write-queries.ts';

type Undoing = { plan: RegradePlan; itemVersionId: string };

async function planUndo(db: Executor, regradeId: string): Promise<Undoing | null> {
  const row = await selectOptionalInForce(db, regradeId);
  if (row === null) return null;
  const item = await readKeyedItem(db, row.itemVersionId);
  const from = (await readDecision(db, row))?.regrade ?? null;
  return { plan: await planRegrade(db, { item, from, to: null }), itemVersionId: row.itemVersionId };
}

/** What undoing a regrade would do; null where it is not in force. Nothing is written. */
export async function previewUndo(db: Executor, regradeId: string): Promise<RegradePreview | null> {
  const undoing = await planUndo(db, regradeId);
  if (undoing === null) return null;
  const openAttempts = await countOpenAttempts(db, undoing.itemVersionId);
  return { dryRun: undoing.plan.dryRun, openAttempts };
}

export type UndoRefusal = { kind: 'not-in-force' } | Exclude<RegradeRefusal, { kind: 'in-force' }>;

/**
 * Takes a regrade back: every attempt in which the item version stands is rescored without it, also those that were
 * submitted meanwhile. A pass that was told stays, and so does all credit (docs/decisions/0016-regrades.md).
 */
export function undoRegrade(
  db: Executor,
  { regradeId, reason, act }: { regradeId: string; reason: string; act: RegradeAct }
): Promise<Result<{ changed: number }, UndoRefusal>> {
  const { actorId, now, origin, seen } = act;
  return db.transaction(async (tx) => {
    await lockRegrading(tx);
    const undoing = await planUndo(tx, regradeId);
    if (undoing === null) return failure({ kind: 'not-in-force' });
    const { plan, itemVersionId } = undoing;
    if (fingerprintOf(plan.dryRun) !== seen) {
      const openAttempts = await countOpenAttempts(tx, itemVersionId);
      return failure({ kind: 'moved', dryRun: plan.dryRun, openAttempts });
    }
    await updateUndone(tx, { id: regradeId, undoneAt: now, undoneBy: actorId, undoReason: reason });
    const event = { regradeId, isUndo: true };
    const telling = { event, decision: null, reason, origin, now };
    const changed = await carryOutRegrade(tx, { plan, telling, actorId });
    return success({ changed });
  });
}
