import { error, fail } from '@sveltejs/kit';
import { parseGrant } from '#lib/domain/certificate/verification-grant.ts';
import { grantVerification } from '#lib/server/certificate/grant-verification.ts';
import type { SignedInPerson } from '#lib/server/identity/signed-in-person.ts';
import { formText } from '../../../form-text.ts';
import { requireRecord } from './require-record.ts';
import type { RequestEvent } from './$types';

/** Makes a regulator's link and answers with it: it is shown this once. The admin has been let in. */
export async function grant(event: RequestEvent, { id: actorId }: SignedInPerson) {
  const { id: certificateId } = await requireRecord(event);
  const data = await event.request.formData();
  const fields = { purpose: formText(data, 'purpose'), days: formText(data, 'days') };
  const parsed = parseGrant(fields);
  if (!parsed.ok) return fail(400, { form: 'grant' as const, fields, problems: parsed.problem });
  const { db, now, environment } = event.locals;
  const granted = await grantVerification(db, { certificateId, ...parsed.value, actorId, now });
  if (!granted.ok) error(404, 'We cannot find that page.');
  const { path, expiresAt } = granted.value;
  const address = `${environment.origin ?? event.url.origin}${path}`;
  return { form: 'granted' as const, grant: { address, expiresAt }, problems: [] };
}
