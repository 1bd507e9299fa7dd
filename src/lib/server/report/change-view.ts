import { viewQuery, type CompletionView } from '#lib/domain/report/completion-view.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { hasViewNamed, updateSavedView } from './saved-view-queries.ts';

/** What is changed of a saved view: its name, who sees it, or what it shows. */
export type ViewChange =
  | { kind: 'rename'; name: string }
  | { kind: 'share'; isShared: boolean }
  | { kind: 'replace'; view: CompletionView };

type ChangeRequest = { id: string; change: ViewChange; actorId: string; now: Date };

function columnsOf(change: ViewChange) {
  switch (change.kind) {
    case 'rename':
      return { name: change.name };
    case 'share':
      return { isShared: change.isShared };
    case 'replace':
      return { query: viewQuery(change.view) };
    default:
      return change satisfies never;
  }
}

/** Changes a view of one's own. `unknown`: there is none of that id that belongs to who asks. */
export function changeView(
  db: Executor,
  { id, change, actorId, now }: ChangeRequest
): Promise<Result<null, 'unknown' | 'name-taken'>> {
  return db.transaction(async (tx) => {
    const which = { id, ownerId: actorId };
    if (change.kind === 'rename' && (await hasViewNamed(tx, { ...which, name: change.name })))
      return failure('name-taken');
    if (!(await updateSavedView(tx, which, { ...columnsOf(change), updatedAt: now })))
      return failure('unknown');
    const detail = change.kind === 'share' ? { isShared: change.isShared } : {};
    const subject = { kind: 'saved-view', id };
    await insertAuditEvent(tx, { at: now, actorId, action: `report.${change.kind}-view`, subject, detail });
    return success(null);
  });
}
