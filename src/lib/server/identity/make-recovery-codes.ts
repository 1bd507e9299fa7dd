import { randomBytes } from 'node:crypto';
import {
  formatRecoveryCode,
  RECOVERY_CODE_BYTES,
  RECOVERY_CODES
} from '#lib/domain/identity/recovery-code.ts';
import { hasFactor } from '#lib/domain/identity/second-factor.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { deleteRecoveryCodes, insertRecoveryCodes, lockFactors, selectFactors } from './factor-queries.ts';
import { hashRecoveryCode } from './recovery-code-hash.ts';
import { tellOfFactor } from './tell-of-factor.ts';

/**
 * Makes ten recovery codes, which are shown once; earlier ones no longer work. `no-factor`: there is nothing that they
 * could stand in for.
 */
export async function makeRecoveryCodes(
  db: Executor,
  { personId, origin, now }: { personId: string; origin: string; now: Date }
): Promise<Result<string[], 'no-factor'>> {
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    formatRecoveryCode(randomBytes(RECOVERY_CODE_BYTES))
  );
  return db.transaction(async (tx) => {
    await lockFactors(tx, personId);
    const before = await selectFactors(tx, personId);
    if (!hasFactor(before)) return failure('no-factor');
    await deleteRecoveryCodes(tx, personId);
    await insertRecoveryCodes(tx, { personId, hashes: codes.map(hashRecoveryCode), now });
    const event = { at: now, actorId: personId, subject: { kind: 'person', id: personId } };
    const states = { before: { codes: before.recoveryCodes }, after: { codes: codes.length } };
    await insertAuditEvent(tx, { ...event, action: 'identity.make-recovery-codes', ...states });
    await tellOfFactor(tx, { personId, change: 'codes-made', origin, now });
    return success(codes);
  });
}
