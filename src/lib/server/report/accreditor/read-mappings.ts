import { mappingDifferences } from '#lib/domain/report/mapping/mapping-differences.ts';
import type { MappingVersion } from '#lib/domain/report/mapping/report-mapping.ts';
import type { Executor } from '../../db/index.ts';
import { listMappingVersions, listNewestMappings, selectOptionalMapping } from './mapping-queries.ts';

/** The newest version of every mapping, by title. */
export async function readMappings(db: Executor): Promise<MappingVersion[]> {
  const newest = await listNewestMappings(db);
  return newest.toSorted((one, other) => one.mapping.title.localeCompare(other.mapping.title));
}

/** What no mapping is called never reaches the database. */
const isKey = (key: string) => /^[a-z0-9-]{1,80}$/.test(key);

/** The newest version of a mapping, or null. */
export async function readMapping(db: Executor, key: string): Promise<MappingVersion | null> {
  return isKey(key) ? selectOptionalMapping(db, key) : null;
}

/** All versions of a mapping, the newest first, each with what it changed; empty: there is no such mapping. */
export async function readMappingHistory(
  db: Executor,
  key: string
): Promise<(MappingVersion & { changes: string[] })[]> {
  const versions = isKey(key) ? await listMappingVersions(db, key) : [];
  return versions.map((version, index) => {
    const before = versions[index + 1];
    return { ...version, changes: before ? mappingDifferences(before.mapping, version.mapping) : [] };
  });
}
