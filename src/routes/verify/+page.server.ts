import { fail, redirect } from '@sveltejs/kit';
import { normaliseVerificationCode } from '#lib/domain/certificate/verification-code.ts';
import { formText } from '../form-text.ts';
import type { Actions } from './$types';

const NOT_A_CODE = 'Enter the 26 letters and digits that are printed beside the QR code';

/** Public: an employer, a board or an auditor checks a document here without an account. */
export const actions: Actions = {
  default: async ({ request }) => {
    const typed = formText(await request.formData(), 'code').slice(0, 200);
    const code = normaliseVerificationCode(typed);
    if (code === null) return fail(400, { typed, problems: [{ field: 'code', message: NOT_A_CODE }] });
    redirect(303, `/verify/${code}`);
  }
};
