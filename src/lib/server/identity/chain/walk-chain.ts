import { BEFORE_THE_FIRST } from '#lib/domain/identity/chain/sealed-text.ts';
import type { ChainFault } from '#lib/domain/identity/chain/chain-fault.ts';
import type { Executor } from '../../db/index.ts';
import { toSalted, toSealedEvent } from './event-columns-queries.ts';
import type { KnownHead } from './known-head.ts';
import { commitmentTo, sealHash } from './seal-hash.ts';
import { listSealed } from './verify-queries.ts';

/** What is in memory at once. */
const PAGE = 2000;

type Sealed = Awaited<ReturnType<typeof listSealed>>[number];

/** How far the walk has come. */
export type Walk = { position: number; hash: string; erased: number; fault: ChainFault | null };

/** What is wrong with a seal or its event, if anything, where `walk` ends just before it. */
function faultAt(seal: Sealed, walk: Walk): ChainFault | null {
  const position = walk.position + 1;
  const at = { head: null, position, eventId: seal.sealedId };
  if (seal.position !== position) return { ...at, kind: 'seal-missing', eventId: null };
  if (seal.event === null) return { ...at, kind: 'event-missing' };
  const salted = seal.particulars && toSalted(seal.particulars);
  // Absent ones were erased, or there were none.
  if (salted !== null && commitmentTo(salted) !== seal.commitment)
    return { ...at, kind: 'particulars-changed' };
  const link = { previous: walk.hash, position, commitment: seal.commitment };
  return sealHash(toSealedEvent(seal.event), link) === seal.hash ? null : { ...at, kind: 'event-changed' };
}

function headFault(heads: KnownHead[], { position, hash }: Walk, eventId: number): ChainFault | null {
  const other = heads.find((head) => head.position === position && head.hash !== hash);
  return other ? { kind: 'head-differs', position, eventId, head: other.name } : null;
}

function step(walk: Walk, seal: Sealed, heads: Map<number, KnownHead[]>): Walk {
  const fault = faultAt(seal, walk);
  if (fault !== null) return { ...walk, fault };
  const erased = walk.erased + (seal.commitment !== null && !seal.particulars?.salt ? 1 : 0);
  const next = { position: seal.position, hash: seal.hash, erased, fault: null };
  return { ...next, fault: headFault(heads.get(seal.position) ?? [], next, seal.sealedId) };
}

/**
 * Follows the chain from its begin and compares it with heads on the way, until its end or the first thing that is wrong.
 * Takes as much memory for a million events as for a thousand.
 */
export async function walkChain(db: Executor, heads: KnownHead[]): Promise<Walk> {
  const byPosition = Map.groupBy(heads, ({ position }) => position);
  let walk: Walk = { position: 0, hash: BEFORE_THE_FIRST, erased: 0, fault: null };
  for (;;) {
    const seals = await listSealed(db, { after: walk.position, limit: PAGE });
    for (const seal of seals) {
      walk = step(walk, seal, byPosition);
      if (walk.fault !== null) return walk;
    }
    if (seals.length < PAGE) return walk;
  }
}
