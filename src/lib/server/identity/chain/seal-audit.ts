import { BEFORE_THE_FIRST } from '#lib/domain/identity/chain/sealed-text.ts';
import type { Executor } from '../../db/index.ts';
import { toSalted, toSealedEvent } from './event-columns-queries.ts';
import { commitmentTo, sealHash } from './seal-hash.ts';
import {
  insertSeals,
  listUnsealed,
  lockChain,
  selectOptionalLastSeal,
  selectSealing,
  updateSettled,
  type NewSeal
} from './seal-queries.ts';

/**
 * Few enough that requests wait some milliseconds at most while a batch is hashed (2,000 held them up for fifty, once a
 * minute), and that the embedded database, which has one connection, is soon free again.
 */
const BATCH = 250;

/**
 * Transaction ids are given out in order, but an event may get its own a moment before its transaction gets one. Nobody
 * is that slow that so many others get theirs in between.
 */
const MARGIN = 64;

type Batch = { sealed: number; lastId: number };

/** Seals some of the events above `after`; they go behind the last seal, whoever wrote it. */
async function sealBatch(tx: Executor, after: number): Promise<Batch> {
  await lockChain(tx);
  const rows = await listUnsealed(tx, { after, limit: BATCH });
  const last = await selectOptionalLastSeal(tx);
  let [position, previous] = [last?.position ?? 0, last?.hash ?? BEFORE_THE_FIRST];
  const seals: NewSeal[] = [];
  for (const { salt, network, reason, ...event } of rows) {
    position += 1;
    const commitment = commitmentTo(toSalted({ salt, network, reason }));
    const hash = sealHash(toSealedEvent(event), { previous, position, commitment });
    seals.push({ position, eventId: event.id, commitment, hash });
    previous = hash;
  }
  if (seals.length > 0) await insertSeals(tx, seals);
  return { sealed: seals.length, lastId: seals.at(-1)?.eventId ?? after };
}

/** Notes that the events of an earlier run are settled, once every transaction of that time has ended. */
async function settle(db: Executor, standing: Awaited<ReturnType<typeof selectSealing>>): Promise<void> {
  const { awaitedId, awaitedXid, oldestXid, nextXid, newestId } = standing;
  // A later one than any that was given out here is of the server from which this database was copied.
  const isCopied = awaitedXid > nextXid;
  if (!isCopied && oldestXid < awaitedXid + MARGIN) return;
  await updateSettled(db, { settledId: awaitedId, awaitedId: newestId, awaitedXid: nextXid });
}

/**
 * Seals every event that can be seen and is not sealed yet. Writers of events never wait for it: an event that commits
 * later, whatever its id, is sealed later and stands behind. Several processes may call it at once. Returns how many
 * events were sealed.
 */
export async function sealAudit(db: Executor): Promise<number> {
  const standing = await selectSealing(db);
  let [total, after] = [0, standing.settledId];
  for (;;) {
    const { sealed, lastId } = await db.transaction((tx) => sealBatch(tx, after));
    total += sealed;
    after = lastId;
    if (sealed < BATCH) break;
  }
  await settle(db, standing);
  return total;
}
