import { error, fail, redirect } from '@sveltejs/kit';
import { parseCorrection } from '#lib/domain/certificate/correction.ts';
import { correctCertificate } from '#lib/server/certificate/correct-certificate.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import { formText } from '../../../form-text.ts';
import { refusalOf } from './refusal-of.ts';
import { requireRecord } from './require-record.ts';
import type { RequestEvent } from './$types';

/** Issues what the form of a correction asks for; the admin has been let in. */
export async function correct(event: RequestEvent, { id: actorId }: SignedInPerson) {
  const record = await requireRecord(event);
  const data = await event.request.formData();
  const fields = {
    name: formText(data, 'name'),
    credentials: formText(data, 'credentials'),
    quarterCredits: formText(data, 'quarterCredits'),
    reason: formText(data, 'reason')
  };
  const form = { form: 'correct', fields } as const;
  if (record.state.kind !== 'stands') return fail(409, { ...form, problems: refusalOf(record.state) });
  const parsed = parseCorrection(fields, record);
  if (!parsed.ok) return fail(400, { ...form, problems: parsed.problem });
  const { db, now } = event.locals;
  const change = { certificateId: record.id, correction: parsed.value, actorId, now };
  const corrected = await correctCertificate(db, change);
  if (corrected.ok) redirect(303, `/admin/certificates/${corrected.value.certificateId}?done=correct`);
  if (corrected.problem.kind === 'unknown') error(404, 'We cannot find that page.');
  return fail(409, { ...form, problems: refusalOf(corrected.problem) });
}
