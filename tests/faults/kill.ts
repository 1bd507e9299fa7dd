import { sql } from 'drizzle-orm';
import { judged, type Fault, type Finding } from './fault.ts';
import type { DurableCluster } from './durable-cluster.ts';
import { onCluster, onFolder } from './on-database.ts';
import type { Place } from './place.ts';
import { killInRounds, unknownAllowed, type Rounds, type Victim } from './rounds.ts';

const ROUNDS = 20;
const CONTROL_ROUNDS = 3;

/** Longer, and it is no restart (reliability.md, P4: under 5 s on a single node). */
const LONGEST_GAP = 5;

const server: Victim = {
  name: 'the server',
  kill: async ({ app, restart }) => {
    await app.kill();
    return restart();
  }
};

/** Of a database that runs beside the program; the program is not restarted with it. */
function databaseVictims(cluster: DurableCluster): Victim[] {
  const database = (which: 'postmaster' | 'all', name: string): Victim => ({
    name,
    kill: async ({ app, step }) => {
      cluster.kill(which);
      await step('PostgreSQL', cluster.start);
      return app;
    }
  });
  const both: Victim = {
    name: 'server and PostgreSQL',
    kill: async ({ app, restart, step }) => {
      cluster.kill('all');
      await app.kill();
      await step('PostgreSQL', cluster.start);
      return restart();
    }
  };
  return [database('all', 'PostgreSQL'), both, database('postmaster', 'the postmaster')];
}

function numbersOf(rounds: Rounds): Record<string, number> {
  const { lost, twice, mismatched, unknown, acknowledged, resent, gaps, kills } = rounds;
  return {
    ...{ rounds: kills, acknowledged, lost: lost.length, twice: twice.length, mismatched: mismatched.length },
    ...{ unknown: unknown.length, resent, longestGap: Math.max(...gaps) }
  };
}

const wordsOf = ({ rounds, acknowledged, lost, mismatched, longestGap }: Record<string, number>) =>
  `${rounds} rounds, ${acknowledged} acknowledged, ${lost} lost, ${mismatched} mismatches, longest gap ${longestGap} s`;

/** Every promise of the kill harness. */
function judge(rounds: Rounds): Finding {
  const { lost, twice, mismatched, unknown, refused, acknowledged, gaps, kills } = rounds;
  const numbers = numbersOf(rounds);
  const reasons = [
    ...lost.map((name) => `lost ${name}`),
    ...twice.map((name) => `stored twice ${name}`),
    ...mismatched.map((name) => `miscounted ${name}`),
    ...refused.map((answer) => `a writer was answered ${answer}`),
    ...(unknown.length > unknownAllowed(kills) ? [`${unknown.length} stored and never acknowledged`] : []),
    ...(acknowledged < 20 * kills ? [`no load: ${acknowledged} acknowledged`] : []),
    ...gaps.filter((gap) => gap > LONGEST_GAP).map((gap) => `a gap of ${gap} s`)
  ];
  return judged(reasons, numbers, wordsOf(numbers));
}

/** A database that does not wait for its disk must lose something, or the harness is too gentle to prove anything. */
function judgeControl(rounds: Rounds): Finding {
  const numbers = numbersOf(rounds);
  const reasons = rounds.lost.length === 0 ? ['the control lost nothing: the harness is too gentle'] : [];
  return judged(reasons, numbers, wordsOf(numbers));
}

/** What makes a commit return before it is on the disk. */
const RELAXED = ['synchronous_commit=off', 'wal_writer_delay=10s'];

/** The people are on the disk before the first round: only responses can be lost, and no restart writes them all. */
const checkpoint = (place: Place) => () =>
  place.look(async ({ db }) => {
    await db.execute(sql`checkpoint`);
  });

/** The embedded database with the same setting; it reads no setting of a database or a role, only the file of the system. */
const relax = (place: Place) =>
  place.look(async ({ db }) => {
    await db.execute(sql`alter system set synchronous_commit = off`);
  });

/** Kills of server, PostgreSQL and both, and the controls that must lose. */
export const killFaults: Fault[] = [
  {
    name: 'kill-postgres',
    promise: 'kill -9 of the server, of PostgreSQL and of both loses no acknowledged response',
    run: (options) =>
      onCluster([], async ({ cluster, place }) => {
        const victims = [server, ...databaseVictims(cluster)];
        const rounds = options.rounds ?? ROUNDS;
        const afterPreparing = checkpoint(place);
        return judge(await killInRounds({ ...options, place, victims, rounds, afterPreparing }));
      })
  },
  {
    name: 'kill-postgres-control',
    promise: 'with synchronous_commit off the same harness finds a loss',
    run: (options) =>
      onCluster(RELAXED, async ({ cluster, place }) => {
        const victims = databaseVictims(cluster).slice(0, 1);
        const rounds = options.rounds ?? CONTROL_ROUNDS;
        const afterPreparing = checkpoint(place);
        return judgeControl(await killInRounds({ ...options, place, victims, rounds, afterPreparing }));
      })
  },
  {
    name: 'kill-embedded',
    promise: 'kill -9 of the server with its embedded database loses no acknowledged response',
    run: (options) =>
      onFolder(async (place) => {
        const rounds = options.rounds ?? ROUNDS;
        return judge(await killInRounds({ ...options, place, victims: [server], rounds }));
      })
  },
  {
    name: 'kill-embedded-control',
    promise: 'with synchronous_commit off the embedded database is seen to lose',
    run: (options) =>
      onFolder(async (place) => {
        const rounds = options.rounds ?? CONTROL_ROUNDS;
        const afterPreparing = () => relax(place);
        return judgeControl(
          await killInRounds({ ...options, place, victims: [server], rounds, afterPreparing })
        );
      })
  }
];
