import { error } from '@sveltejs/kit';

const WHY = {
  'signed-out': 'You were signed out before this was saved.',
  'no-second-factor': 'This was not saved, since you have not shown your second factor yet.'
};

const KEPT = 'What you wrote is still here.';
/** No page can fill in a file. */
const KEPT_BUT_FILES = 'What you wrote is still here, but not the file that you chose: add it afterwards.';

/** Answers with a page that holds what was sent, from which it can be sent again. */
export async function giveBack(request: Request, why: keyof typeof WHY): Promise<never> {
  const sent = [...(await request.formData())];
  const unsent = sent.flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []));
  const hasFile = sent.some(([, value]) => value instanceof File && value.size > 0);
  error(401, { message: `${WHY[why]} ${hasFile ? KEPT_BUT_FILES : KEPT}`, unsent });
}
