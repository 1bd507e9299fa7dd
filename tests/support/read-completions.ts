import type { CompletionPlace } from '#lib/domain/report/completion-place.ts';
import { readCompletionView } from '#lib/domain/report/completion-view.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { listCompletions, type CompletionList } from '#lib/server/report/list-completions.ts';

/** A page of the report for a query of its address, with names; the first one if nothing is said. */
export async function readCompletions(
  db: Executor,
  query: string,
  place: CompletionPlace | null = null
): Promise<CompletionList> {
  const view = readCompletionView(new URLSearchParams(query));
  if (!view.ok) throw new Error(JSON.stringify(view.problem));
  const list = await listCompletions(db, {
    view: view.value,
    place: place ?? { kind: 'first' },
    isCountExact: false,
    isShown: true
  });
  if (!list.ok) throw new Error(list.problem);
  return list.value;
}
