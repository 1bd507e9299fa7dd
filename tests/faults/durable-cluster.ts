import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../support/free-port.ts';
import { makeFolder, remove, run } from '../support/postgres-cluster.ts';
import { startPostmaster } from './postmaster.ts';
import { childrenOf, kill9 } from './processes.ts';

/** A PostgreSQL that writes to the disk before it says so, unless settings say otherwise, and that may be ill-treated. */
export type DurableCluster = {
  url: string;
  /** Number of the postmaster. */
  pid: () => number;
  isRunning: () => boolean;
  /** Starts it, again and again until it starts: after a kill, what lives on of it stands in the way for a moment. */
  start: () => Promise<void>;
  /** `pg_ctl stop -m immediate`: no goodbye, no checkpoint. */
  stopAtOnce: () => void;
  /** kill -9 of the postmaster, and where it is said of all its backends too. */
  kill: (which: 'postmaster' | 'all') => void;
  remove: () => void;
};

type ClusterOptions = {
  /** What differs from the usual settings, e.g. `synchronous_commit=off`. */
  settings?: string[];
  /** Where the data lie; a new folder, if nothing is said. */
  folder?: string;
  /** More words for initdb. */
  initdb?: string[];
};

const USUAL = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=80',
  'shared_buffers=64MB',
  'fsync=on',
  'full_page_writes=on',
  'synchronous_commit=on',
  // As operations.md has it: without it a start after a kill asks the disk for every file, one by one.
  'recovery_init_sync_method=syncfs'
];

/** Starts a cluster of our own with fsync on. */
export async function startDurableCluster(options: ClusterOptions = {}): Promise<DurableCluster> {
  const port = await freePort();
  const folder = options.folder ?? makeFolder();
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'];
  run('initdb', [...initdb, ...(options.initdb ?? [])], folder);
  const settings = [`port=${port}`, ...USUAL, ...(options.settings ?? [])];
  const control = (...words: string[]) => run('pg_ctl', ['-D', data, '-w', '-t', '60', ...words], folder);
  const pid = () => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const start = () => startPostmaster({ folder, data, settings });
  await start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    pid,
    start,
    isRunning: () => {
      try {
        run('pg_ctl', ['-D', data, 'status'], folder);
        return true;
      } catch {
        return false;
      }
    },
    stopAtOnce: () => control('-m', 'immediate', 'stop'),
    kill: (which) => {
      const postmaster = pid();
      const backends = which === 'all' ? childrenOf(postmaster) : [];
      for (const one of [postmaster, ...backends]) kill9(one);
    },
    remove: () => remove(folder)
  };
}
