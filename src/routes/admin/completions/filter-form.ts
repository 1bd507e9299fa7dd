import { redirect } from '@sveltejs/kit';
import { readCompletionView, type ViewProblem } from '#lib/domain/report/completion-view.ts';
import { pageHref, type CompletionsPage } from '#lib/domain/report/completions-page.ts';
import {
  additionInAddress,
  controlOf,
  controlOfField,
  readFilterAddition,
  withAddition,
  type FilterAddition
} from '#lib/domain/report/filter-addition.ts';

/** The form "Add filter" as it was sent, with what is wrong with it; null: it was not. */
export type FilterForm = { typed: FilterAddition | null; problems: { field: string; message: string }[] };

const atControls = (problems: ViewProblem[]) =>
  problems.map(({ field, message }) => ({ field: controlOfField(field), message }));

/**
 * Adds the filter that was sent and leads to the page with it, under its one address; or says what is wrong. A filter that
 * was mistaken in the address itself comes back in the form as well.
 */
export function takeFilterForm(
  url: URL,
  { page, problems }: { page: CompletionsPage; problems: ViewProblem[] }
): FilterForm {
  const typed = readFilterAddition(url.searchParams);
  if (typed === null) {
    const [first] = problems;
    return {
      typed: first ? additionInAddress(url.searchParams, first.field) : null,
      problems: atControls(problems)
    };
  }
  const added = withAddition(url.searchParams, typed);
  if (added === null)
    return {
      typed,
      problems: [{ field: controlOf(typed.kind), message: 'Choose or enter what to filter by' }]
    };
  const view = readCompletionView(added);
  if (view.ok) redirect(303, pageHref(page, { view: view.value }));
  return { typed, problems: atControls(view.problem) };
}
