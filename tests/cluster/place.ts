import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chownSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of the run's own, with the processes that work in it. */
export type Place = {
  folder: string;
  /** Writes a file that the server's user can read, and nobody else. */
  write: (name: string, text: string) => string;
  /** Makes a folder that belongs to the server's user. */
  makeFolder: (name: string) => string;
  /** Starts a program as the server's user; what it prints goes to a file of its name. */
  start: (name: string, command: string[], environment?: Record<string, string>) => ChildProcess;
  /** The end of what a program printed. */
  tail: (name: string) => string;
  /** Ends everything that works in the folder, and removes it. */
  remove: () => void;
};

const PREFIX = 'footnote-cluster-';

type User = { uid: number; gid: number };

/** PostgreSQL refuses to run as root: then everything runs as the user that its package made. */
function serverUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** A process as /proc tells of it; null: it has just ended. */
function readProcess(pid: number): { pid: number; parent: number; command: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [, parent = '0'] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { pid, parent: Number(parent), command };
  } catch {
    return null;
  }
}

/** The processes whose command names `what`, and all that they started. */
export function processesOf(what: string): number[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
  const found = new Set(
    all.filter(({ command, pid }) => command.includes(what) && pid !== process.pid).map(({ pid }) => pid)
  );
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { pid, parent } of all) if (found.has(parent)) found.add(pid);
  }
  return [...found];
}

/** Ends processes as a power cut would. */
export function killAll(pids: number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has just ended by itself.
    }
  }
}

/** A program that is killed may leave others a moment behind: those of PostgreSQL end when they see that it is gone. */
function endIn(folder: string): void {
  for (let look = 0; look < 5; look += 1) killAll(processesOf(folder));
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

/** Removes what a run left that was killed before it could. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      const owner = Number(readFileSync(join(folder, 'owner.pid'), 'utf8'));
      if (readProcess(owner) === null) endIn(folder);
    } catch {
      // Somebody else's, or being made at this moment.
    }
  }
}

/** Makes a place in the system's temporary folder. It is removed at the end of this process, whichever way that comes. */
export function makePlace(): Place {
  removeAbandoned();
  const user = serverUser();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  const own = (path: string) => {
    if (user) chownSync(path, user.uid, user.gid);
    return path;
  };
  own(folder);
  writeFileSync(join(folder, 'owner.pid'), String(process.pid));
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return own(path);
  };
  const makeFolder = (name: string) => {
    const path = join(folder, name);
    mkdirSync(path, { mode: 0o700 });
    return own(path);
  };
  const logOf = (name: string) => join(folder, `${name}.log`);
  const start: Place['start'] = (name, [program = '', ...words], environment = {}) => {
    const log = openSync(logOf(name), 'a', 0o600);
    const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', HOME: folder, ...environment };
    return spawn(program, words, { ...user, env, cwd: folder, stdio: ['ignore', log, log], detached: true });
  };
  const remove = () => {
    // The instances too, which know nothing of this folder.
    const children = readdirSync('/proc').flatMap((name) => readProcess(Number(name)) ?? []);
    killAll(children.flatMap(({ pid, parent }) => (parent === process.pid ? [pid] : [])));
    endIn(folder);
  };
  process.once('exit', remove);
  return { folder, write, makeFolder, start, tail: (name) => tailOf(logOf(name)), remove };
}

function tailOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').split('\n').slice(-30).join('\n');
  } catch {
    return '(it printed nothing)';
  }
}
