import { randomUUID } from 'node:crypto';
import { viewQuery, type CompletionView } from '#lib/domain/report/completion-view.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertSavedView } from './saved-view-queries.ts';

type SaveRequest = { view: CompletionView; name: string; isShared: boolean; actorId: string; now: Date };

/** Keeps a view under a new name. Its id, or why not. */
export function saveView(
  db: Executor,
  { view, name, isShared, actorId, now }: SaveRequest
): Promise<Result<string, 'name-taken'>> {
  return db.transaction(async (tx) => {
    const id = randomUUID();
    const row = {
      id,
      ownerId: actorId,
      name,
      isShared,
      query: viewQuery(view),
      createdAt: now,
      updatedAt: now
    };
    if (!(await insertSavedView(tx, row))) return failure('name-taken');
    const subject = { kind: 'saved-view', id };
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'report.save-view',
      subject,
      detail: { isShared }
    });
    return success(id);
  });
}
