import { doubtedFormer, type PastedRow } from '#lib/domain/reference/pasted-row.ts';
import { gravestFirst } from '#lib/domain/reference/reference-status.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { lockReference, updateReferenceStatus } from './reference-queries.ts';

const UNSAID = 'A record of the same work that was pasted says so.';

/**
 * Puts references of the library under the doubt that the records say which were left out for them, the gravest where
 * several say so; doubt that the library knows of is never lifted. Gives how many.
 */
export async function takeDoubt(
  tx: Executor,
  { rows, actorId, now }: { rows: PastedRow[]; actorId: string; now: Date }
): Promise<number> {
  const taken = new Set<string>();
  for (const row of rows.toSorted(gravestFirst)) {
    const former = doubtedFormer(row);
    if (former === null || taken.has(former.id)) continue;
    taken.add(former.id);
    const { id } = former;
    const [status, note] = [row.status, row.statusNote || UNSAID];
    const before = await lockReference(tx, id);
    await updateReferenceStatus(tx, { id, status, note, actorId, now });
    const subject = { kind: 'reference', id };
    const action = 'reference.take-pasted-status';
    await insertAuditEvent(tx, { at: now, actorId, action, subject, before, after: { status, note } });
  }
  return taken.size;
}
