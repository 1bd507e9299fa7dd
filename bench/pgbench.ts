import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { postgresFolder } from '../tests/support/postgres-programs.ts';

/** What pgbench did: transactions, and how many of them a second. */
export type PgbenchRun = { transactions: number; perSecond: number };

const CLIENTS = 8;

function read(output: string): PgbenchRun {
  const transactions = /^number of transactions actually processed: (\d+)/m.exec(output)?.[1];
  const perSecond = /^tps = ([\d.]+) \(without/m.exec(output)?.[1];
  const failed = /^number of failed transactions: (\d+)/m.exec(output)?.[1];
  if (transactions === undefined || perSecond === undefined || failed !== '0')
    throw new Error(`pgbench said:\n${output}`);
  return { transactions: Number(transactions), perSecond: Number(perSecond) };
}

/** Runs a script of pgbench on the database, prepared, with eight clients, and with variables from the start. */
export async function runPgbench(
  databaseUrl: string,
  { script, variables, seconds }: { script: string; variables: Record<string, number>; seconds: number }
): Promise<PgbenchRun> {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-pgbench-'));
  const file = join(folder, 'script.sql');
  writeFileSync(file, script);
  const defined = Object.entries(variables).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
  const how = ['-n', '-M', 'prepared', '-c', String(CLIENTS), '-j', '2', '-T', String(seconds)];
  try {
    const program = join(postgresFolder(), 'pgbench');
    const { stdout } = await promisify(execFile)(program, [...how, ...defined, '-f', file, databaseUrl]);
    return read(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
