import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serverUser } from '../support/postgres-cluster.ts';
import { postgresFolder } from '../support/postgres-programs.ts';

type Place = { folder: string; data: string; settings: string[] };

const STARTS_WITHIN = 60_000;

/**
 * The server as a child of ours. `pg_ctl start` would leave it to the first process of the machine, and a killed one stands
 * in the way of the next until its parent has taken note: in a container that took two seconds.
 */
function open({ folder, data, settings }: Place): ChildProcess {
  const log = openSync(join(folder, 'log'), 'a');
  try {
    const words = ['-D', data, ...settings.flatMap((one) => ['-c', one])];
    const server = spawn(join(postgresFolder(), 'postgres'), words, {
      ...serverUser(),
      cwd: folder,
      stdio: ['ignore', log, log],
      detached: true,
      env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' }
    });
    server.unref();
    return server;
  } finally {
    closeSync(log);
  }
}

/** Whether this very server says in its file that it takes connections. */
function isReady({ data }: Place, { pid }: ChildProcess): boolean {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

/** Starts PostgreSQL, again and again until it starts: after a kill, what lives on of it stands in the way for a moment. */
export async function startPostmaster(place: Place): Promise<void> {
  const deadline = Date.now() + STARTS_WITHIN;
  let server = open(place);
  while (!isReady(place, server)) {
    if (Date.now() > deadline)
      throw new Error(`PostgreSQL did not start; its log is ${join(place.folder, 'log')}`);
    await wait(20);
    if (server.exitCode !== null || server.signalCode !== null) server = open(place);
  }
}
