import type { Institution, SecretChange } from '#lib/domain/identity/institution-form.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { insertInstitution } from './institution-queries.ts';
import { institutionFacts } from './institution-facts.ts';
import { sealedAfter } from './institution-secret.ts';

type NewInstitution = {
  institution: Institution;
  secret: SecretChange;
  signingSecret: string | null;
  actorId: string;
  now: Date;
};

/** Adds an institution, switched on, and returns its id. Nothing is asked of it yet. */
export async function addInstitution(
  db: Executor,
  { institution, secret, signingSecret, actorId, now }: NewInstitution
): Promise<Result<string, 'issuer-taken' | 'no-signing-secret'>> {
  const { rules: roleRules, ...fields } = institution;
  const id = crypto.randomUUID();
  const sealed = sealedAfter(secret, { id, before: null, signingSecret });
  if (!sealed.ok) return sealed;
  const row = { id, ...fields, roleRules, sealedSecret: sealed.value, createdAt: now, updatedAt: now };
  return db.transaction(async (tx) => {
    if (!(await insertInstitution(tx, row))) return failure('issuer-taken');
    const subject = { kind: 'institution', id };
    const after = institutionFacts({ ...institution, hasSecret: sealed.value !== null });
    await insertAuditEvent(tx, { at: now, actorId, action: 'identity.add-institution', subject, after });
    return success(id);
  });
}
