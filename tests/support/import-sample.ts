import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Executor } from '#lib/server/db/index.ts';

const importer = resolve('src/lib/server/interchange/import-sample.ts');

/** Imports the sample activity, as the first start of the program does. */
export async function importSample(db: Executor): Promise<void> {
  if (!existsSync(importer)) return;
  const { importSampleIfEmpty } = await import(pathToFileURL(importer).href);
  await importSampleIfEmpty(db, { contentFolder: 'content', now: new Date('2026-12-01T00:00:00Z') });
}
