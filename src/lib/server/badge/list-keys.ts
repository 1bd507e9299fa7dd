import { isPublicName } from '#lib/domain/badge/is-public-name.ts';
import type { Executor } from '../db/index.ts';
import { listPublishedKeys, selectOptionalPublicJwk } from './key-queries.ts';

/** A signing key in a list: never its private half. */
export type ListedKey = { kid: string; createdAt: Date; retiredAt: Date | null };

/** The keys that sign or signed badges, the oldest first. */
export async function listKeys(db: Executor): Promise<ListedKey[]> {
  const keys = await listPublishedKeys(db);
  return keys.map(({ kid, createdAt, retiredAt }) => ({ kid, createdAt, retiredAt }));
}

/** The keys as a JSON Web Key Set (RFC 7517), retired ones included. */
export async function readKeySet(db: Executor): Promise<{ keys: Record<string, unknown>[] }> {
  return { keys: (await listPublishedKeys(db)).map(({ publicJwk }) => publicJwk) };
}

/** One public key, retired or not, as a JSON Web Key; null: no key of ours has this id. */
export async function readKey(db: Executor, kid: string): Promise<Record<string, unknown> | null> {
  return isPublicName(kid) ? selectOptionalPublicJwk(db, kid) : null;
}
