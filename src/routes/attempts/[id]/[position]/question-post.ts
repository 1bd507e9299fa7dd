import { error, type RequestEvent } from '@sveltejs/kit';
import { hasResponseFields, isResponseField } from '#lib/domain/attempt/response-draft.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { readPlace } from '../../attempt-request.ts';

type Event = Pick<RequestEvent<{ id: string; position: string }>, 'locals' | 'url' | 'params' | 'request'>;

export type QuestionPost = {
  attemptId: string;
  personId: string;
  position: number;
  fields: URLSearchParams;
  sequence: number;
  idempotencyKey: string;
};

/** The text fields of a posted form; files are left out. */
async function readFields(request: Request): Promise<URLSearchParams> {
  const fields = new URLSearchParams();
  for (const [name, value] of await request.formData()) {
    if (typeof value === 'string') fields.append(name, value);
  }
  return fields;
}

/** This page with what was chosen on it: who has to sign in first comes back to a form that is filled in as it was. */
function withChoice(url: URL, fields: URLSearchParams): URL {
  const back = new URL(url.pathname, url);
  if (!hasResponseFields(fields)) return back;
  for (const [name, value] of fields) if (isResponseField(name)) back.searchParams.append(name, value);
  return back;
}

/** The two hidden fields of a question's form, which are ours; null: other values. */
export function readSending(
  fields: URLSearchParams
): Pick<QuestionPost, 'sequence' | 'idempotencyKey'> | null {
  const sequence = fields.get('sequence') ?? '';
  const idempotencyKey = fields.get('key') ?? '';
  if (!/^[1-9]\d{0,8}$/.test(sequence) || !isUuid(idempotencyKey)) return null;
  return { sequence: Number(sequence), idempotencyKey: idempotencyKey.toLowerCase() };
}

/** A posted question form: who, which place, what was chosen. */
export async function readQuestionPost({ locals, url, params, request }: Event): Promise<QuestionPost> {
  const fields = await readFields(request);
  const place = readPlace({ locals, params, url: withChoice(url, fields) });
  const sending = readSending(fields);
  if (sending === null)
    error(400, 'This form is not complete. Go back, reload the page and send your answer again.');
  return { ...place, fields, ...sending };
}
