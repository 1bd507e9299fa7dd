import type { ParseArgsConfig } from 'node:util';
import type { Database, Executor } from '#lib/server/db/index.ts';
import type { Environment } from '#lib/server/environment.ts';

/** 0 done, 1 found problems in the data, 2 wrong usage. */
type ExitCode = 0 | 1 | 2;

/** What a command gets: flags and words as they were typed, and where to write. */
export type CommandInput = {
  db: Executor;
  database: Database;
  flags: Record<string, string | boolean | (string | boolean)[] | undefined>;
  words: string[];
  now: Date;
  environment: Environment;
};

/** What a command says: with --json `data` as one line of JSON, otherwise `text`, if any. */
export type CommandOutcome = { exitCode: ExitCode; text: string; data: unknown };

type Spoken = {
  /** What stands behind `npm run -s cli --`. */
  usage: string;
  summary: string;
  options: NonNullable<ParseArgsConfig['options']>;
  /** How many words stand behind the command's name. */
  words: number;
};

/** A command that works on the database. */
export type Command = Spoken & {
  /** The command itself says to which migration the database is brought, and when. Otherwise to the newest, before it. */
  migratesItself?: true;
  run: (input: CommandInput) => Promise<CommandOutcome>;
};

/** A command that reads files only: it runs beside a program that holds the database. */
export type FileCommand = Spoken & {
  check: (input: Pick<CommandInput, 'flags' | 'words'>) => Promise<CommandOutcome>;
};

/** The value of a text flag, or '' where it was not given. */
export function textFlag(flags: CommandInput['flags'], name: string): string {
  const value = flags[name];
  return typeof value === 'string' ? value : '';
}

/** The values of a text flag that may be given several times. */
export function textFlags(flags: CommandInput['flags'], name: string): string[] {
  const value = flags[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** Wrong usage: nothing was done. */
export function wrongUsage(text: string): CommandOutcome {
  return { exitCode: 2, text, data: { error: text } };
}

/** A number with its word: “1 event”, “2 events”. */
export const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
