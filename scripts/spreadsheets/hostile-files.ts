import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCompletionView } from '#lib/domain/report/completion-view.ts';
import type { ExportFormat } from '#lib/domain/report/export-format.ts';
import { openDatabase, type Database } from '#lib/server/db/index.ts';
import { openExport } from '#lib/server/report/open-export.ts';
import { HOSTILE_NAMES, insertHostileCompletions } from '../../tests/support/hostile-completions.ts';
import { importSample } from '../../tests/support/import-sample.ts';

const COLUMNS = 'column=family_name&column=given_name&column=completed_on&column=items_correct&order=asc';

async function exported(database: Database, format: ExportFormat): Promise<Buffer> {
  const view = readCompletionView(new URLSearchParams(COLUMNS));
  if (!view.ok) throw new Error('The view cannot be read.');
  const opened = await openExport(database, { view: view.value, format, now: new Date() });
  if (!opened.ok) throw new Error(opened.problem);
  return Buffer.concat(await Array.fromAsync(opened.value.chunks));
}

/**
 * Writes `hostile.csv` and `hostile.xlsx` as the program exports them, and `control.csv` with the same names and no guard:
 * where that one has no formula, the check proves nothing.
 */
export async function writeHostileFiles(folder: string): Promise<void> {
  const dataDir = join(folder, 'data');
  await mkdir(dataDir);
  const database = await openDatabase({ databaseUrl: null, dataDir });
  try {
    await database.migrate('drizzle');
    await importSample(database.db);
    await insertHostileCompletions(database.db);
    await writeFile(join(folder, 'hostile.csv'), await exported(database, 'csv'));
    await writeFile(join(folder, 'hostile.xlsx'), await exported(database, 'xlsx'));
  } finally {
    await database.close();
  }
  const control = HOSTILE_NAMES.map((name) => `"${name.replaceAll('"', '""')}"\r\n`);
  await writeFile(join(folder, 'control.csv'), control.join(''));
}
