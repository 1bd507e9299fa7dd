import { toAuditEntry, type AuditEntry } from '#lib/domain/report/audit/audit-entry.ts';
import type { AuditFilter } from '#lib/domain/report/audit/audit-filter.ts';
import type { Executor } from '../../db/index.ts';
import { listAuditEvents } from './audit-queries.ts';

const PAGE_SIZE = 50;

/** A page of the log, the newest first, and behind which id the next one begins; null: there is none. */
export type AuditPage = { entries: AuditEntry[]; older: number | null };

/** The events of a filter, from behind the one with the id `older`; 0: from the newest on. */
export async function readAuditPage(
  db: Executor,
  request: { filter: AuditFilter; older: number }
): Promise<AuditPage> {
  const found = await listAuditEvents(db, { ...request, limit: PAGE_SIZE + 1 });
  const shown = found.slice(0, PAGE_SIZE);
  return {
    entries: shown.map(toAuditEntry),
    older: found.length > PAGE_SIZE ? (shown.at(-1)?.id ?? null) : null
  };
}
