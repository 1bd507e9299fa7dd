import { pageQuery, type CompletionsPage } from '#lib/domain/report/completions-page.ts';
import type { Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { listCompletions, type CompletionList } from './list-completions.ts';

type ShowRequest = { page: CompletionsPage; actorId: string; now: Date };

/** The page's address for the record: the audit holds no names, so a name that was looked for is left out. */
function withoutNames(page: CompletionsPage): { query: string; searchedName: boolean } {
  const { filter } = page.view;
  const view = { ...page.view, filter: { ...filter, name: [] } };
  return { query: pageQuery({ ...page, view }), searchedName: filter.name.length > 0 };
}

/**
 * A page of the report with names, addresses and licenses. Who looked at which page of which view is on record before
 * anything of it is shown.
 */
export function showNames(
  db: Executor,
  { page, actorId, now }: ShowRequest
): Promise<Result<CompletionList, 'too-slow'>> {
  return db.transaction(async (tx) => {
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'report.show-names',
      subject: { kind: 'report', id: 'completions' },
      detail: withoutNames(page)
    });
    return listCompletions(tx, { ...page, isShown: true });
  });
}
