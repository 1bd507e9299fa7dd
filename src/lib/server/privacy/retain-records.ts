import { createHash, randomBytes } from 'node:crypto';
import { calendarDayOf, yearsAfter } from '#lib/domain/calendar-day.ts';
import type { Executor } from '../db/index.ts';
import { selectIdentifiers } from '../credit/identifier-queries.ts';
import { selectOptionalProfile } from '../identity/profile-queries.ts';
import { seal } from '../seal.ts';
import { insertRetained, listCompletionsToRetain, selectCreditRecordYears } from './retained-queries.ts';

/** To what a sealed record is bound: it opens for its completion alone. */
export const boundTo = (completionId: string) => `retained-credit-record ${completionId}`;

/** The record as bytes or, where the operator set no secret, as it is. */
function stored(record: object, { completionId, secret }: { completionId: string; secret: string | null }) {
  const text = JSON.stringify(record);
  const recordHash = createHash('sha256').update(text).digest('hex');
  if (secret === null) return { recordHash, plainRecord: record, sealedRecord: null };
  const sealedRecord = seal(Buffer.from(text), { secret, boundTo: boundTo(completionId) });
  return { recordHash, plainRecord: null, sealedRecord };
}

/**
 * Keeps of each completion of a person what a regulator may ask for, as long as they may ask: name, profession, numbers,
 * certificates, what was reported. No address. A part of erasing: call it before anything is taken away. Returns how many
 * records are kept.
 */
export async function retainRecords(
  tx: Executor,
  { personId, secret, now }: { personId: string; secret: string | null; now: Date }
): Promise<number> {
  const years = await selectCreditRecordYears(tx);
  const holder = await selectOptionalProfile(tx, personId);
  const identifiers = await selectIdentifiers(tx, personId);
  let kept = 0;
  for (const completion of await listCompletionsToRetain(tx, personId)) {
    const { completionId, activityVersionId, completedOn, quarterCredits, ...evidence } = completion;
    const until = yearsAfter(completedOn, years);
    if (until < calendarDayOf(now)) continue;
    // Chance within it: from its hash nobody finds a name by trying.
    const salt = randomBytes(16).toString('hex');
    const record = { salt, holder, identifiers, completedOn, quarterCredits, ...evidence };
    await insertRetained(tx, {
      ...{
        completionId,
        personId,
        activityVersionId,
        completedOn,
        quarterCredits,
        keepUntil: until,
        createdAt: now
      },
      ...stored(record, { completionId, secret })
    });
    kept += 1;
  }
  return kept;
}
