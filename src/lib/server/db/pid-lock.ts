import { existsSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { log } from '../log.ts';
import { numberingOfProcesses } from './process-numbering.ts';

/** Another live process holds the embedded database. */
class DatabaseInUse extends Error {
  override name = 'DatabaseInUse';
}

/** Longer than any process needs from its look at a stale file to its own, in milliseconds. */
const SETTLE = 200;

/** How often the holder touches its file, and how long one from elsewhere is watched for it, in milliseconds. */
const BEAT = 2_000;
const PATIENCE = 20_000;

const LOOK = 20;

/** What the file says. `numbering`: the container or machine whose numbers of processes are meant. */
type Holder = { pid: number; numbering: string };

function read(file: string): Holder {
  const [pid = '', numbering = numberingOfProcesses()] = readFileSync(file, 'utf8').trim().split(' ');
  return { pid: Number.parseInt(pid, 10), numbering };
}

const isOurs = ({ pid, numbering }: Holder) => pid === process.pid && numbering === numberingOfProcesses();

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** A process elsewhere cannot be asked whether it lives; but while it does, it touches the file. */
async function isTouched(file: string, patience: number): Promise<boolean> {
  const touchedAt = () => statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  const first = touchedAt();
  const until = performance.now() + patience;
  while (performance.now() < until) {
    await wait(LOOK);
    const last = touchedAt();
    if (last === undefined) return false;
    if (last !== first) return true;
  }
  return false;
}

/** Who holds the database, in words; null: whoever the file names is gone. */
async function holderOf(file: string, patience: number): Promise<string | null> {
  const holder = read(file);
  if (isOurs(holder) || !Number.isInteger(holder.pid)) return null;
  if (holder.numbering === numberingOfProcesses())
    return isAlive(holder.pid) ? `process ${holder.pid}` : null;
  return (await isTouched(file, patience)) ? 'a process in another container or on another machine' : null;
}

function createExclusively(file: string): boolean {
  try {
    writeFileSync(file, `${process.pid} ${numberingOfProcesses()}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

const inUse = (file: string, holder: string) =>
  new DatabaseInUse(
    `The embedded database is in use by ${holder} (${file}). Stop that process first, ` +
      'set DATA_DIR to another folder, or set DATABASE_URL to use PostgreSQL.'
  );

/**
 * Takes the place of a process that was killed. Two may try at the same moment, and the later one removes the file of
 * the earlier: so each looks again after a while, and the one whose number is gone gives way.
 */
async function takeOver(file: string): Promise<void> {
  rmSync(file, { force: true });
  createExclusively(file);
  await wait(SETTLE);
  const { pid, numbering } = read(file);
  if (!isOurs({ pid, numbering })) throw inUse(file, `process ${pid}`);
}

/** Shows that we live. Where somebody else has taken our place, to write on would destroy what both wrote. */
function beat(file: string): void {
  const now = new Date();
  try {
    if (isOurs(read(file))) {
      utimesSync(file, now, now);
      return;
    }
  } catch {
    // A file that cannot be read at this moment (a full or broken disk) was taken by nobody.
    return;
  }
  log.error({ file }, 'another process has taken over the embedded database: this one ends');
  process.exit(1);
}

/**
 * Takes the lock file, or throws `DatabaseInUse` with the way out. A file that a killed process left behind is taken
 * over: at once where it ran here, and after `patience` milliseconds without a sign of life where it ran in another
 * container or on another machine. Returns the function that gives the lock back.
 */
export async function acquirePidLock(file: string, patience = PATIENCE): Promise<() => void> {
  if (!createExclusively(file)) {
    const holder = await holderOf(file, patience);
    if (holder !== null) throw inUse(file, holder);
    await takeOver(file);
  }
  const beating = setInterval(() => beat(file), BEAT).unref();
  const release = () => {
    clearInterval(beating);
    process.off('exit', release);
    if (existsSync(file) && isOurs(read(file))) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return release;
}
