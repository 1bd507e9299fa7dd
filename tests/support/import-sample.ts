import type { Executor } from '#lib/server/db/index.ts';
import { seedCreditRules } from '#lib/server/accreditation/seed-credit-rules.ts';
import { importSampleIfEmpty } from '#lib/server/interchange/import-sample.ts';
import { seedMappings } from '#lib/server/report/accreditor/seed-mappings.ts';

/** Brings credit rules and mappings, and imports the sample activity, as the first start of the program does. */
export async function importSample(db: Executor): Promise<void> {
  const now = new Date('2026-12-01T00:00:00Z');
  await seedCreditRules(db, now);
  await seedMappings(db, now);
  const imported = await importSampleIfEmpty(db, { contentFolder: 'content', now });
  if (!imported) throw new Error('The sample activity was not imported: the database was not empty.');
}
