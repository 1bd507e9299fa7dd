import { existsSync } from 'node:fs';
import { backUp } from '#lib/server/backup/back-up.ts';
import { readMigration } from '#lib/server/db/bulk/migration-list.ts';
import manifest from '../../package.json' with { type: 'json' };
import { textFlag, wrongUsage, type Command, type CommandInput, type CommandOutcome } from '../command.ts';

/** The secret is not in the file, and without it a part of what is restored cannot be opened. */
function alsoKeep({ environment }: CommandInput): string {
  const secret =
    environment.databaseUrl === null && process.env['SIGNING_SECRET'] === undefined
      ? `the file ${environment.dataDir}/signing-secret`
      : 'SIGNING_SECRET';
  return (
    `Keep apart from it, in another place: ${secret} (without it second factors by app, badge keys and the records of erased ` +
    'people cannot be opened), the heads of the audit log, and the list that “privacy erased” prints.'
  );
}

/** What the system says of a folder that is not there, is full, or may not be written to. */
const NOT_WRITTEN = ['EACCES', 'EDQUOT', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS'];

function notWritten(error: unknown): CommandOutcome {
  if (error instanceof Error && 'code' in error && NOT_WRITTEN.some((code) => code === error.code))
    return wrongUsage(
      `The backup cannot be written (${error.message}). Nothing is left of it; name another place.`
    );
  throw error;
}

type Target = { path: string; migration: string };

async function write(input: CommandInput, { path, migration }: Target): Promise<CommandOutcome> {
  const { database, now } = input;
  const start = performance.now();
  const { bytes, tables } = await backUp(database, { path, migration, program: manifest.version, now });
  const seconds = (performance.now() - start) / 1000;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const text = [
    `${path}: ${tables.length} tables, ${rows} rows, ${bytes} bytes, in ${seconds.toFixed(1)} s.`,
    'It is as sensitive as the database: only you may read it. “backup check FILE” says whether a copy of it is whole.',
    alsoKeep(input)
  ].join('\n');
  return { exitCode: 0, text, data: { path, migration, bytes, rows, seconds, tables } };
}

async function run(input: CommandInput): Promise<CommandOutcome> {
  const { database, flags } = input;
  const path = textFlag(flags, 'to');
  if (path === '') return wrongUsage('Say with --to FILE where the backup goes.');
  if (existsSync(path)) return wrongUsage(`There is a file ${path} already; a backup is never written over.`);
  const migration = await database.inBulk('read', (bulk) => readMigration(bulk, 'drizzle'));
  if (migration === null || migration === 'unknown')
    return wrongUsage('The database is further than this program. Update the program first.');
  return write(input, { path, migration }).catch(notWritten);
}

/** Writes the whole database into a file. */
export const backup: Command = {
  usage: 'backup --to FILE',
  summary:
    'writes the whole database into a file, from one moment, for either kind of database; on PostgreSQL the program may go on meanwhile',
  options: { to: { type: 'string' } },
  words: 0,
  run
};
