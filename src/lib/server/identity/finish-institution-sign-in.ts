import { timingSafeEqual } from 'node:crypto';
import type { InstitutionRefusal } from '#lib/domain/identity/institution-refusal.ts';
import { NOWHERE, type Visit } from '#lib/domain/identity/visit.ts';
import { failure, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { admitFromInstitution, type Admission } from './admit-from-institution.ts';
import { insertAuditEvent } from './audit.ts';
import { hashInstitutionToken } from './begin-institution-sign-in.ts';
import { endJourney } from './institution-client.ts';
import { selectOptionalInstitution } from './institution-queries.ts';
import { clientAt } from './institution-secret.ts';
import { deleteSignIn, type SignInOnItsWay } from './institution-sign-in-queries.ts';

/** What the browser brought back. */
export type Return = {
  /** The whole address that it was sent to. */
  answer: URL;
  /** The state that it remembered itself. */
  rememberedState: string | null;
  /** Who is signed in in it at this moment. */
  personId: string | null;
  previousSessionId: string | null;
  visit?: Visit;
  signingSecret: string | null;
  now: Date;
};

/** `reason`: for the log, in words of the library. */
export type Refused = { kind: InstitutionRefusal; institutionId: string | null; reason: string };

/** A state works in the browser that began with it, once; the row that it names is gone afterwards. */
async function takeJourney(
  db: Executor,
  { answer, rememberedState, now }: Return
): Promise<Result<{ state: string; journey: SignInOnItsWay }, 'other-browser' | 'unknown-state'>> {
  const state = answer.searchParams.get('state') ?? '';
  const stateHash = hashInstitutionToken(state);
  const remembered = hashInstitutionToken(rememberedState ?? '');
  if (rememberedState === null || !timingSafeEqual(stateHash, remembered)) return failure('other-browser');
  const journey = await deleteSignIn(db, { stateHash, now });
  return journey === null ? failure('unknown-state') : { ok: true, value: { state, journey } };
}

async function proceed(
  db: Executor,
  { state, journey, back }: { state: string; journey: SignInOnItsWay; back: Return }
): Promise<Result<Admission, { kind: InstitutionRefusal; reason: string }>> {
  const { answer, signingSecret, now } = back;
  const institution = await selectOptionalInstitution(db, journey.institutionId);
  if (institution === null || institution.disabledAt !== null)
    return failure({ kind: 'switched-off', reason: '' });
  const at = clientAt(institution, signingSecret);
  if (!at.ok) return failure({ kind: at.problem, reason: '' });
  const { nonce, codeVerifier } = journey;
  // Between the two transactions, since an institution may take seconds to answer.
  const said = await endJourney(at.value, { answer, journey: { state, nonce, codeVerifier }, now });
  if (!said.ok) return said;
  const { personId, previousSessionId, visit = NOWHERE } = back;
  const admitted = await admitFromInstitution(db, {
    institution,
    said: said.value,
    journey,
    personId,
    previousSessionId,
    visit,
    now
  });
  return admitted.ok ? admitted : failure({ kind: admitted.problem, reason: '' });
}

/**
 * Ends a sign-in at an institution with what the browser brought back. Whatever is not as it should be is refused, with
 * an audit row that says why, and nothing else is written. An answer without a sign-in of ours leaves no row: anybody can
 * send those.
 */
export async function finishInstitutionSignIn(
  db: Executor,
  back: Return
): Promise<Result<Admission, Refused>> {
  const taken = await takeJourney(db, back);
  if (!taken.ok) return failure({ kind: taken.problem, institutionId: null, reason: '' });
  const { institutionId } = taken.value.journey;
  const ended = await proceed(db, { ...taken.value, back });
  if (ended.ok) return ended;
  const { kind, reason } = ended.problem;
  await insertAuditEvent(db, {
    at: back.now,
    actorId: taken.value.journey.personId,
    action: 'identity.refuse-institution-sign-in',
    subject: { kind: 'institution', id: institutionId },
    detail: { refusal: kind, reason }
  });
  return failure({ kind, institutionId, reason });
}
