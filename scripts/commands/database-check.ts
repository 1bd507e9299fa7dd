import { inspectWall, type WallFinding } from '#lib/server/db/wall/inspect-wall.ts';
import type { Command, CommandInput, CommandOutcome } from '../command.ts';

const NO_WALL =
  'There is no second wall: the program signs in to the database with the rights of its owner, or the database is the embedded one. docs/operations-security.md says how to put it up on PostgreSQL (“Two roles”).';

const lineOf = ({ question, faults }: WallFinding) =>
  [`${faults.length === 0 ? 'yes' : 'NO '}  ${question}`, ...faults.map((fault) => `       ${fault}`)].join(
    '\n'
  );

async function run({ database, environment }: CommandInput): Promise<CommandOutcome> {
  const findings = environment.databaseUrl === null ? null : await inspectWall(database.db);
  if (findings === null)
    return { exitCode: 1, text: NO_WALL, data: { hasWall: false, error: NO_WALL, findings: [] } };
  const isWhole = findings.every(({ faults }) => faults.length === 0);
  const text = ['The role that the program signs in with:', ...findings.map(lineOf)].join('\n');
  return { exitCode: isWhole ? 0 : 1, text, data: { hasWall: true, isWhole, findings } };
}

/** Whether the program's roles in PostgreSQL are as little as they are meant to be. */
export const databaseCheck: Command = {
  usage: 'database check',
  summary:
    'brings the database up to date and says whether the program’s roles in it can do no more than they must',
  options: {},
  words: 0,
  run
};
