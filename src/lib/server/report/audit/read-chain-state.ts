import type { Executor } from '../../db/index.ts';
import { headText } from '../../identity/chain/head-files.ts';
import { listNewestHeads } from '../../identity/chain/head-queries.ts';
import { selectOptionalLastSealed, selectOptionalVerification } from './chain-state-queries.ts';

/** How the chain stands, for the head of the page. */
export type ChainState = {
  sealed: { position: number; at: Date } | null;
  /** The newest head; `text` is what its file holds. */
  head: { day: string; position: number; isSigned: boolean; text: string } | null;
  verified: { at: Date; position: string; isWhole: boolean } | null;
};

/** Up to where the log is sealed, its newest head, and what the last verification found. */
export async function readChainState(db: Executor): Promise<ChainState> {
  const [head] = await listNewestHeads(db, 1);
  const verified = await selectOptionalVerification(db);
  return {
    sealed: await selectOptionalLastSealed(db),
    head: head
      ? { day: head.day, position: head.position, isSigned: head.signature !== null, text: headText(head) }
      : null,
    verified: verified && {
      at: verified.at,
      position: verified.position,
      isWhole: verified.detail['kind'] === null
    }
  };
}
