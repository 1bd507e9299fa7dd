import { error } from '@sveltejs/kit';
import { readPlace, type CompletionPlace } from '#lib/domain/report/completion-place.ts';
import {
  readCompletionView,
  WHOLE_VIEW,
  type CompletionView,
  type ViewProblem
} from '#lib/domain/report/completion-view.ts';
import { readPageChoices, type CompletionsPage } from '#lib/domain/report/completions-page.ts';
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
function placeOf(url: URL): CompletionPlace {
  const place = readPlace(url.searchParams);
  if (place === null) error(400, 'This link to a page of the report is not whole. Open the first page.');
  return place;
}

/** All that an address says of the page; where its view is mistaken, every completion and what is wrong. */
export function pageOf(url: URL): { page: CompletionsPage; problems: ViewProblem[] } {
  const view = viewOf(url);
  const page = { ...readPageChoices(url.searchParams), place: placeOf(url) };
  if (view.ok) return { page: { ...page, view: view.value }, problems: [] };
  return { page: { ...page, view: WHOLE_VIEW }, problems: view.problem };
}
