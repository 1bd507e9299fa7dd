import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Executor } from '#lib/server/db/index.ts';

/**
 * Puts the sample under an accredited provider, whose dates count (2026-12-01 to 2029-11-30). Call it before anything
 * reads the activity: what was published is kept in memory, since outside of tests it cannot change.
 */
export async function accreditSample(db: Executor): Promise<void> {
  const id = randomUUID();
  await db.execute(sql`insert into accreditation_statements (id, mode, label, statement, provider_name, created_at)
    values (${id}, 'accredited', 'Accredited', 'A statement of the provider.', 'Example University', now())`);
  await db.execute(sql`alter table activity_versions disable trigger activity_versions_guard`);
  await db.execute(sql`update activity_versions set accreditation_statement_id = ${id}`);
  await db.execute(sql`alter table activity_versions enable trigger activity_versions_guard`);
}
