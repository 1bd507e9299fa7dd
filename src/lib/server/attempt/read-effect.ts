import type { Executor } from '../db/index.ts';
import { countAttemptsByVersion } from './count-attempts-by-version.ts';

/** How many attempts rest on an item version, which a later one does not change; null for no version. */
export async function readEffect(
  db: Executor,
  earlier: { versionId: string; version: number } | null
): Promise<{ version: number; attempts: number } | null> {
  if (earlier === null) return null;
  const counts = await countAttemptsByVersion(db, [earlier.versionId]);
  return { version: earlier.version, attempts: counts.get(earlier.versionId) ?? 0 };
}
