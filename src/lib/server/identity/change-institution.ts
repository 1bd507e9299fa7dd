import type { Institution, SecretChange } from '#lib/domain/identity/institution-form.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from './audit.ts';
import { institutionFacts } from './institution-facts.ts';
import {
  lockOptionalInstitution,
  selectInstitutionInUse,
  selectOptionalIssuer,
  updateInstitution,
  type InstitutionRow
} from './institution-queries.ts';
import { sealedAfter } from './institution-secret.ts';

type Change = {
  id: string;
  /** The revision that the form was filled from. */
  revision: number;
  institution: Institution;
  secret: SecretChange;
  signingSecret: string | null;
  actorId: string;
  now: Date;
};

type Problem = 'unknown' | 'changed-meanwhile' | 'issuer-taken' | 'issuer-in-use' | 'no-signing-secret';

/** Two of another issuer's subjects may be the same text: who is connected would be somebody else. */
async function issuerProblem(
  tx: Executor,
  { before, issuer }: { before: InstitutionRow; issuer: string }
): Promise<'issuer-taken' | 'issuer-in-use' | null> {
  if (issuer === before.issuer) return null;
  if (await selectInstitutionInUse(tx, before.id)) return 'issuer-in-use';
  return (await selectOptionalIssuer(tx, issuer)) === null ? null : 'issuer-taken';
}

/** Changes an institution, unless somebody else changed it since the form was filled. */
export async function changeInstitution(db: Executor, change: Change): Promise<Result<null, Problem>> {
  const { id, institution, actorId, now, signingSecret } = change;
  return db.transaction(async (tx) => {
    const before = await lockOptionalInstitution(tx, id);
    if (before === null) return failure('unknown');
    if (before.revision !== change.revision) return failure('changed-meanwhile');
    const problem = await issuerProblem(tx, { before, issuer: institution.issuer });
    if (problem !== null) return failure(problem);
    const sealed = sealedAfter(change.secret, { id, before: before.sealedSecret, signingSecret });
    if (!sealed.ok) return sealed;
    const { rules: roleRules, ...fields } = institution;
    await updateInstitution(tx, { id, ...fields, roleRules, sealedSecret: sealed.value, updatedAt: now });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'identity.change-institution',
      subject: { kind: 'institution', id },
      detail: { secret: change.secret.kind },
      before: institutionFacts({ ...before, hasSecret: before.sealedSecret !== null }),
      after: institutionFacts({ ...institution, hasSecret: sealed.value !== null })
    });
    return success(null);
  });
}
