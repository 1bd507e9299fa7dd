import { setTimeout as wait } from 'node:timers/promises';
import { faultUnless, type Finding } from './finding.ts';
import { judge } from './judge.ts';
import { startLoad, type Load } from './load.ts';
import type { Node } from './patroni.ts';
import { longestGap } from './recording.ts';
import { until } from './until.ts';
import type { World } from './world.ts';

/** Seconds that may pass without an acknowledgement (reliability.md, P4). */
const MOST_GAP = 30;

/** The load stops, and the ledger is held against what the new leader has. */
async function settle(
  world: World,
  { load, since, scenario }: { load: Load; since: number; scenario: string }
) {
  const unseen = await load.stop();
  const gap = longestGap(load.record, since);
  const after = load.record.acknowledged.filter(({ at }) => at > since + 1000 * gap).length;
  const { acknowledged, lost, twice, unknown } = await judge(
    world.databaseUrl('primary'),
    load.record.acknowledged
  );
  const finding: Finding = {
    scenario,
    figures: {
      acknowledged,
      lost,
      twice,
      unknown,
      'gap in seconds': Number(gap.toFixed(1)),
      'acknowledged after': after
    },
    faults: [
      ...unseen,
      ...faultUnless(lost === 0, `${lost} acknowledged responses are lost`),
      ...faultUnless(twice === 0, `${twice} responses are counted twice`),
      ...faultUnless(
        gap < MOST_GAP,
        `for ${gap.toFixed(1)} s nothing was acknowledged; ${MOST_GAP} are allowed`
      ),
      ...faultUnless(after > 0, 'nothing was acknowledged afterwards')
    ]
  };
  return finding;
}

async function otherLeader(world: World, old: Node): Promise<Node> {
  return until('Another leader', {
    within: 60_000,
    look: async () => {
      const { leader } = await world.cluster.standing();
      return leader === old ? null : leader;
    }
  });
}

/** Waits until responses are acknowledged again. */
function untilAcknowledged({ record }: Load): Promise<true> {
  const before = record.acknowledged.length;
  return until('An acknowledgement after the change of leader', {
    within: 60_000,
    look: async () => (record.acknowledged.length > before + 50 ? true : null)
  });
}

/** Kills Patroni and PostgreSQL of the leader with -9 under load; later the old leader comes back and follows. */
export async function killLeader(world: World): Promise<Finding> {
  const { leader } = await world.cluster.untilWhole();
  if (leader === null) throw new Error('There is no leader to kill.');
  const load = await startLoad(world.origin);
  await wait(3_000);
  const since = performance.now();
  world.cluster.kill(leader);
  const next = await otherLeader(world, leader);
  // Of the gap this much is the cluster's: until the time to live of the lost leader is over, and the election.
  const elected = Number(((performance.now() - since) / 1000).toFixed(1));
  await untilAcknowledged(load);
  world.cluster.startNode(leader);
  await wait(2_000);
  const finding = await settle(world, { load, since, scenario: 'leader killed' });
  const back = performance.now();
  await world.cluster.untilWhole();
  const rejoined = Number(((performance.now() - back) / 1000).toFixed(1));
  return {
    ...finding,
    figures: {
      ...finding.figures,
      'another leader after, seconds': elected,
      ...{ from: leader, to: next, 'back after, seconds': rejoined }
    }
  };
}

/** Hands the lead over as planned, under load. */
export async function switchOver(world: World): Promise<Finding> {
  const { leader } = await world.cluster.untilWhole();
  if (leader === null) throw new Error('There is no leader to relieve.');
  const load = await startLoad(world.origin);
  await wait(2_000);
  const since = performance.now();
  await world.cluster.switchOver(leader);
  const next = await otherLeader(world, leader);
  await untilAcknowledged(load);
  await wait(2_000);
  const finding = await settle(world, { load, since, scenario: 'planned switchover' });
  return { ...finding, figures: { ...finding.figures, from: leader, to: next } };
}
