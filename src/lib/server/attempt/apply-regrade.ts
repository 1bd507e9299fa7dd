import { fingerprintOf, type DryRun } from '#lib/domain/attempt/dry-run.ts';
import type { InForce } from '#lib/domain/attempt/explain-response.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { readKeyedItem } from '../question-bank/read-keyed-items.ts';
import { carryOutRegrade } from './carry-out-regrade.ts';
import { planRegrade } from './plan-regrade.ts';
import { selectIsRegraded } from './regrade-list-queries.ts';
import { lockRegrading } from './regrade-queries.ts';
import { countOpenAttempts } from './regrade-scope-queries.ts';
import { insertRegrade } from './regrade-write-queries.ts';

/** A regrade that somebody asks for, as `readRegradeForm` gives it. */
export type ProposedRegrade = InForce & { itemVersionId: string };

/** What would happen, with how many attempts are open: they are scored under it when they are finished. */
export type RegradePreview = { dryRun: DryRun; openAttempts: number };

/** `in-force`: the version has a regrade already. `moved`: the numbers are not those that were seen. */
export type RegradeRefusal = { kind: 'in-force' } | ({ kind: 'moved' } & RegradePreview);

/** Who does it, when, at which address of ours, and the fingerprint of the dry run that was seen. */
export type RegradeAct = { actorId: string; now: Date; origin: string; seen: string };

/** What a regrade would do. Nothing is written. */
export async function previewRegrade(
  db: Executor,
  { itemVersionId, regrade }: ProposedRegrade
): Promise<Result<RegradePreview, { kind: 'in-force' }>> {
  if (await selectIsRegraded(db, itemVersionId)) return failure({ kind: 'in-force' });
  const item = await readKeyedItem(db, itemVersionId);
  const { dryRun } = await planRegrade(db, { item, from: null, to: regrade });
  return success({ dryRun, openAttempts: await countOpenAttempts(db, itemVersionId) });
}

type Kept = ProposedRegrade & { id: string; act: RegradeAct };

function keepRegrade(tx: Executor, { id, itemVersionId, regrade, reason, act }: Kept): Promise<boolean> {
  return insertRegrade(tx, {
    id,
    itemVersionId,
    kind: regrade.kind,
    accepted: regrade.kind === 'accept-key' ? regrade.accepted : [],
    keyVersionId: regrade.kind === 'new-key' ? regrade.by.versionId : null,
    reason,
    decidedAt: act.now,
    decidedBy: act.actorId
  });
}

/**
 * Regrades an item version: every submitted attempt in which it stands is rescored at once, open and later ones when they
 * are finished, and who is concerned gets a letter. What was seen in the dry run is what is done, or nothing is. One
 * transaction, in sets; nobody can finish an attempt while it runs.
 */
export function applyRegrade(
  db: Executor,
  { act, ...proposed }: ProposedRegrade & { act: RegradeAct }
): Promise<Result<{ regradeId: string; changed: number }, RegradeRefusal>> {
  const { itemVersionId, regrade, reason } = proposed;
  const { actorId, now, origin, seen } = act;
  return db.transaction(async (tx) => {
    await lockRegrading(tx);
    if (await selectIsRegraded(tx, itemVersionId)) return failure({ kind: 'in-force' });
    const item = await readKeyedItem(tx, itemVersionId);
    const plan = await planRegrade(tx, { item, from: null, to: regrade });
    if (fingerprintOf(plan.dryRun) !== seen) {
      const openAttempts = await countOpenAttempts(tx, itemVersionId);
      return failure({ kind: 'moved', dryRun: plan.dryRun, openAttempts });
    }
    const id = crypto.randomUUID();
    if (!(await keepRegrade(tx, { ...proposed, id, act }))) return failure({ kind: 'in-force' });
    const event = { regradeId: id, isUndo: false };
    const telling = { event, decision: regrade.kind, reason, origin, now };
    const changed = await carryOutRegrade(tx, { plan, telling, actorId });
    return success({ regradeId: id, changed });
  });
}
