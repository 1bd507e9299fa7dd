import { error } from '@sveltejs/kit';
import type { CompletionCursor } from '#lib/domain/report/completion-cursor.ts';
import { readCursor } from '#lib/domain/report/completion-cursor.ts';
import {
  readCompletionFilter,
  type CompletionFilter,
  type FilterProblem
} from '#lib/domain/report/completion-filter.ts';
import type { Result } from '#lib/domain/result.ts';

/** The filter in an address. What no form of ours sends is answered with 400; what a person can mistake is a value. */
export function filterOf(url: URL): Result<CompletionFilter, FilterProblem[]> {
  const filter = readCompletionFilter((field) => url.searchParams.get(field));
  if (filter.ok) return filter;
  const malformed = filter.problem.find((problem) => problem.malformed);
  if (malformed) error(400, `${malformed.message}.`);
  return filter;
}

/** Where the page begins that an address asks for; null: at the first row. */
export function cursorOf(url: URL): CompletionCursor | null {
  const word = url.searchParams.get('after');
  if (word === null || word === '') return null;
  const cursor = readCursor(word);
  if (cursor === null) error(400, 'This link to a page of the report is not whole. Open the first page.');
  return cursor;
}
