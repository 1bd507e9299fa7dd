import type { Executor } from '#lib/server/db/index.ts';
import { importSampleIfEmpty } from '#lib/server/interchange/import-sample.ts';

/** Imports the sample activity, as the first start of the program does. */
export async function importSample(db: Executor): Promise<void> {
  const imported = await importSampleIfEmpty(db, {
    contentFolder: 'content',
    now: new Date('2026-12-01T00:00:00Z')
  });
  if (!imported) throw new Error('The sample activity was not imported: the database was not empty.');
}
