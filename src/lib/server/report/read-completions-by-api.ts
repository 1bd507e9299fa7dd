import { viewQuery, type CompletionView } from '#lib/domain/report/completion-view.ts';
import { withoutNames } from '#lib/domain/report/without-names.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import type { TokenHolder } from '../identity/find-api-token.ts';
import { listPageIds, listRecords, type CompletionRecord } from './api-record-queries.ts';
import { listNamedIds } from './matching-queries.ts';
import { selectOptionalKey } from './queries.ts';

type Request = {
  view: CompletionView;
  /** The last completion of the page before; null: the first page. */
  after: string | null;
  limit: number;
  holder: TokenHolder;
  now: Date;
};

/** A page of records, and the completion after which the next one begins; null on the last one. */
export type CompletionPageByApi = { completions: CompletionRecord[]; next: string | null };

/** A page of the report for a program. That it was read is on record: who, by which token, which view, how many. */
export function readCompletionsByApi(db: Executor, request: Request): Promise<CompletionPageByApi> {
  const { view, after, limit, holder, now } = request;
  return db.transaction(async (tx) => {
    const beyond = after === null ? null : await selectOptionalKey(tx, after);
    const named = await listNamedIds(tx, view.filter);
    const ids = await listPageIds(tx, { ...view, ids: named, beyond, limit: limit + 1, only: null });
    const shown = ids.slice(0, limit);
    const completions = shown.length > 0 ? await listRecords(tx, view, shown) : [];
    await insertAuditEvent(tx, {
      at: now,
      actorId: holder.ownerId,
      action: 'report.read-completions',
      subject: { kind: 'api-token', id: holder.tokenId },
      detail: { ...withoutNames(viewQuery(view)), rows: completions.length }
    });
    return { completions, next: ids.length > limit ? (shown.at(-1) ?? null) : null };
  });
}
