import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { lockOptionalInstitution, updateInstitution } from './institution-queries.ts';

type Switch = { id: string; isOn: boolean; actorId: string; now: Date };

/** Switches an institution on or off. Off: nobody signs in there, and nothing is asked of it. */
export async function switchInstitution(
  db: Executor,
  { id, isOn, actorId, now }: Switch
): Promise<Result<null, 'unknown'>> {
  return db.transaction(async (tx) => {
    const before = await lockOptionalInstitution(tx, id);
    if (before === null) return failure('unknown');
    if ((before.disabledAt === null) === isOn) return success(null);
    await updateInstitution(tx, { id, disabledAt: isOn ? null : now, updatedAt: now });
    const subject = { kind: 'institution', id };
    const action = isOn ? 'identity.switch-on-institution' : 'identity.switch-off-institution';
    await insertAuditEvent(tx, { at: now, actorId, action, subject });
    return success(null);
  });
}
