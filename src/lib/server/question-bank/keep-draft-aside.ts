import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertKeptDraft } from './kept-draft-queries.ts';

type Aside = { versionId: string; baseRevision: number; draft: ItemDraft; actorId: string; now: Date };

/** Keeps a draft whose author takes the other person's text instead; the version stays as it is. */
export async function keepDraftAside(
  db: Executor,
  { versionId, baseRevision, draft, actorId, now }: Aside
): Promise<void> {
  await db.transaction(async (tx) => {
    await insertKeptDraft(tx, {
      itemVersionId: versionId,
      revision: baseRevision,
      reason: 'set-aside',
      draft,
      writtenBy: actorId,
      keptAt: now
    });
    await insertAuditEvent(tx, {
      at: now,
      actorId,
      action: 'question-bank.keep-draft-aside',
      subject: { kind: 'item-version', id: versionId },
      detail: { baseRevision }
    });
  });
}
