import { asc, eq, isNull, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { signingKeys } from '../db/schema/certificate.ts';
import type { NewSigningKey } from './make-signing-key.ts';

/** Any number, as long as every process uses the same. */
const KEY_LOCK = 7_203_116;

/** Lets one transaction at a time make or retire keys; the lock ends with it. */
export async function lockSigningKeys(tx: Executor): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${KEY_LOCK})`);
}

/** The key that signs now, or null where none was made yet. */
export async function selectOptionalKeyInUse(
  db: Executor
): Promise<Pick<NewSigningKey, 'kid' | 'publicJwk' | 'encryptedPrivateKey'> | null> {
  const rows = await db
    .select({
      kid: signingKeys.kid,
      publicJwk: signingKeys.publicJwk,
      encryptedPrivateKey: signingKeys.encryptedPrivateKey
    })
    .from(signingKeys)
    .where(isNull(signingKeys.retiredAt));
  return rows[0] ?? null;
}

/** A key as anybody may know it. */
export type PublishedKey = {
  kid: string;
  publicJwk: Record<string, unknown>;
  createdAt: Date;
  retiredAt: Date | null;
};

/** Every key that ever signed, the oldest first: older badges verify with them. */
export async function listPublishedKeys(db: Executor): Promise<PublishedKey[]> {
  return db
    .select({
      kid: signingKeys.kid,
      publicJwk: signingKeys.publicJwk,
      createdAt: signingKeys.createdAt,
      retiredAt: signingKeys.retiredAt
    })
    .from(signingKeys)
    .orderBy(asc(signingKeys.createdAt), asc(signingKeys.kid));
}

/** Keeps a new key, in use from now on. */
export async function insertSigningKey(
  tx: Executor,
  key: NewSigningKey & { createdAt: Date }
): Promise<void> {
  await tx.insert(signingKeys).values(key);
}

/** Takes a key out of use. What can no longer sign needs no private half, so that goes. */
export async function updateKeyRetired(
  tx: Executor,
  { kid, retiredAt }: { kid: string; retiredAt: Date }
): Promise<void> {
  await tx
    .update(signingKeys)
    .set({ retiredAt, encryptedPrivateKey: new Uint8Array() })
    .where(eq(signingKeys.kid, kid));
}

/** The public key that signs or signed badges under this id, or null. */
export async function selectOptionalPublicJwk(
  db: Executor,
  kid: string
): Promise<Record<string, unknown> | null> {
  const rows = await db
    .select({ jwk: signingKeys.publicJwk })
    .from(signingKeys)
    .where(eq(signingKeys.kid, kid));
  return rows[0]?.jwk ?? null;
}
