import type { AuthoredActivity } from '../activity/find-activity.ts';
import type { Executor } from '../db/index.ts';
import { exportActivity } from './export-activity.ts';
import { writePackageZip } from './write-package-zip.ts';

/** Which version goes out: the working copy, if there is one, or what learners see. */
export type ExportedVersion = 'newest' | 'live';

/** The version to be exported, or null where the activity has no such one. */
export const versionToExport = ({ draft, live }: AuthoredActivity, which: ExportedVersion) =>
  which === 'live' ? live : (draft ?? live);

/** An activity as a zip file with its name, or null where there is no such version. */
export async function exportPackage(
  db: Executor,
  { activity, which }: { activity: AuthoredActivity; which: ExportedVersion }
): Promise<{ fileName: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const version = versionToExport(activity, which);
  const files = version && (await exportActivity(db, version.versionId));
  if (!version || !files) return null;
  return { fileName: `${activity.slug}-${version.version}.zip`, bytes: writePackageZip(files) };
}
