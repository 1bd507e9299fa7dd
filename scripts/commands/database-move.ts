import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { moveDatabase, type Moved } from '#lib/server/backup/move-database.ts';
import { readMigration } from '#lib/server/db/bulk/migration-list.ts';
import { openDatabase } from '#lib/server/db/index.ts';
import { textFlag, wrongUsage, type Command, type CommandInput, type CommandOutcome } from '../command.ts';
import { agreement, auditLine, comparedTable, refused } from './load-words.ts';

const SIDES: [string, string] = ['here', 'there'];

const isAddress = (to: string) => URL.canParse(to) && /^postgres(ql)?:$/.test(new URL(to).protocol);

type Place = { databaseUrl: string | null; dataDir: string };

/** A database at an address of PostgreSQL, or an embedded one in a folder that is new. */
function placeOf(to: string, { environment }: CommandInput): Place | string {
  if (to === '') return 'Say with --to where everything goes: postgres://owner:password@host:5432/database';
  if (isAddress(to))
    return to === environment.databaseUrl ? 'That is where it is.' : { databaseUrl: to, dataDir: '' };
  if (resolve(to) === resolve(environment.dataDir) && environment.databaseUrl === null)
    return 'That is where it is.';
  if (existsSync(resolve(to, 'pglite'))) return `There is an embedded database in ${to} already.`;
  return { databaseUrl: null, dataDir: to };
}

const secretLine = ({ environment }: CommandInput) =>
  environment.databaseUrl === null && process.env['SIGNING_SECRET'] === undefined
    ? `Set SIGNING_SECRET to what stands in ${environment.dataDir}/signing-secret: what was sealed under it opens with it alone.`
    : 'Keep the SIGNING_SECRET that you have.';

function done(input: CommandInput, { compared, audit }: Moved, description: string): CommandOutcome {
  const text = [
    comparedTable(compared, SIDES),
    `Everything is at ${description} as well. ${agreement(compared)}`,
    auditLine(audit),
    'Here nothing was changed. Start the program with the new address, look around, and keep this one until you trust it.',
    secretLine(input)
  ].join('\n');
  return { exitCode: audit.fault === null ? 0 : 1, text, data: { compared, audit } };
}

async function run(input: CommandInput): Promise<CommandOutcome> {
  const { database: source, flags, environment, now } = input;
  const place = placeOf(textFlag(flags, 'to'), input);
  if (typeof place === 'string') return wrongUsage(place);
  const migration = await source.inBulk('read', (bulk) => readMigration(bulk, 'drizzle'));
  if (migration === null) return wrongUsage('There is nothing to move: this database was never used.');
  const target = await openDatabase(place);
  try {
    const secret = environment.signingSecret;
    const moved = await moveDatabase({ source, target, folder: 'drizzle', migration, secret, now });
    return moved.ok ? done(input, moved.value, target.description) : refused(moved.problem, SIDES);
  } finally {
    await target.close();
  }
}

/** Copies everything into another database, which the program then works on. */
export const databaseMove: Command = {
  usage: 'database move --to postgres://OWNER:PASSWORD@HOST/DATABASE|FOLDER',
  summary:
    'copies everything into an empty PostgreSQL database (or an embedded one in a new folder), counts and hashes every table on both sides, and changes nothing here; stop the program first',
  options: { to: { type: 'string' } },
  words: 0,
  migratesItself: true,
  run
};
