import type { SecretChange } from '#lib/domain/identity/institution-form.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { seal, unseal } from '../seal.ts';
import type { ClientAtInstitution } from './institution-client.ts';
import type { InstitutionRow } from './institution-queries.ts';

const boundTo = (institutionId: string) => `institution ${institutionId}`;

/** What stands in the table after a change. `no-signing-secret`: a secret is never stored in the clear. */
export function sealedAfter(
  change: SecretChange,
  { id, before, signingSecret }: { id: string; before: Uint8Array | null; signingSecret: string | null }
): Result<Uint8Array | null, 'no-signing-secret'> {
  if (change.kind !== 'set') return success(change.kind === 'keep' ? before : null);
  if (signingSecret === null) return failure('no-signing-secret');
  const plain = new TextEncoder().encode(change.secret);
  return success(seal(plain, { secret: signingSecret, boundTo: boundTo(id) }));
}

/** This site at the institution. `secret-lost`: its secret was sealed under another SIGNING_SECRET. */
export function clientAt(
  { id, issuer, clientId, sealedSecret }: InstitutionRow,
  signingSecret: string | null
): Result<ClientAtInstitution, 'secret-lost'> {
  if (sealedSecret === null) return success({ issuer, clientId, secret: null });
  const plain = unseal(sealedSecret, { secret: signingSecret, boundTo: boundTo(id) });
  if (plain === null) return failure('secret-lost');
  return success({ issuer, clientId, secret: new TextDecoder().decode(plain) });
}
