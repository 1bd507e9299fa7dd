import { parseArgs } from 'node:util';
import { openDatabase } from '#lib/server/db/index.ts';
import { parseEnvironment } from '#lib/server/environment.ts';
import { withSigningSecret } from '#lib/server/signing-secret.ts';
import { wrongUsage, type Command, type CommandOutcome, type FileCommand } from './command.ts';
import { activityExport } from './commands/activity-export.ts';
import { activityImport } from './commands/activity-import.ts';
import { completionsExport } from './commands/completions-export.ts';
import { demoFill } from './commands/demo-fill.ts';
import { itemsCheck } from './commands/items-check.ts';
import { keysList, keysRotate } from './commands/keys.ts';
import { outcomesCompute } from './commands/outcomes-compute.ts';
import { statisticsCompute } from './commands/statistics-compute.ts';
import { tokenCreate, tokenList, tokenRevoke } from './commands/token.ts';
import { userCreate } from './commands/user-create.ts';
import { explainStartError } from './explain-start-error.ts';

const COMMANDS = new Map<string, Command | FileCommand>([
  ['activity export', activityExport],
  ['activity import', activityImport],
  ['completions export', completionsExport],
  ['demo fill', demoFill],
  ['items check', itemsCheck],
  ['keys list', keysList],
  ['keys rotate', keysRotate],
  ['outcomes compute', outcomesCompute],
  ['statistics compute', statisticsCompute],
  ['token create', tokenCreate],
  ['token list', tokenList],
  ['token revoke', tokenRevoke],
  ['user create', userCreate]
]);

function help(): string {
  const lines = [...COMMANDS.values()].map(({ usage, summary }) => `  ${usage}\n      ${summary}`);
  return `Usage: npm run -s cli -- COMMAND [--json]\n\n${lines.join('\n')}\n\nExit: 0 done, 1 problems in the data, 2 wrong usage.`;
}

/** The flags and words of a command line, or what is wrong with it. */
function parseWords({ options, words }: Command | FileCommand, line: string[]) {
  const all = { ...options, json: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: line, options: all, allowPositionals: true });
    if (positionals.length === words) return { flags: values, words: positionals };
    return `Expected ${words} word(s) behind the command, got ${positionals.length}`;
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

async function run(line: string[]): Promise<CommandOutcome> {
  const [room = '', verb = '', ...rest] = line;
  const command = COMMANDS.get(`${room} ${verb}`);
  if (command === undefined)
    return wrongUsage(`There is no command “${`${room} ${verb}`.trim()}”.\n\n${help()}`);
  const parsed = parseWords(command, rest);
  if (typeof parsed === 'string') return wrongUsage(`${parsed}\nUsage: ${command.usage}`);
  if ('check' in command) return command.check(parsed);
  const environment = parseEnvironment(process.env);
  const database = await openDatabase(environment);
  try {
    await database.migrate('drizzle');
    const input = { database, db: database.db, now: new Date(), environment: withSigningSecret(environment) };
    return await command.run({ ...input, ...parsed });
  } finally {
    await database.close();
  }
}

const line = process.argv.slice(2);
const asJson = line.includes('--json');
if (line.length === 0 || line[0] === '--help') {
  console.log(help());
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
