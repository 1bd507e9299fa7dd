import { setTimeout as wait } from 'node:timers/promises';
import { faultUnless, type Finding } from './finding.ts';
import { judge } from './judge.ts';
import { startLoad } from './load.ts';
import { longestGap } from './recording.ts';
import type { World } from './world.ts';

/** Restarts one instance after the other under load, as a new version is rolled out: nobody may notice. */
export async function rollingRestart(world: World): Promise<Finding> {
  const load = await startLoad(world.origin);
  const since = performance.now();
  for (const name of ['a', 'b'] as const) {
    await world.instances[name].stop();
    await world.startInstance(name);
    await wait(2_000);
  }
  const unseen = await load.stop();
  const { acknowledged, failed } = load.record;
  const { lost, twice } = await judge(world.databaseUrl('primary'), acknowledged);
  const gap = Number(longestGap(load.record, since).toFixed(1));
  return {
    scenario: 'rolling restart',
    figures: { acknowledged: acknowledged.length, lost, twice, failed: failed.length, 'gap in seconds': gap },
    faults: [
      ...unseen,
      ...faultUnless(lost === 0, `${lost} acknowledged responses are lost`),
      ...faultUnless(twice === 0, `${twice} responses are counted twice`),
      ...faultUnless(
        failed.length === 0,
        `${failed.length} requests failed, the first: ${failed[0]?.why ?? ''}`
      )
    ]
  };
}
