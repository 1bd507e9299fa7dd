import { failure, success, type Result } from '../result.ts';
import { isUuid } from '../uuid.ts';

/** Which part of a list a program asks for: how many, and after which record. */
export type PageOfApi = { after: string | null; limit: number };

const USUAL = 100;
const MOST = 1000;

/** Reads `limit` (1 to 1000, 100 where it is not given) and `after` (the id of a record) from an address. */
export function readPageOfApi(
  sent: URLSearchParams
): Result<PageOfApi, { field: string; message: string }[]> {
  const after = sent.get('after') ?? '';
  const typed = sent.get('limit') ?? String(USUAL);
  const limit = /^\d{1,4}$/.test(typed) ? Number(typed) : 0;
  const problems: { field: string; message: string }[] = [];
  if (after !== '' && !isUuid(after))
    problems.push({
      field: 'after',
      message: 'Enter the id of a record, as the last answer named it in next'
    });
  if (limit < 1 || limit > MOST)
    problems.push({ field: 'limit', message: `Enter a number of records from 1 to ${MOST}` });
  return problems.length > 0 ? failure(problems) : success({ after: after || null, limit });
}
