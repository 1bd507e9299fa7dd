import { isEditable } from '#lib/domain/question-bank/item-status.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { replaceDraftParts } from './draft-part-queries.ts';
import { readItemDraft } from './read-item-draft.ts';
import { insertAuthor, lockItem, selectOptionalNewestVersion } from './review-queries.ts';
import { copyLintOverrides, insertNextVersion } from './version-queries.ts';

export type StartInput = { itemId: string; actorId: string; now: Date };

type Started = { versionId: string; version: number; isNew: boolean };

type Newest = { id: string; version: number };

/** Copies a version into the next one; whoever starts it answers for it, and so cannot approve it. */
async function copyVersion(tx: Executor, from: Newest, { actorId, now }: StartInput): Promise<Started> {
  const earlier = await readItemDraft(tx, from.id);
  if (earlier === null) throw new Error(`There is no item version ${from.id}`);
  const next = { id: crypto.randomUUID(), version: from.version + 1 };
  await insertNextVersion(tx, { ...next, fromId: from.id, actorId, now });
  await replaceDraftParts(tx, next.id, earlier.draft);
  await copyLintOverrides(tx, from.id, next.id);
  await insertAuthor(tx, { itemVersionId: next.id, personId: actorId });
  return { versionId: next.id, version: next.version, isNew: true };
}

/**
 * Opens an item for writing: copies its newest version into a draft, or finds the draft that is open already. The live
 * version stays live until the next one is published. `under-review`: the newest version is being read; it is withdrawn
 * first.
 */
export async function startNextVersion(
  db: Executor,
  input: StartInput
): Promise<Result<Started, 'no-such-item' | 'under-review'>> {
  const { itemId, actorId, now } = input;
  return db.transaction(async (tx) => {
    if ((await lockItem(tx, itemId)) === null) return failure('no-such-item');
    const newest = await selectOptionalNewestVersion(tx, itemId);
    if (newest === null) return failure('no-such-item');
    if (isEditable(newest.status))
      return success({ versionId: newest.id, version: newest.version, isNew: false });
    if (newest.status === 'in-review' || newest.status === 'approved') return failure('under-review');
    const started = await copyVersion(tx, newest, input);
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'question-bank.start-next-version',
      subject: { kind: 'item-version', id: started.versionId },
      detail: { itemId, version: started.version }
    });
    return success(started);
  });
}
