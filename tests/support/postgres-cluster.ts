import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { postgresFolder } from './postgres-programs.ts';

/** A PostgreSQL server on which tests may create databases. */
export type PostgresServer = {
  /** Address of its maintenance database, as a user who may create databases. */
  url: string;
  stop: () => void;
};

const PREFIX = 'footnote-postgres-';

/** PostgreSQL refuses to run as root: then its programs run as the user that the package made. */
export function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Runs one of PostgreSQL's programs as the user that it wants. */
export function run(program: string, words: string[], folder: string): void {
  // No pipes: the server would inherit them, and the call would wait for it for ever.
  execFileSync(join(postgresFolder(), program), words, {
    ...serverUser(),
    cwd: folder,
    stdio: 'ignore',
    env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' }
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Stops what runs in the folder of a cluster, and removes the folder. */
export function remove(folder: string): void {
  try {
    run('pg_ctl', ['-D', join(folder, 'data'), '-m', 'immediate', '-w', 'stop'], folder);
  } catch {
    // It was not running; the folder is all that there is to remove.
  }
  rmSync(folder, { recursive: true, force: true });
}

/** Removes clusters whose test run was killed before it could stop them. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      const owner = Number(readFileSync(join(folder, 'owner.pid'), 'utf8'));
      if (!isAlive(owner)) remove(folder);
    } catch {
      // Somebody else's, or being made at this moment.
    }
  }
}

/** A folder for a cluster; who made it stands in it, so that a later run can remove it. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, 'owner.pid'), String(process.pid));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  const user = serverUser();
  if (user) for (const path of [folder, data]) chownSync(path, user.uid, user.gid);
  return folder;
}

/** A server of our own, which can also be taken down and brought up again. */
export type PostgresCluster = PostgresServer & {
  /** Takes it down as a crash would: every connection is lost, and nobody says goodbye. */
  crash: () => void;
  /** Brings it up again. */
  restart: () => void;
};

/**
 * Starts a cluster of our own in the system's temporary folder, on a free port of 127.0.0.1. `settings` win over the
 * usual ones: tests do without `fsync`, what measures or breaks the database does not.
 */
export async function startPostgresCluster(settings: Record<string, string> = {}): Promise<PostgresCluster> {
  removeAbandoned();
  const port = await freePort();
  postgresFolder();
  const folder = makeFolder();
  const data = join(folder, 'data');
  run(
    'initdb',
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    folder
  );
  const all = { fsync: 'off', max_connections: '120', ...settings };
  const chosen = Object.entries(all).map(([name, value]) => `-c ${name}=${value}`);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' ${chosen.join(' ')}`;
  const control = (...words: string[]) => run('pg_ctl', ['-D', data, '-w', '-t', '60', ...words], folder);
  const start = () => control('-l', join(folder, 'log'), '-o', options, 'start');
  start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: () => remove(folder),
    crash: () => control('-m', 'immediate', 'stop'),
    restart: start
  };
}
