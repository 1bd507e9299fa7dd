import type { CompletionEvidence } from '#lib/domain/report/evidence/completion-evidence.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { readEvidence } from './read-evidence.ts';

export type EvidenceRequest = { completionId: string; actorId: string; now: Date };

/** The evidence for an admin, all read at one moment; that it was looked at, or taken along, is kept. Null: no such completion. */
export function viewEvidence(
  db: Executor,
  { completionId, actorId, now }: EvidenceRequest,
  action: 'report.view-evidence' | 'report.export-evidence' = 'report.view-evidence'
): Promise<CompletionEvidence | null> {
  const oneView = { isolationLevel: 'repeatable read' } as const;
  return db.transaction(async (tx) => {
    const evidence = await readEvidence(tx, completionId);
    if (evidence === null) return null;
    const subject = { kind: 'completion', id: completionId };
    await insertAuditEvent(tx, { at: now, actorId, action, subject });
    return evidence;
  }, oneView);
}
