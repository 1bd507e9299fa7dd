import type { RequestEvent } from '@sveltejs/kit';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { documentProblem, mediaTypeOf } from '#lib/domain/certificate/document-file.ts';
import { readExternalCredit, type ExternalCreditFields } from '#lib/domain/certificate/external-credit.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { formText } from '../../../form-text.ts';

/** The document of the form, or null where none was chosen. */
async function readFile(data: FormData) {
  const file = data.get('document');
  if (!(file instanceof File) || file.size === 0) return null;
  return {
    fileName: file.name.slice(0, 200) || 'document',
    content: new Uint8Array(await file.arrayBuffer())
  };
}

/** The id that a form for a new entry carries; one that says none is a form of its own. */
function readEntryId(data: FormData): string {
  const id = formText(data, 'entry').toLowerCase();
  return isUuid(id) ? id : crypto.randomUUID();
}

/** Reads the form of an external credit with its document. `problems` is empty where `credit` can be kept. */
export async function readExternalForm({ request, locals }: Pick<RequestEvent, 'request' | 'locals'>) {
  const data = await request.formData();
  const of = (name: keyof ExternalCreditFields) => formText(data, name).slice(0, 1_000);
  const values: ExternalCreditFields = {
    title: of('title'),
    provider: of('provider'),
    creditType: of('creditType'),
    amount: of('amount'),
    completedOn: of('completedOn')
  };
  const read = readExternalCredit(values, calendarDayOf(locals.now));
  const file = await readFile(data);
  const message = file && documentProblem(file.content);
  const problems = [...(read.ok ? [] : read.problem), ...(message ? [{ field: 'document', message }] : [])];
  const mediaType = file && mediaTypeOf(file.content);
  const document = file && mediaType ? { ...file, mediaType } : null;
  const credit = read.ok && problems.length === 0 ? read.value : null;
  return { values, problems, credit, document, entryId: readEntryId(data) };
}
