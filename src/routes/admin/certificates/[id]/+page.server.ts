import { error, fail, redirect } from '@sveltejs/kit';
import { parseCorrection, parseReason } from '#lib/domain/certificate/correction.ts';
import { correctCertificate } from '#lib/server/certificate/correct-certificate.ts';
import { revokeCertificate } from '#lib/server/certificate/revoke-certificate.ts';
import { formText } from '../../../form-text.ts';
import { requireRole, requireSender } from '../../../guard.ts';
import { refusalOf } from './refusal-of.ts';
import { requireRecord } from './require-record.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { searchParams } = event.url;
  return {
    record: await requireRecord(event),
    chosen: searchParams.get('do'),
    done: searchParams.get('done')
  };
};

export const actions: Actions = {
  correct: async (event) => {
    await requireSender(event);
    const { id: actorId } = requireRole(event, 'admin');
    const record = await requireRecord(event);
    const data = await event.request.formData();
    const field = (name: string) => formText(data, name);
    const fields = {
      name: field('name'),
      credentials: field('credentials'),
      quarterCredits: field('quarterCredits'),
      reason: field('reason')
    };
    const form = { form: 'correct', fields } as const;
    const parsed = parseCorrection(fields, record);
    if (!parsed.ok) return fail(400, { ...form, problems: parsed.problem });
    const { db, now } = event.locals;
    const change = { certificateId: record.id, correction: parsed.value, actorId, now };
    const corrected = await correctCertificate(db, change);
    if (corrected.ok) redirect(303, `/admin/certificates/${corrected.value.certificateId}?done=correct`);
    if (corrected.problem.kind === 'unknown') error(404, 'We cannot find that page.');
    return fail(409, { ...form, problems: refusalOf(corrected.problem) });
  },
  revoke: async (event) => {
    await requireSender(event);
    const { id: actorId } = requireRole(event, 'admin');
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
};
