import type { VersionHistory } from '#lib/domain/question-bank/item-history.ts';
import type { Executor } from '../db/index.ts';
import {
  listApprovalsOfItem,
  listAuthorsOfItem,
  listKeptDraftsOfItem,
  listVersions,
  selectOptionalItemName
} from './history-queries.ts';

type ItemHistory = {
  name: { externalId: string; bankTitle: string };
  /** The newest first. */
  versions: VersionHistory[];
};

/** All versions of an item with who did what and when; null where there is no such item. */
export async function readItemHistory(db: Executor, itemId: string): Promise<ItemHistory | null> {
  const name = await selectOptionalItemName(db, itemId);
  if (name === null) return null;
  const rows = await listVersions(db, itemId);
  const authors = await listAuthorsOfItem(db, itemId);
  const approvals = await listApprovalsOfItem(db, itemId);
  const kept = await listKeptDraftsOfItem(db, itemId);
  const versions = rows.map((row): VersionHistory => {
    const isOwn = ({ versionId }: { versionId: string }) => versionId === row.id;
    const { version, status, publishedAt, retiredAt } = row;
    return {
      ...{ versionId: row.id, version, status, publishedAt, retiredAt },
      startedBy: row.createdBy,
      startedAt: row.createdAt,
      authors: authors.filter(isOwn).map((author) => author.name),
      approvals: approvals.filter(isOwn).map((approval) => ({
        name: approval.kind === 'package' ? null : approval.name,
        at: approval.at,
        note: approval.note,
        isVoid: approval.revision !== row.revision
      })),
      kept: kept.filter(isOwn).map(({ id, reason, writtenBy, at }) => ({ id, reason, by: writtenBy, at }))
    };
  });
  return { name, versions };
}
