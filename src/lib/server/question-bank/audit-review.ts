import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';

type ReviewEvent = {
  action: 'submit-for-review' | 'withdraw-from-review' | 'ask-for-changes' | 'approve' | 'publish' | 'retire';
  version: { id: string; itemId: string; version: number };
  /** The revision that it is about. */
  revision: number;
  actorId: string;
  now: Date;
  detail?: Record<string, unknown>;
};

/** The audit row of a step in the life of an item version. */
export async function auditReview(tx: Executor, event: ReviewEvent): Promise<void> {
  const { action, version, revision, actorId, now, detail } = event;
  await insertAuditEvent(tx, {
    at: now,
    actorId,
    action: `question-bank.${action}`,
    subject: { kind: 'item-version', id: version.id },
    detail: { itemId: version.itemId, version: version.version, revision, ...detail }
  });
}
