import type { Preflight } from '#lib/domain/report/mapping/preflight.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { readPreflight, type PreflightRequest } from './read-preflight.ts';

/** The pre-flight with the personal data of its first rows; who saw them is on record. */
export async function showPreview(
  db: Executor,
  { actorId, ...request }: Omit<PreflightRequest, 'shown'> & { actorId: string }
): Promise<Preflight> {
  const preflight = await readPreflight(db, { ...request, shown: true });
  await insertAuditEvent(db, {
    at: request.now,
    actorId,
    action: 'report.show-preview',
    subject: { kind: 'mapping-version', id: request.version.id },
    detail: { rows: preflight.preview.length }
  });
  return preflight;
}
