import { fail } from '@sveltejs/kit';
import { verifyBadge } from '#lib/server/badge/verify-badge.ts';
import { formText } from '../../form-text.ts';
import type { Actions } from './$types';

/** More than any picture with a credential in it needs, in bytes. */
const LARGEST = 2 * 1024 * 1024;

const refuse = (field: 'file' | 'text', message: string, pasted = '') =>
  fail(400, { report: null, pasted, problems: [{ field, message }] });

/** A file goes before pasted text; an empty file field is a file without bytes. */
async function readBadge(form: FormData): Promise<{ field: 'file' | 'text'; bytes: Uint8Array }> {
  const file = form.get('file');
  if (file instanceof File && file.size > 0) return { field: 'file', bytes: await file.bytes() };
  return { field: 'text', bytes: new TextEncoder().encode(formText(form, 'text').trim()) };
}

/** Public, like the check of a code: whoever is shown a badge checks it here without an account. */
export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    const form = await request.formData();
    const { field, bytes } = await readBadge(form);
    if (bytes.length === 0) return refuse('file', 'Choose the file of a badge, or paste its text');
    if (bytes.length > LARGEST) return refuse(field, 'A badge can have at most 2 MB');
    const pasted = field === 'text' ? formText(form, 'text') : '';
    const origin = locals.environment.origin ?? url.origin;
    const checked = await verifyBadge(locals.db, bytes, { now: locals.now, origin });
    if (!checked.ok) return refuse(field, checked.problem, pasted);
    return { report: checked.value, pasted, problems: [] };
  }
};
