import type { ChainFault } from '#lib/domain/identity/chain/chain-fault.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../audit.ts';
import type { HeadFile } from './head-files.ts';
import { findOtherKeys, gatherHeads } from './gather-heads.ts';
import type { KnownHead } from './known-head.ts';
import { sealAudit } from './seal-audit.ts';
import { selectSealing } from './seal-queries.ts';
import { selectOptionalUnsealed } from './verify-queries.ts';
import { walkChain, type Walk } from './walk-chain.ts';

/** What a verification found. */
export type Verification = {
  /** The first thing that is wrong; null: nothing is. */
  fault: ChainFault | null;
  /** Up to where the chain was followed: the count of events. */
  position: number;
  /** Events whose particulars were erased. */
  erased: number;
  /** Heads from outside, and in the database, that were compared. */
  headsOutside: number;
  headsInside: number;
  unsigned: number;
  /** Ids of keys that signed and are not the one of SIGNING_SECRET. */
  otherKeys: string[];
};

/** What shows only at the end of the walk: a tail that is gone, and events that were put in. */
async function faultAtEnd(db: Executor, walk: Walk, heads: KnownHead[]): Promise<ChainFault | null> {
  if (walk.fault !== null) return walk.fault;
  const forged = heads.find(({ isGenuine }) => !isGenuine);
  if (forged) return { kind: 'head-forged', position: null, eventId: null, head: forged.name };
  const beyond = heads.find(({ position }) => position > walk.position);
  const position = walk.position + 1;
  if (beyond) return { kind: 'tail-missing', position, eventId: null, head: beyond.name };
  const { settledId } = await selectSealing(db);
  const added = await selectOptionalUnsealed(db, settledId);
  return added === null ? null : { kind: 'event-added', position: null, eventId: added, head: null };
}

function record(db: Executor, found: Omit<Verification, 'otherKeys'>, now: Date): Promise<void> {
  const { fault, position, headsOutside, headsInside } = found;
  return insertAuditEvent(db, {
    at: now,
    actorId: null,
    action: 'identity.verify-audit',
    subject: { kind: 'audit-log', id: String(position) },
    detail: { headsOutside, headsInside, ...(fault ?? { kind: null }) }
  });
}

/**
 * Seals what is new, then goes through the whole log and all heads, and finds the first thing that is wrong. That it was
 * verified, and what came out, is itself an audit event.
 */
export async function verifyAudit(
  db: Executor,
  { files, secret, now }: { files: HeadFile[]; secret: string | null; now: Date }
): Promise<Verification> {
  await sealAudit(db);
  const { outside, inside } = await gatherHeads(db, files);
  const heads = [...outside, ...inside];
  const genuine = heads.filter(({ isGenuine }) => isGenuine);
  const walk = await walkChain(db, genuine);
  const found = {
    fault: await faultAtEnd(db, walk, heads),
    position: walk.position,
    erased: walk.erased,
    headsOutside: outside.length,
    headsInside: inside.length,
    unsigned: genuine.filter(({ kid }) => kid === null).length
  };
  await record(db, found, now);
  return { ...found, otherKeys: await findOtherKeys(heads, secret) };
}
