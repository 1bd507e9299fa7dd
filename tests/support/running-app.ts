import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { giveToRoles, type DatabaseRoles } from './database-roles.ts';
import { freePort } from './free-port.ts';
import { createDatabase, dropDatabase, uniqueDatabaseName } from './postgres-databases.ts';

/** Where an app keeps its data, and how to throw that away. */
export type AppDatabase = { variables: Record<string, string>; remove: () => Promise<void> };

/** The built program, running as `npm start` runs it. */
export type RunningApp = {
  origin: string;
  /** The id of its process. */
  pid: number;
  /** What it printed so far. */
  output: () => string;
  /** Ends it as an operator would, and waits. */
  stop: () => Promise<void>;
  /** Ends it as a power cut would, and waits. */
  kill: () => Promise<void>;
};

/** A folder for the embedded database: empty, or a copy of one that a stopped program left. */
export function embeddedDatabase(copyOf?: string): AppDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-app-'));
  if (copyOf !== undefined) cpSync(copyOf, folder, { recursive: true });
  return {
    variables: { DATA_DIR: folder },
    remove: async () => rmSync(folder, { recursive: true, force: true })
  };
}

/** What an operator sets beside the address of a server, so that badges can be signed. */
const SIGNING_SECRET = 'the secret of the browser tests, long enough';

/**
 * A database on the server: empty, or a copy of another. With `roles` the program runs behind the second wall on it,
 * without them with one address for everything.
 */
export async function serverDatabase(
  serverUrl: string,
  { copyOf, roles }: { copyOf?: string; roles?: DatabaseRoles } = {}
): Promise<AppDatabase> {
  const name = uniqueDatabaseName('app');
  const url = await createDatabase(serverUrl, name, copyOf);
  const addresses = roles ? await giveToRoles(serverUrl, url, roles) : { DATABASE_URL: url };
  return { variables: { ...addresses, SIGNING_SECRET }, remove: () => dropDatabase(serverUrl, name) };
}

const INHERITED = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'SYSTEMROOT', 'NODE_COMPILE_CACHE'];

/** Nothing of the tester's own settings reaches the program. */
function environment(variables: Record<string, string>): Record<string, string> {
  const kept = INHERITED.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(kept), ...variables };
}

const STARTS_WITHIN = 60_000;

async function untilReady(child: ChildProcess, origin: string, output: () => string): Promise<void> {
  const deadline = Date.now() + STARTS_WITHIN;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The program ended with ${child.exitCode}:\n${output()}`);
    const response = await fetch(`${origin}/readyz`).catch(() => null);
    if (response?.status === 200) return;
    await wait(100);
  }
  throw new Error(`The program was not ready after ${STARTS_WITHIN / 1000} s:\n${output()}`);
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined)
    return Promise.resolve();
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  // Its own process group: a program that it started ends with it.
  process.kill(-child.pid, signal);
  return ended;
}

/** How `npm start` calls Node, but for the look at its version. */
export const START = ['scripts/start.ts'];

/** Starts the built program on a free port (or the given one), here or in a copy of it, and waits until it answers. */
export async function startApp(database: AppDatabase, givenPort?: number, folder = '.'): Promise<RunningApp> {
  const port = givenPort ?? (await freePort());
  const env = environment({ ...database.variables, PORT: String(port), NODE_ENV: 'production' });
  const child = spawn(process.execPath, START, {
    env,
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const chunks: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk.toString('utf8')));
  const output = () => chunks.join('');
  const origin = `http://localhost:${port}`;
  try {
    await untilReady(child, origin, output);
  } catch (error) {
    await end(child, 'SIGKILL');
    throw error;
  }
  return {
    origin,
    pid: child.pid ?? 0,
    output,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL')
  };
}
