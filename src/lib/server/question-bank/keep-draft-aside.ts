import type { ItemDraft } from '#lib/domain/question-bank/item-draft.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { insertKeptDraft } from './kept-draft-queries.ts';
import { lockVersion } from './review-queries.ts';
import { updateTags } from './save-queries.ts';

type Aside = {
  versionId: string;
  baseRevision: number;
  draft: ItemDraft;
  /** What the author changed of the item's tags: tags are no text that the other person's replaces. */
  tags: { added: string[]; removed: string[] };
  actorId: string;
  now: Date;
};

/** Keeps a draft whose author takes the other person's text instead; the version stays as it is, the tags change. */
export async function keepDraftAside(
  db: Executor,
  { versionId, baseRevision, draft, tags, actorId, now }: Aside
): Promise<void> {
  await db.transaction(async (tx) => {
    const version = await lockVersion(tx, versionId);
    if (version === null) throw new Error(`There is no item version ${versionId}`);
    await updateTags(tx, version.itemId, tags);
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
