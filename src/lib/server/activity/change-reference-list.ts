import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import {
  listFirstMentions,
  listListed,
  replaceList,
  selectOptionalReferenceId
} from './activity-reference-queries.ts';
import { lockDraft } from './settings-queries.ts';
import { touchDraft } from './touch-draft.ts';

/** What is done to the list: `id` is that of a reference. */
export type ListChange =
  | { kind: 'add'; citationKey: string }
  | { kind: 'up' | 'down' | 'remove'; id: string }
  | { kind: 'renumber' };

export type ListProblem = 'no-draft' | 'not-in-library' | 'listed-already' | 'is-cited';

type Listed = Awaited<ReturnType<typeof listListed>>;

function moved(ids: string[], id: string, by: -1 | 1): string[] {
  const from = ids.indexOf(id);
  if (from === -1) return ids;
  const to = Math.min(Math.max(from + by, 0), ids.length - 1);
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
}

async function orderAfter(
  tx: Executor,
  { versionId, rows, change }: { versionId: string; rows: Listed; change: ListChange }
): Promise<Result<string[], ListProblem>> {
  const ids = rows.map(({ referenceId }) => referenceId);
  switch (change.kind) {
    case 'add': {
      const id = await selectOptionalReferenceId(tx, change.citationKey);
      if (id === null) return failure('not-in-library');
      return ids.includes(id) ? failure('listed-already') : success([...ids, id]);
    }
    case 'up':
      return success(moved(ids, change.id, -1));
    case 'down':
      return success(moved(ids, change.id, 1));
    case 'remove': {
      const row = rows.find(({ referenceId }) => referenceId === change.id);
      if (row && row.items + row.sections > 0) return failure('is-cited');
      return success(ids.filter((id) => id !== change.id));
    }
    case 'renumber': {
      const first = (await listFirstMentions(tx, versionId)).filter((id) => ids.includes(id));
      return success([...first, ...ids.filter((id) => !first.includes(id))]);
    }
    default:
      return change satisfies never;
  }
}

type Input = { activityVersionId: string; change: ListChange; actorId: string; now: Date };

/** Changes the numbered reference list of a draft. A reference that is cited stays on it. */
export function changeReferenceList(db: Executor, input: Input): Promise<Result<null, ListProblem>> {
  const { activityVersionId, change, actorId, now } = input;
  return db.transaction(async (tx) => {
    if (!(await lockDraft(tx, activityVersionId))) return failure('no-draft');
    const rows = await listListed(tx, activityVersionId);
    const order = await orderAfter(tx, { versionId: activityVersionId, rows, change });
    if (!order.ok) return order;
    await replaceList(tx, activityVersionId, order.value);
    await touchDraft(tx, { activityVersionId, actorId, now });
    const subject = { kind: 'activity-version', id: activityVersionId };
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'activity.change-reference-list',
      subject,
      detail: change
    });
    return success(null);
  });
}
