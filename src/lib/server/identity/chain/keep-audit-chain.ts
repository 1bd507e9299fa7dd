import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import type { Executor } from '../../db/index.ts';
import { writeHeadFiles } from './head-files.ts';
import { deriveHeadKey } from './head-key.ts';
import { insertHead, listNewestHeads, selectHasHead } from './head-queries.ts';
import { sealAudit } from './seal-audit.ts';
import { selectOptionalLastSeal } from './seal-queries.ts';
import { signHead } from './signed-head.ts';

type Keeping = {
  /** AUDIT_HEAD_DIR; null: heads stay in the database alone. */
  headFolder: string | null;
  /** SIGNING_SECRET; null: heads are not signed. */
  secret: string | null;
  now: Date;
};

/** A folder that could not be reached for so many days gets all it missed. */
const DAYS_TO_MAKE_UP = 60;

async function makeHead(db: Executor, { secret, now }: Keeping): Promise<void> {
  const day = calendarDayOf(now);
  if (await selectHasHead(db, day)) return;
  const last = await selectOptionalLastSeal(db);
  if (last === null) return;
  const head = { day, at: now.toISOString(), ...last };
  const unsigned = { ...head, publicKey: null, signature: null };
  await insertHead(db, secret === null ? unsigned : await signHead(head, await deriveHeadKey(secret)));
}

/**
 * Seals what is new, makes the head of the day where it is missing, and writes heads into the operator's folder. Throws
 * where that cannot be written; the chain goes on.
 */
export async function keepAuditChain(db: Executor, keeping: Keeping): Promise<void> {
  await sealAudit(db);
  await makeHead(db, keeping);
  const { headFolder } = keeping;
  if (headFolder !== null) await writeHeadFiles(headFolder, await listNewestHeads(db, DAYS_TO_MAKE_UP));
}
