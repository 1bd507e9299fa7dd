import {
  identifierFields,
  type IdentifierFields,
  type ReportingIdentifiers
} from '#lib/domain/credit/reporting-identifiers.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { upsertIdentifiers } from './identifier-queries.ts';

/** Names of the fields that differ; the audit row holds no value of them. */
function changedFields(before: IdentifierFields, after: IdentifierFields): string[] {
  const was = new Map<string, string>(Object.entries(before));
  return Object.entries(after)
    .filter(([field, value]) => was.get(field) !== value)
    .map(([field]) => field);
}

type Change = { personId: string; known: ReportingIdentifiers; identifiers: ReportingIdentifiers; now: Date };

/**
 * Keeps what reports find a person by, where it differs from what is known. A part of changing the identifiers and of
 * claiming: call it inside their transaction, with the person locked.
 */
export async function keepIdentifiers(tx: Executor, change: Change): Promise<void> {
  const { personId, known, identifiers, now } = change;
  const changed = changedFields(identifierFields(known), identifierFields(identifiers));
  if (changed.length === 0) return;
  await upsertIdentifiers(tx, { personId, identifiers, now });
  const event = { at: now, actorId: personId, subject: { kind: 'person', id: personId } };
  await insertAuditEvent(tx, { ...event, action: 'credit.update-identifiers', detail: { changed } });
}
