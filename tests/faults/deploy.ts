import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { freePort } from '../support/free-port.ts';
import { startApp, type RunningApp } from '../support/running-app.ts';
import { startBalancer, type Balancer } from './balancer.ts';
import { compare } from './compare.ts';
import { judged, type Fault, type FaultOptions, type Finding } from './fault.ts';
import { longestGap } from './gap.ts';
import { makeNewVersion } from './new-version.ts';
import { onCluster } from './on-database.ts';
import type { Place } from './place.ts';
import { prepare, underLoad } from './rounds.ts';

/** How often both processes are replaced. */
const ROUNDS = 3;

type Process = { app: RunningApp; port: number };

type Site = { place: Place; balancer: Balancer; drainSeconds: number };

async function startProcess({ place, balancer, drainSeconds }: Site, folder?: string): Promise<Process> {
  const port = await freePort();
  const variables = {
    ...place.variables,
    ...{ TRUST_PROXY: 'true', ORIGIN: balancer.origin, DRAIN_SECONDS: String(drainSeconds) }
  };
  const app = await startApp({ ...place, variables }, port, folder);
  balancer.add(port);
  while (!balancer.isReady(port)) await wait(50);
  return { app, port };
}

async function endProcess({ balancer }: Site, { app, port }: Process): Promise<void> {
  await app.stop();
  balancer.remove(port);
}

/** Both new ones start at once and both want to migrate; then the old ones go, one after the other. */
async function replace(site: Site, old: Process[], folder: string): Promise<Process[]> {
  const fresh = await Promise.all([startProcess(site, folder), startProcess(site, folder)]);
  for (const one of old) await endProcess(site, one);
  await wait(500);
  return fresh;
}

type Rollout = Site & { options: FaultOptions; rounds: number };

async function rollOut({ options, rounds, ...site }: Rollout) {
  const [sittings = []] = await prepare(site.place, 1);
  const version = makeNewVersion();
  let running = [await startProcess(site), await startProcess(site)];
  try {
    const written = await underLoad({ origin: site.balancer.origin, sittings }, async () => {
      for (let round = 0; round < rounds; round += 1) {
        await wait(500 + options.random() * 500);
        running = await replace(site, running, version.folder);
        options.say(`  round ${round + 1}: two processes replaced`);
      }
    });
    const ledger = written.flatMap((one) => one.ledger);
    const failed = written.flatMap(({ outcomes }) => [...outcomes]).filter(([outcome]) => outcome !== '303');
    const found = await site.place.look(({ db }) => compare(db, ledger));
    const migrated = await site.place.look(({ db }) =>
      db.$count(sql`information_schema.tables`, sql`table_name = 'faults_probe'`)
    );
    return { ledger, failed, found, migrated, refused: written.flatMap(({ refused }) => refused ?? []) };
  } finally {
    for (const one of running) await endProcess(site, one);
    version.remove();
  }
}

async function deploy(place: Place, options: FaultOptions, drainSeconds: number) {
  const rounds = options.rounds ?? ROUNDS;
  const balancer = await startBalancer(await freePort());
  try {
    const done = await rollOut({ place, balancer, drainSeconds, options, rounds });
    const failed = done.failed.reduce((sum, [, count]) => sum + count, 0);
    const { lost, twice, mismatched } = done.found;
    const numbers = {
      ...{ replaced: 2 * rounds, acknowledged: done.ledger.length, failed, lost: lost.length },
      ...{ longestGap: longestGap(done.ledger) }
    };
    const words = `${numbers.replaced} processes replaced, ${numbers.acknowledged} acknowledged, ${failed} requests failed, longest gap ${numbers.longestGap} s`;
    const reasons = [...lost, ...twice, ...mismatched, ...done.refused];
    if (done.migrated !== 1) reasons.push('the migration of the new version was not applied');
    return { numbers, words, failed, reasons };
  } finally {
    await balancer.close();
  }
}

/** A new version, with a migration, while learners answer. */
export const deployFaults: Fault[] = [
  {
    name: 'deploy',
    promise: 'a new version with a migration comes in, two processes at a time, without a failed request',
    run: (options) =>
      onCluster([], async ({ place }): Promise<Finding> => {
        const { numbers, words, failed, reasons } = await deploy(place, options, 2);
        return judged(failed === 0 ? reasons : [...reasons, `${failed} failed`], numbers, words);
      })
  },
  {
    name: 'deploy-control',
    promise: 'without the drain the same harness sees failed requests, and still nothing lost',
    run: (options) =>
      onCluster([], async ({ place }): Promise<Finding> => {
        const { numbers, words, failed, reasons } = await deploy(place, options, 0);
        const gentle = 'the control failed no request: the harness is too gentle';
        return judged(failed > 0 ? reasons : [...reasons, gentle], numbers, words);
      })
  }
];
