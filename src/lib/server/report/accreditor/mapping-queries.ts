import { asc, desc, eq } from 'drizzle-orm';
import type { MappingVersion } from '#lib/domain/report/mapping/report-mapping.ts';
import type { Executor } from '../../db/index.ts';
import { mappingVersions } from '../../db/schema/report-submission.ts';

const columns = {
  id: mappingVersions.id,
  key: mappingVersions.key,
  version: mappingVersions.version,
  mapping: mappingVersions.mapping,
  createdAt: mappingVersions.createdAt,
  createdBy: mappingVersions.createdBy
};

/** The newest version of every mapping, by key. */
export function listNewestMappings(db: Executor): Promise<MappingVersion[]> {
  return db
    .selectDistinctOn([mappingVersions.key], columns)
    .from(mappingVersions)
    .orderBy(asc(mappingVersions.key), desc(mappingVersions.version));
}

/** All versions of a mapping, the newest first. */
export function listMappingVersions(db: Executor, key: string): Promise<MappingVersion[]> {
  return db
    .select(columns)
    .from(mappingVersions)
    .where(eq(mappingVersions.key, key))
    .orderBy(desc(mappingVersions.version));
}

/** The newest version of a mapping, or null where there is none. */
export async function selectOptionalMapping(db: Executor, key: string): Promise<MappingVersion | null> {
  const [newest] = await listMappingVersions(db, key);
  return newest ?? null;
}

/** A version by its id. Throws where there is none. */
export async function selectMappingVersion(db: Executor, id: string): Promise<MappingVersion> {
  const [version] = await db.select(columns).from(mappingVersions).where(eq(mappingVersions.id, id));
  if (!version) throw new Error(`There is no version ${id} of a mapping.`);
  return version;
}

/** Writes the versions that are not there yet, and gives the ids of those. */
export async function insertMissingMappings(tx: Executor, versions: MappingVersion[]): Promise<string[]> {
  const rows = await tx
    .insert(mappingVersions)
    .values(versions)
    .onConflictDoNothing()
    .returning({ id: mappingVersions.id });
  return rows.map(({ id }) => id);
}
