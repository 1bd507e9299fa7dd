import { isUuid } from '#lib/domain/uuid.ts';
import { isPrintable, tidyLine } from '#lib/domain/identity/tidy-line.ts';
import { formText } from '../../../form-text.ts';

/** Which passkey a form of the page means, and the name that it gives it. */
export async function readPasskey(request: Request): Promise<{ passkeyId: string; name: string }> {
  const data = await request.formData();
  const id = formText(data, 'passkey');
  // An id of nobody's: nothing is changed then.
  const passkeyId = isUuid(id) ? id : '00000000-0000-0000-0000-000000000000';
  const name = tidyLine(formText(data, 'name')).slice(0, 100);
  return { passkeyId, name: isPrintable(name) ? name : '' };
}
