import type { Executor } from '../../db/index.ts';
import type { HeadFile } from './head-files.ts';
import { deriveHeadKey } from './head-key.ts';
import { listHeads } from './head-queries.ts';
import type { KnownHead } from './known-head.ts';
import { isGenuineHead, type SignedHead } from './signed-head.ts';

async function known(name: string, head: SignedHead): Promise<KnownHead> {
  const kid = typeof head.publicKey?.['kid'] === 'string' ? head.publicKey['kid'] : null;
  const { position, hash } = head;
  return { name, position, hash, kid, isGenuine: await isGenuineHead(head) };
}

/** A file that is no head any more is as good as a forged one. */
async function knownFile({ name, head }: HeadFile): Promise<KnownHead> {
  if (head !== null) return known(`${head.day} in ${name}`, head);
  return { name, position: 0, hash: '', kid: null, isGenuine: false };
}

/** Every head that there is, from outside and from the database, each with whether its signature fits. */
export async function gatherHeads(
  db: Executor,
  files: HeadFile[]
): Promise<{ outside: KnownHead[]; inside: KnownHead[] }> {
  const kept = await listHeads(db);
  return {
    outside: await Promise.all(files.map(knownFile)),
    inside: await Promise.all(kept.map((head) => known(`${head.day} in the database`, head)))
  };
}

/** Ids of keys that signed heads and are not the one of SIGNING_SECRET; without a secret nobody knows. */
export async function findOtherKeys(heads: KnownHead[], secret: string | null): Promise<string[]> {
  const kids = new Set(heads.flatMap(({ kid }) => kid ?? []));
  if (secret === null || kids.size === 0) return [];
  kids.delete((await deriveHeadKey(secret)).publicJwk['kid'] ?? '');
  return [...kids];
}
