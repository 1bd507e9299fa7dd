import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** Another live process holds the embedded database. */
class DatabaseInUse extends Error {
  override name = 'DatabaseInUse';
}

/** Longer than any process needs from its look at a stale file to its own. */
const SETTLE_MS = 200;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The process that the file names, if it is another one and alive. */
function holderOf(file: string): number | null {
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  return Number.isInteger(pid) && pid !== process.pid && isAlive(pid) ? pid : null;
}

function createExclusively(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

const inUse = (file: string, holder: number) =>
  new DatabaseInUse(
    `The embedded database is in use by process ${holder} (${file}). Stop that process first, ` +
      'set DATA_DIR to another folder, or set DATABASE_URL to use PostgreSQL.'
  );

/**
 * Takes the place of a process that was killed. Two may try at the same moment, and the later one removes the file of
 * the earlier: so each looks again after a while, and the one whose number is gone gives way.
 */
function takeOver(file: string): void {
  rmSync(file, { force: true });
  createExclusively(file);
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, SETTLE_MS);
  const holder = holderOf(file);
  if (holder !== null) throw inUse(file, holder);
}

/**
 * Takes the lock file, or throws `DatabaseInUse` with the way out. A file that a killed process left behind is taken
 * over. Returns the function that gives the lock back.
 */
export function acquirePidLock(file: string): () => void {
  if (!createExclusively(file)) {
    const holder = holderOf(file);
    if (holder !== null) throw inUse(file, holder);
    takeOver(file);
  }
  return () => rmSync(file, { force: true });
}
