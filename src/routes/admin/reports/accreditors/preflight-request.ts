import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { viewQuery, WHOLE_VIEW, type CompletionView } from '#lib/domain/report/completion-view.ts';
import { isFaultKind } from '#lib/domain/report/mapping/fault-kinds.ts';
import { readMapping } from '#lib/server/report/accreditor/read-mappings.ts';
import { requireRole } from '../../../guard.ts';
import { viewOf } from '../../completions/completion-request.ts';

/** The completions of the view alone: columns and order are those of the mapping. */
const onlyFilter = ({ filter }: CompletionView): CompletionView => ({ ...WHOLE_VIEW, filter });

/** Where the form without a chosen file goes back to, with its days; null where one is chosen. */
export function backToChoice({ searchParams, search }: URL): string | null {
  return searchParams.get('mapping') === '' ? `/admin/reports/accreditors${search}` : null;
}

/** Which file of which completions an address asks for, by an admin. */
export async function preflightOf(event: Pick<RequestEvent, 'locals' | 'url'>) {
  const { id: actorId } = requireRole(event, 'admin');
  const { searchParams } = event.url;
  const back = backToChoice(event.url);
  if (back !== null) redirect(303, back);
  const version = await readMapping(event.locals.db, searchParams.get('mapping') ?? 'pars-learners');
  if (version?.mapping.subject !== 'completion') error(404, 'We cannot find that page.');
  const read = viewOf(event.url);
  const problems = read.ok ? [] : read.problem;
  const view = onlyFilter(read.ok ? read.value : WHOLE_VIEW);
  const kind = searchParams.get('fault') ?? '';
  const page = Math.min(100_000, Math.max(1, Number.parseInt(searchParams.get('page') ?? '', 10) || 1));
  const { now } = event.locals;
  return {
    actorId,
    problems,
    query: viewQuery(view),
    request: { version, filter: view.filter, kind: isFaultKind(kind) ? kind : null, page, now }
  };
}
