import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import { lintItem } from '#lib/domain/question-bank/lint/lint-item.ts';
import { nextItemId } from '#lib/domain/question-bank/next-item-id.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { replaceDraftParts } from './draft-part-queries.ts';
import { findStorageProblems } from './find-storage-problems.ts';
import { readLintContext } from './lint-context.ts';
import { recordLint } from './record-lint.ts';
import { insertAuthor } from './review-queries.ts';
import { insertFirstVersion, insertItem, listExternalIds, lockBank } from './save-queries.ts';

export type NewItem = { bankId: string; draft: ItemDraft; actorId: string; now: Date };

type Created = { itemId: string; versionId: string; externalId: string };

async function insertDraft(tx: Executor, { draft, actorId, now }: NewItem, created: Created): Promise<void> {
  const { itemId, versionId } = created;
  await insertFirstVersion(tx, { versionId, itemId, draft, actorId, now });
  await replaceDraftParts(tx, versionId, draft);
  await insertAuthor(tx, { itemVersionId: versionId, personId: actorId });
  const findings = lintItem(draft, await readLintContext(tx, { itemId }));
  await recordLint(tx, { versionId, draft, findings });
}

/** Begins an item in a bank: the next free id of its own (`N01`, …) and a first draft with whatever is written so far. */
export async function createItem(
  db: Executor,
  input: NewItem
): Promise<Result<Created, { kind: 'no-such-bank' } | { kind: 'invalid'; problems: FieldProblem[] }>> {
  const { bankId, draft, actorId, now } = input;
  return db.transaction(async (tx) => {
    if ((await lockBank(tx, bankId)) === null) return failure({ kind: 'no-such-bank' });
    const problems = await findStorageProblems(tx, draft);
    if (problems.length > 0) return failure({ kind: 'invalid', problems });
    const externalId = nextItemId(await listExternalIds(tx, bankId));
    const created = { itemId: crypto.randomUUID(), versionId: crypto.randomUUID(), externalId };
    await insertItem(tx, { id: created.itemId, bankId, externalId, createdAt: now });
    await insertDraft(tx, input, created);
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'question-bank.create-item',
      subject: { kind: 'item', id: created.itemId },
      detail: { bankId, externalId, versionId: created.versionId }
    });
    return success(created);
  });
}
