/**
 * `npm run drill:move [-- COMPLETIONS]`: the embedded database with so many completions (10,000 where nothing is said)
 * moves to a PostgreSQL server of its own, from there into a backup, and out of it into an embedded database again, each
 * by the command that an operator types. Every table is compared, older certificates are verified before and after, and
 * the audit log is gone through. Exits with 1 where anything differs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgresCluster } from '../tests/support/postgres-cluster.ts';
import { answersOf, fillEmbedded } from './move/drill-data.ts';
import { runCommand, type Ran } from './move/run-command.ts';

const completions = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(join(tmpdir(), 'footnote-drill-'));
const from = join(folder, 'from');
const back = join(folder, 'back');
const file = join(folder, 'drill.backup');
const secret = { SIGNING_SECRET: 'the secret of the drill, which is long enough' };

let failures = 0;

function say(what: string, isRight: boolean): void {
  if (!isRight) failures += 1;
  console.log(`${isRight ? 'ok  ' : 'FAIL'}  ${what}`);
}

function sayRun(what: string, { exitCode, seconds, peakMegabytes }: Ran): void {
  say(`${what}: ${seconds.toFixed(1)} s, at most ${peakMegabytes} MB of memory`, exitCode === 0);
}

const server = await startPostgresCluster();
try {
  const embedded = { DATA_DIR: from, ...secret };
  const made = await fillEmbedded(from, completions);
  console.log(`Made ${made.completions} completions in the embedded database.`);
  const before = await answersOf({ databaseUrl: null, dataDir: from });
  say(`${before.length} certificates verify in the embedded database`, before.length > 0);

  const moved = await runCommand(['database', 'move', '--to', server.url], embedded);
  console.log(moved.output);
  sayRun('database move to PostgreSQL', moved);
  const there = await answersOf({ databaseUrl: server.url, dataDir: '' });
  say('older certificates verify on PostgreSQL with the same answers', isSame(before, there));

  const onServer = { DATABASE_URL: server.url, ...secret };
  sayRun('backup on PostgreSQL', await runCommand(['backup', '--to', file], onServer));
  sayRun('backup check', await runCommand(['backup', 'check', file], onServer));
  sayRun(
    'restore into an embedded database',
    await runCommand(['restore', '--from', file], { DATA_DIR: back, ...secret })
  );
  const again = await answersOf({ databaseUrl: null, dataDir: back });
  say('older certificates verify after the restore with the same answers', isSame(before, again));
  const untouched = await answersOf({ databaseUrl: null, dataDir: from });
  say('the embedded database that everything came from is as it was', isSame(before, untouched));
} finally {
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
