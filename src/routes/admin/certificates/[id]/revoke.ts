import { error, fail, redirect } from '@sveltejs/kit';
import { parseReason } from '#lib/domain/certificate/correction.ts';
import { revokeCertificate } from '#lib/server/certificate/revoke-certificate.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import { formText } from '../../../form-text.ts';
import { refusalOf } from './refusal-of.ts';
import { requireRecord } from './require-record.ts';
import type { RequestEvent } from './$types';

/** Revokes the document for the reason that the form gives; the admin has been let in. */
export async function revoke(event: RequestEvent, { id: actorId }: SignedInPerson) {
  const { id: certificateId } = await requireRecord(event);
  const fields = { reason: formText(await event.request.formData(), 'reason') };
  const form = { form: 'revoke', fields } as const;
  const parsed = parseReason(fields.reason);
  if (!parsed.ok) return fail(400, { ...form, problems: parsed.problem });
  const { db, now } = event.locals;
  const revoked = await revokeCertificate(db, { certificateId, reason: parsed.value, actorId, now });
  if (revoked.ok) redirect(303, `/admin/certificates/${certificateId}?done=revoke`);
  if (revoked.problem.kind === 'unknown') error(404, 'We cannot find that page.');
  return fail(409, { ...form, problems: refusalOf(revoked.problem) });
}
