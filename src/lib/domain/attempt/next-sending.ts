import { isResponseField } from './response-draft.ts';

const responseIn = (fields: URLSearchParams): string =>
  [...fields]
    .filter(([name]) => isResponseField(name))
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join('&');

/** Whether two forms of one question carry the same response, whatever their sequence. */
const isSameSending = (one: URLSearchParams, other: URLSearchParams): boolean =>
  responseIn(one) === responseIn(other);

/**
 * Whether a form shows another response, still to be sent, than the one that was just stored. In practice the first one
 * stands, whatever was chosen while it was on its way.
 */
export const holdsAnother = (
  { kind, fields }: { kind: string | undefined; fields: URLSearchParams },
  stored: URLSearchParams
): boolean => kind !== 'practice' && !isSameSending(fields, stored);

const sequenceOf = (fields: URLSearchParams): number => Number(fields.get('sequence') ?? 0);

/**
 * What a browser sends for a question, given what it sent before and nobody acknowledged: the very same again where the
 * response is the same, so that it counts once; another one under a key of its own and a higher sequence, so that it
 * stands whether or not the first has arrived.
 */
export function nextSending(
  form: URLSearchParams,
  waiting: URLSearchParams | null,
  key: string
): URLSearchParams {
  if (!waiting) return form;
  if (isSameSending(form, waiting)) return waiting;
  const next = new URLSearchParams(form);
  next.set('sequence', String(Math.max(sequenceOf(form), sequenceOf(waiting) + 1)));
  next.set('key', key);
  return next;
}
