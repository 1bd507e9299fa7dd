import { error, type RequestEvent } from '@sveltejs/kit';
import { hasResponseFields, isResponseField } from '#lib/domain/attempt/response-draft.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import type { Submitted } from '#lib/server/attempt/submit-response.ts';
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

/** A posted question form: who, which place, what was chosen. Its two hidden fields are ours, so other values are a 400. */
export async function readQuestionPost({ locals, url, params, request }: Event): Promise<QuestionPost> {
  const fields = await readFields(request);
  const place = readPlace({ locals, params, url: withChoice(url, fields) });
  const sequence = fields.get('sequence') ?? '';
  const idempotencyKey = fields.get('key') ?? '';
  if (!/^[1-9]\d{0,8}$/.test(sequence) || !isUuid(idempotencyKey)) {
    error(400, 'This form is not complete. Go back, reload the page and send your answer again.');
  }
  return { ...place, fields, sequence: Number(sequence), idempotencyKey: idempotencyKey.toLowerCase() };
}

/** Where to go on after a response was stored: to its feedback, back to the check, or to the next question. */
export function placeAfter(url: URL, at: QuestionPost & Submitted): string {
  const attempt = `/attempts/${at.attemptId}`;
  if (at.feedbackFollows) return `${attempt}/${at.position}#feedback`;
  const isLast = at.position >= at.itemsTotal || url.searchParams.get('from') === 'check';
  return `${attempt}/${isLast ? 'check' : at.position + 1}`;
}
