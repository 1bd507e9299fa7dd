import { parseArgs } from 'node:util';
import { openDatabase } from '#lib/server/db/index.ts';
import { installQueue } from '#lib/server/jobs/install-queue.ts';
import { parseEnvironment } from '#lib/server/environment.ts';
import { withSigningSecret } from '#lib/server/signing-secret.ts';
import { counted, wrongUsage, type Command, type CommandOutcome, type FileCommand } from './command.ts';
import { explainStartError } from './explain-start-error.ts';

/** Loaded when it is asked for: a command needs little of what all of them need. */
const COMMANDS = new Map<string, () => Promise<Command | FileCommand>>([
  ['activity export', async () => (await import('./commands/activity-export.ts')).activityExport],
  ['activity import', async () => (await import('./commands/activity-import.ts')).activityImport],
  ['audit verify', async () => (await import('./commands/audit-verify.ts')).auditVerify],
  ['backup', async () => (await import('./commands/backup.ts')).backup],
  ['backup check', async () => (await import('./commands/backup-check.ts')).backupCheck],
  ['completions export', async () => (await import('./commands/completions-export.ts')).completionsExport],
  ['database check', async () => (await import('./commands/database-check.ts')).databaseCheck],
  ['database move', async () => (await import('./commands/database-move.ts')).databaseMove],
  ['database partition', async () => (await import('./commands/database-partition.ts')).databasePartition],
  ['demo fill', async () => (await import('./commands/demo-fill.ts')).demoFill],
  ['items check', async () => (await import('./commands/items-check.ts')).itemsCheck],
  ['keys list', async () => (await import('./commands/keys.ts')).keysList],
  ['keys rotate', async () => (await import('./commands/keys.ts')).keysRotate],
  ['outcomes compute', async () => (await import('./commands/outcomes-compute.ts')).outcomesCompute],
  ['privacy erased', async () => (await import('./commands/privacy.ts')).privacyErased],
  ['privacy open-record', async () => (await import('./commands/privacy.ts')).privacyOpenRecord],
  ['privacy replay-erasures', async () => (await import('./commands/privacy.ts')).privacyReplayErasures],
  ['restore', async () => (await import('./commands/restore.ts')).restore],
  ['statistics compute', async () => (await import('./commands/statistics-compute.ts')).statisticsCompute],
  ['token create', async () => (await import('./commands/token.ts')).tokenCreate],
  ['token list', async () => (await import('./commands/token.ts')).tokenList],
  ['token revoke', async () => (await import('./commands/token.ts')).tokenRevoke],
  ['user create', async () => (await import('./commands/user-create.ts')).userCreate],
  [
    'user reset-second-factor',
    async () => (await import('./commands/user-reset-second-factor.ts')).userResetSecondFactor
  ],
  ['user set-password', async () => (await import('./commands/user-set-password.ts')).userSetPassword],
  ['user verify-email', async () => (await import('./commands/user-verify-email.ts')).userVerifyEmail]
]);

async function help(): Promise<string> {
  const commands = await Promise.all([...COMMANDS.values()].map((load) => load()));
  const lines = commands.map(({ usage, summary }) => `  ${usage}\n      ${summary}`);
  return `Usage: npm run -s cli -- COMMAND [--json]\n\n${lines.join('\n')}\n\nExit: 0 done, 1 problems in the data, 2 wrong usage.`;
}

/** The flags and words of a command line, or what is wrong with it. */
function parseWords({ options, words }: Command | FileCommand, line: string[]) {
  const all = { ...options, json: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: line, options: all, allowPositionals: true });
    if (positionals.length === words) return { flags: values, words: positionals };
    return `Expected ${counted(words, 'word')} behind the command, got ${positionals.length}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function say({ exitCode, text, data }: CommandOutcome, asJson: boolean): void {
  if (asJson) console.log(JSON.stringify(data));
  else if (text === '') return;
  else if (exitCode === 0) console.log(text);
  else console.error(text);
}

/** The command that a line begins with: of two words, or of one. */
function findCommand(line: string[]) {
  const [room = '', verb = '', ...rest] = line;
  const name = `${room} ${verb}`.trim();
  const load = COMMANDS.get(name);
  if (load !== undefined) return { load, rest, name };
  return { load: COMMANDS.get(room), rest: line.slice(1), name };
}

async function run(line: string[]): Promise<CommandOutcome> {
  const { load, rest, name } = findCommand(line);
  if (load === undefined) return wrongUsage(`There is no command “${name}”.\n\n${await help()}`);
  const command = await load();
  const parsed = parseWords(command, rest);
  if (typeof parsed === 'string') return wrongUsage(`${parsed}\nUsage: ${command.usage}`);
  if ('check' in command) return command.check(parsed);
  const environment = parseEnvironment(process.env);
  const database = await openDatabase(environment);
  try {
    if (command.migratesItself !== true) await database.migrate('drizzle', installQueue);
    const input = { database, db: database.db, now: new Date(), environment: withSigningSecret(environment) };
    return await command.run({ ...input, ...parsed });
  } finally {
    await database.close();
  }
}

const line = process.argv.slice(2);
const asJson = line.includes('--json');
if (line.length === 0 || line[0] === 'help' || line.includes('--help')) {
  console.log(await help());
  process.exitCode = line.length === 0 ? 2 : 0;
} else {
  try {
    const outcome = await run(line);
    say(outcome, asJson);
    process.exitCode = outcome.exitCode;
  } catch (error) {
    const message = explainStartError(error);
    if (message === null) throw error;
    say({ exitCode: 2, text: message, data: { error: message } }, asJson);
    process.exitCode = 2;
  }
}
