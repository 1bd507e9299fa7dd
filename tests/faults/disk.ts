import { setTimeout as wait } from 'node:timers/promises';
import { startDurableCluster, type DurableCluster } from './durable-cluster.ts';
import { judged, notRun, type Fault, type Finding } from './fault.ts';
import { serverPlace } from './place.ts';
import { childrenOf } from './processes.ts';
import { throughFault, wordsOf } from './under-fault.ts';
import { lacksForSlowness, lacksForVolume, makeVolume, type Volume } from './volume.ts';

const MEGABYTES = 250;

/** How long the disk stays as it should not be, in milliseconds. */
const LASTS = 5000;

/** Small files of the write-ahead log, each a new one: a full disk is felt at once, not after gigabytes. */
const SETTINGS = ['min_wal_size=2MB', 'max_wal_size=32MB', 'wal_recycle=off', 'wal_init_zero=on'];
const INITDB = ['--wal-segsize=1'];

type OnDisk = { volume: Volume; cluster: DurableCluster };

/** What a fault of the disk is: begins, lasts, and is mended. Returns in words what PostgreSQL made of it. */
type DiskFault = {
  begin: (on: OnDisk) => void;
  lasts?: (on: OnDisk) => void;
  mend: (on: OnDisk) => Promise<string>;
  /** Whether the fault was felt at all. */
  isFelt: (felt: Felt) => boolean;
};

type Felt = {
  outcomes: Record<string, number>;
  /** Acknowledged in a second, while it lasted and after it was mended. */
  during: number;
  after: number;
};

const wasRefused = ({ outcomes }: Felt) => (outcomes['500'] ?? 0) + (outcomes['503'] ?? 0) > 0;

/** How long the load goes on when all is well again, in milliseconds. */
const AFTER = 4000;

async function goThrough(on: OnDisk, fault: DiskFault): Promise<Finding> {
  const place = await serverPlace(on.cluster.url);
  const at = { begun: 0, mended: 0 };
  let told = '';
  const { reasons, outcomes, numbers, ledger } = await throughFault({ place }, async () => {
    await wait(1500);
    fault.begin(on);
    at.begun = Date.now();
    while (Date.now() < at.begun + LASTS) {
      fault.lasts?.(on);
      await wait(100);
    }
    told = await fault.mend(on);
    at.mended = Date.now();
    await wait(AFTER);
  });
  const between = (from: number, to: number) =>
    (1000 * ledger.filter((entry) => entry.at >= from && entry.at < to).length) / (to - from);
  const during = between(at.begun, at.begun + LASTS);
  const after = between(at.mended, at.mended + AFTER);
  if (after === 0) reasons.push('it did not go on afterwards');
  if (!fault.isFelt({ outcomes, during, after }))
    reasons.push('the fault was not felt: the harness is too gentle');
  const rates = `${during.toFixed(0)} acknowledged a second meanwhile, ${after.toFixed(0)} afterwards`;
  return judged(reasons, { ...numbers, during, after }, `${wordsOf(outcomes)}; ${rates}; ${told}`);
}

async function onVolume(fault: DiskFault, lacking: string | null): Promise<Finding> {
  if (lacking !== null) return notRun(`needs ${lacking}`);
  const volume = makeVolume(MEGABYTES);
  try {
    const { folder } = volume;
    const cluster = await startDurableCluster({ folder, settings: SETTINGS, initdb: INITDB });
    try {
      return await goThrough({ volume, cluster }, fault);
    } finally {
      cluster.kill('all');
      await wait(500);
    }
  } finally {
    volume.remove();
  }
}

/** PostgreSQL ends itself where it cannot write its log; where it did, an operator starts it again. */
async function startIfEnded(cluster: DurableCluster): Promise<string> {
  if (cluster.isRunning()) return 'PostgreSQL went on by itself';
  await cluster.start();
  return 'PostgreSQL had ended itself and was started again, the program was not';
}

const full: DiskFault = {
  begin: ({ volume }) => volume.fill(),
  lasts: ({ volume }) => volume.fill(),
  mend: async ({ volume, cluster }) => {
    volume.empty();
    return startIfEnded(cluster);
  },
  isFelt: wasRefused
};

const readOnly: DiskFault = {
  begin: ({ volume }) => volume.breakIt(),
  mend: async ({ volume, cluster }) => {
    cluster.kill('all');
    await wait(500);
    volume.mend();
    await cluster.start();
    return 'the disk was checked and mounted again, PostgreSQL started again, the program was not';
  },
  isFelt: wasRefused
};

const WRITES_A_SECOND = 10;

const allOf = (cluster: DurableCluster) => [cluster.pid(), ...childrenOf(cluster.pid())];

const slow: DiskFault = {
  begin: ({ volume, cluster }) => volume.slowDown(allOf(cluster), WRITES_A_SECOND),
  mend: async ({ volume, cluster }) => {
    volume.slowDown(allOf(cluster), null);
    return `${WRITES_A_SECOND} writes a second for ${LASTS / 1000} s`;
  },
  isFelt: ({ during, after }) => during < after / 2
};

/** A disk that is full, can only be read, or is slow. */
export const diskFaults: Fault[] = [
  {
    name: 'disk-full',
    promise: 'on a full disk nothing is acknowledged that is not stored, and it goes on when there is space',
    run: () => onVolume(full, lacksForVolume())
  },
  {
    name: 'disk-read-only',
    promise: 'on a disk that turns read-only nothing is acknowledged that is not stored',
    run: () => onVolume(readOnly, lacksForVolume())
  },
  {
    name: 'disk-slow',
    promise: 'on a slow disk answers come late, and none before it is stored',
    run: () => onVolume(slow, lacksForSlowness())
  }
];
