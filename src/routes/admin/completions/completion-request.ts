import { error } from '@sveltejs/kit';
import { readPlace, type CompletionPlace } from '#lib/domain/report/completion-place.ts';
import {
  readCompletionView,
  type CompletionView,
  type ViewProblem
} from '#lib/domain/report/completion-view.ts';
import type { Result } from '#lib/domain/result.ts';

/** The view in an address. What no form of ours sends is answered with 400; what a person can mistake is a value. */
export function viewOf(url: URL): Result<CompletionView, ViewProblem[]> {
  const view = readCompletionView(url.searchParams);
  if (view.ok) return view;
  const malformed = view.problem.find((problem) => problem.malformed);
  if (malformed) error(400, `${malformed.message}.`);
  return view;
}

/** The page that an address asks for. */
export function placeOf(url: URL): CompletionPlace {
  const place = readPlace(url.searchParams);
  if (place === null) error(400, 'This link to a page of the report is not whole. Open the first page.');
  return place;
}
