import type { ActivityFile } from '#lib/domain/report/activity-file.ts';
import type { Executor } from '../db/index.ts';
import { insertAuditEvent } from '../identity/audit.ts';
import { exportVersion } from '../interchange/export-activity.ts';
import { readActivityFile } from './read-activity-file.ts';

export type ActivityFileRequest = { activityId: string; actorId: string; now: Date };

/** The file, and the package of the newest released version by its paths, all read at one moment. */
export type ViewedFile = { file: ActivityFile; packageFiles: ReadonlyMap<string, string> };

/** The file for an admin; that it was looked at, or taken along, is kept. Null: no such activity, or none of it released. */
export function viewActivityFile(
  db: Executor,
  { activityId, actorId, now }: ActivityFileRequest,
  action: 'report.view-activity-file' | 'report.export-activity-file'
): Promise<ViewedFile | null> {
  const oneView = { isolationLevel: 'repeatable read' } as const;
  return db.transaction(async (tx) => {
    const file = await readActivityFile(tx, { activityId, now });
    if (file === null) return null;
    const newest = file.versions[0]?.activity.versionId;
    const isExport = action === 'report.export-activity-file';
    const packageFiles = (isExport && newest !== undefined && (await exportVersion(tx, newest))) || new Map();
    await insertAuditEvent(tx, { at: now, actorId, action, subject: { kind: 'activity', id: activityId } });
    return { file, packageFiles };
  }, oneView);
}
