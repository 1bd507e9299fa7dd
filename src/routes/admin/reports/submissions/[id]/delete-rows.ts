import { error, fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { tidyText, tooLong } from '#lib/domain/tidy-text.ts';
import { askToDelete } from '#lib/server/report/accreditor/ask-to-delete.ts';
import { formText } from '../../../../form-text.ts';

/** Rows that one form can choose, and the greatest number of a row. */
const MOST_ROWS = 1000;
const GREATEST = 2_147_483_647;

const rowsIn = (form: FormData) =>
  [...new Set(form.getAll('row').map(Number))]
    .filter((row) => Number.isSafeInteger(row) && row > 0 && row <= GREATEST)
    .slice(0, MOST_ROWS);

const refuse = (status: number, reason: string, problem: { field: string; message: string }) =>
  fail(status, { form: 'delete' as const, text: '', reason, lines: [], problems: [problem] });

/** Makes the file that asks to delete the chosen rows, and leads to it. */
export async function deleteRows(
  event: Pick<RequestEvent, 'request' | 'locals'>,
  asked: { submissionId: string; actorId: string; now: Date }
) {
  const form = await event.request.formData();
  const ordinals = rowsIn(form);
  const reason = tidyText(formText(form, 'reason'));
  if (ordinals.length === 0)
    return refuse(400, reason, { field: 'rows', message: 'Choose at least one record' });
  const wrong = reason === '' ? 'Say why the records are to be deleted' : tooLong(reason, 500);
  if (wrong !== null) return refuse(400, reason, { field: 'reason', message: wrong });
  const made = await askToDelete(event.locals.db, { ...asked, ordinals, reason });
  if (made.ok) redirect(303, `/admin/reports/submissions/${made.value}?made`);
  if (made.problem === 'unknown-file') error(404, 'We cannot find that page.');
  const message =
    made.problem === 'erased'
      ? 'The learner of a record that you chose was erased here. Ask the accreditor itself, by the id of the record'
      : 'A record that you chose is not with the accreditor any more. Choose again';
  return refuse(409, reason, { field: 'rows', message });
}
