import { and, eq, isNull, sql } from 'drizzle-orm';
import { scoreAfter, type ScoreGroup } from '#lib/domain/attempt/dry-run.ts';
import type { Executor } from '../db/index.ts';
import { regradeChanges, regrades } from '../db/schema/attempt-regrade.ts';
import { regradedPlaces, verdictRows, type RegradeScope } from './regrade-scope-queries.ts';

/** Inserts a regrade; false where another one is in force for the item version. */
export async function insertRegrade(
  tx: Executor,
  regrade: Omit<typeof regrades.$inferInsert, 'undoneAt' | 'undoneBy' | 'undoReason'>
): Promise<boolean> {
  const rows = await tx.insert(regrades).values(regrade).onConflictDoNothing().returning({ id: regrades.id });
  return rows.length === 1;
}

/** Ends a regrade that is in force. */
export async function updateUndone(
  tx: Executor,
  { id, ...undone }: { id: string; undoneAt: Date; undoneBy: string; undoReason: string }
): Promise<void> {
  await tx
    .update(regrades)
    .set(undone)
    .where(and(eq(regrades.id, id), isNull(regrades.undoneAt)));
}

/** A regrade, or its undoing. */
export type RegradeEvent = { regradeId: string; isUndo: boolean };

const ofEvent = ({ regradeId, isUndo }: RegradeEvent) =>
  and(eq(regradeChanges.regradeId, regradeId), eq(regradeChanges.isUndo, isUndo));

const judged = (groups: ScoreGroup[]) =>
  groups.map((group) => {
    const { assessmentId, score, shift } = group;
    const after = scoreAfter(group);
    return {
      ...{ assessmentId, ...score, correctShift: shift.correct },
      ...{ correctAfter: after.correct, droppedAfter: after.dropped, passedAfter: after.passed }
    };
  });

/** Records what changes in each attempt of the scope, as the groups were judged. Returns how many attempts change. */
export async function insertRegradeChanges(
  tx: Executor,
  { event, scope, groups }: { event: RegradeEvent; scope: RegradeScope; groups: ScoreGroup[] }
): Promise<number> {
  await tx.execute(sql`insert into regrade_changes (regrade_id, attempt_id, is_undo, correct_before, correct_after,
      dropped_before, dropped_after, passed_before, passed_after)
    select ${event.regradeId}::uuid, p.attempt_id, ${event.isUndo}::boolean, p.items_correct, g."correctAfter",
      p.items_dropped, g."droppedAfter", p.passed, g."passedAfter"
    from ${regradedPlaces(scope)}
    join jsonb_to_recordset(${JSON.stringify(judged(groups))}::jsonb) as g("assessmentId" uuid, total int, correct int,
        dropped int, passed boolean, "correctShift" int, "correctAfter" int, "droppedAfter" int, "passedAfter" boolean)
      on (g."assessmentId", g.total, g.correct, g.dropped, g."correctShift")
        = (p.assessment_id, p.items_total, p.items_correct, p.items_dropped, p.correct_shift)
      and g.passed is not distinct from p.passed
    where (g."correctAfter", g."droppedAfter", g."passedAfter")
      is distinct from (p.items_correct, p.items_dropped, p.passed)`);
  const [row] = await tx
    .select({ changes: sql<number>`count(*)::int` })
    .from(regradeChanges)
    .where(ofEvent(event));
  return row?.changes ?? 0;
}

/** Marks every response to the item version by its verdict, also in open attempts. */
export async function updateVerdicts(tx: Executor, { itemVersionId, verdicts }: RegradeScope): Promise<void> {
  await tx.execute(sql`update responses r set correct = v.correct
    from attempt_items i, ${verdictRows(verdicts)}
    where i.item_version_id = ${itemVersionId} and r.attempt_id = i.attempt_id and r.position = i.position
      and v.response = r.response and v.correct <> r.correct`);
}

/** Lets the attempts follow what was recorded of them. */
export async function updateRegradedAttempts(
  tx: Executor,
  { regradeId, isUndo }: RegradeEvent
): Promise<void> {
  // The trigger that allows each change looks it up: it must not plan as if the table were still empty.
  await tx.execute(sql`analyze regrade_changes`);
  await tx.execute(sql`update attempts t
    set items_correct = g.correct_after, items_dropped = g.dropped_after, passed = g.passed_after
    from regrade_changes g
    where g.regrade_id = ${regradeId} and g.is_undo = ${isUndo} and t.id = g.attempt_id`);
}
