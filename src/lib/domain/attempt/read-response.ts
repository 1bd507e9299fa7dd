import { tidyDecimal } from '../decimal.ts';
import type { PublicItem, PublicOption } from '../question-bank/public-item.ts';
import { failure, success, type Result } from '../result.ts';
import type { Response } from './response.ts';

export type ResponseProblem =
  | { kind: 'no-answer' }
  | { kind: 'choose-exactly'; count: number }
  | { kind: 'row-without-match'; option: string }
  | { kind: 'not-a-permutation' }
  | { kind: 'not-a-number' }
  | { kind: 'too-long'; most: number }
  | { kind: 'unknown-option' };

/** The longest text that is taken for a short response, in characters. */
const LONGEST_TEXT = 200;

type Read = Result<Response, ResponseProblem>;

const knows = (entries: PublicOption[], id: string) => entries.some((entry) => entry.id === id);

function readSingle(item: PublicItem, sent: string[]): Read {
  const [option, ...more] = sent;
  if (option === undefined) return failure({ kind: 'no-answer' });
  if (more.length > 0) return failure({ kind: 'choose-exactly', count: 1 });
  return knows(item.options, option)
    ? success({ type: 'single', option })
    : failure({ kind: 'unknown-option' });
}

function readMultiple(
  item: PublicItem & { type: 'single' | 'multiple' | 'true-false' },
  sent: string[]
): Read {
  const options = [...new Set(sent)];
  if (options.some((id) => !knows(item.options, id))) return failure({ kind: 'unknown-option' });
  if (options.length === 0) return failure({ kind: 'no-answer' });
  if (options.length !== item.select) return failure({ kind: 'choose-exactly', count: item.select });
  return success({ type: 'multiple', options });
}

function readMatching(item: PublicItem & { type: 'matching' }, fields: URLSearchParams): Read {
  const rows = item.options.map(({ id }) => ({ option: id, target: fields.get(`match-${id}`) ?? '' }));
  if (rows.every(({ target }) => target === '')) return failure({ kind: 'no-answer' });
  const empty = rows.find(({ target }) => target === '');
  if (empty) return failure({ kind: 'row-without-match', option: empty.option });
  if (rows.some(({ target }) => !knows(item.targets, target))) return failure({ kind: 'unknown-option' });
  return success({
    type: 'matching',
    matches: Object.fromEntries(rows.map(({ option, target }) => [option, target]))
  });
}

function readOrdering(item: PublicItem, fields: URLSearchParams): Read {
  const sent = item.options.map(({ id }) => ({ id, position: fields.get(`position-${id}`) ?? '' }));
  if (sent.every(({ position }) => position === '')) return failure({ kind: 'no-answer' });
  const order = item.options.map(
    (_, index) => sent.find(({ position }) => position === String(index + 1))?.id ?? ''
  );
  return order.includes('') ? failure({ kind: 'not-a-permutation' }) : success({ type: 'ordering', order });
}

function readTyped(item: PublicItem & { type: 'numeric' | 'short-text' }, sent: string): Read {
  const text = sent.replaceAll(/\s+/g, ' ').trim();
  if (text === '') return failure({ kind: 'no-answer' });
  if (text.length > LONGEST_TEXT) return failure({ kind: 'too-long', most: LONGEST_TEXT });
  if (item.type === 'short-text') return success({ type: 'short-text', text });
  const value = tidyDecimal(text);
  return value === null ? failure({ kind: 'not-a-number' }) : success({ type: 'numeric', value });
}

/**
 * Reads the fields of the question's form: `option` (radio, or a checkbox each), `match-<option>` (the target chosen in
 * that row), `position-<option>` (1 for the first), `response` (what was typed). All ids are shown ids, in and out.
 */
export function readResponse(fields: URLSearchParams, item: PublicItem): Result<Response, ResponseProblem> {
  switch (item.type) {
    case 'single':
    case 'true-false':
      return readSingle(item, fields.getAll('option'));
    case 'multiple':
      return readMultiple(item, fields.getAll('option'));
    case 'matching':
      return readMatching(item, fields);
    case 'ordering':
      return readOrdering(item, fields);
    case 'numeric':
    case 'short-text':
      return readTyped(item, fields.get('response') ?? '');
    default:
      return item satisfies never;
  }
}
