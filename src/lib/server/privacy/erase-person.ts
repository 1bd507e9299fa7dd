import type { Executor } from '../db/index.ts';
import { keepPermission } from '../credit/keep-permission.ts';
import { listPermissions } from '../credit/permission-queries.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { forgetAuditParticulars } from '../identity/forget-audit-particulars.ts';
import { selectOptionalProfile } from '../identity/profile-queries.ts';
import { eraseFreeText, eraseNameSearches } from './erase-free-text.ts';
import {
  clearMarks,
  deleteTheirRows,
  detachTokens,
  eraseHolder,
  lockOptionalErasure,
  selectAuditedRecords,
  updateFinished,
  updateToPseudonym
} from './erasure-queries.ts';
import { retainRecords } from './retain-records.ts';

/** Nothing is reported of an erased person any more; what was reported stays with whoever received it. */
async function withdrawPermissions(tx: Executor, personId: string, now: Date): Promise<void> {
  const permitted = (await listPermissions(tx, personId)).filter(({ granted }) => granted);
  for (const { activityVersionId, report, wording, wordingVersion } of permitted) {
    const permission = { report, granted: false, wording, wordingVersion };
    await keepPermission(tx, { learner: { personId, activityVersionId }, permission, now });
  }
}

/** Takes away what tells who it was. The order matters: what is kept is read before it is taken out of its place. */
async function erase(
  tx: Executor,
  { personId, secret, now }: { personId: string; secret: string | null; now: Date }
): Promise<{ retained: number }> {
  const profile = await selectOptionalProfile(tx, personId);
  const retained = await retainRecords(tx, { personId, secret, now });
  await withdrawPermissions(tx, personId, now);
  await eraseHolder(tx, personId);
  await eraseFreeText(tx, personId);
  if (profile) await eraseNameSearches(tx, `${profile.givenName} ${profile.familyName}`);
  await clearMarks(tx, personId);
  await detachTokens(tx, personId);
  await deleteTheirRows(tx, personId);
  await updateToPseudonym(tx, { personId, keepsProfession: retained > 0, now });
  return { retained };
}

/** Erases one of those who wait for it, in one transaction with its audit row. False: nobody waits. */
async function eraseNext(
  db: Executor,
  { secret, now }: { secret: string | null; now: Date }
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const waiting = await lockOptionalErasure(tx);
    if (waiting === null) return false;
    const { personId } = waiting;
    const detail = await erase(tx, { personId, secret, now });
    const records = await selectAuditedRecords(tx, personId);
    await forgetAuditParticulars(tx, { personId, records, actorId: null, now });
    const subject = { kind: 'person', id: personId };
    await insertAuditEvent(tx, { at: now, actorId: null, action: 'privacy.erase-person', subject, detail });
    await updateFinished(tx, personId, now);
    return true;
  });
}

/** Erases everybody who waits for it. A run that is cut short leaves each of them whole or erased. Returns how many. */
export async function eraseWaiting(db: Executor, run: { secret: string | null; now: Date }): Promise<number> {
  let erased = 0;
  while (await eraseNext(db, run)) erased += 1;
  return erased;
}
