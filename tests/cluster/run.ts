/** `npm run cluster:test [-- --json] [-- SCENARIO …]`: what becomes of acknowledged responses past one machine. */
import { parseArgs } from 'node:util';
import { killLeader, switchOver } from './failover.ts';
import type { Finding } from './finding.ts';
import { lagOnReplicas } from './lagging-replica.ts';
import { makePlace } from './place.ts';
import { runPooled } from './pooled.ts';
import { rollingRestart } from './rolling-restart.ts';
import { bringUp, type World } from './world.ts';

const SCENARIOS = new Map<string, (world: World) => Promise<Finding>>([
  ['rolling-restart', rollingRestart],
  ['lagging-replica', lagOnReplicas],
  ['pooled', runPooled],
  ['switchover', switchOver],
  ['leader-killed', killLeader]
]);

/** All of it ends by then, whatever hangs. */
const MOST_MINUTES = 8;

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true });

const say = (words: string) => {
  if (!values.json) console.log(words);
};

function sayFinding({ scenario, figures, faults }: Finding): void {
  const pairs = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  say(`${faults.length === 0 ? 'holds ' : 'FAILS '} ${scenario}: ${pairs.join(', ')}`);
  for (const fault of faults) say(`       ${fault}`);
}

const place = makePlace();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));
setTimeout(() => {
  console.error(`cluster:test took more than ${MOST_MINUTES} minutes, and was ended.`);
  process.exit(1);
}, MOST_MINUTES * 60_000).unref();

const findings: Finding[] = [];
const start = performance.now();
try {
  const unknown = positionals.filter((name) => !SCENARIOS.has(name));
  if (unknown.length > 0)
    throw new Error(`There is no scenario ${unknown.join(', ')}: ${[...SCENARIOS.keys()].join(', ')}.`);
  const world = await bringUp(place, say);
  for (const [name, play] of SCENARIOS) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    const finding = await play(world);
    sayFinding(finding);
    findings.push(finding);
  }
  await Promise.all(Object.values(world.instances).map((instance) => instance.stop()));
} catch (error) {
  console.error(error instanceof Error ? error.stack : error);
  for (const name of ['etcd', 'n1', 'n2', 'n3', 'haproxy', 'pgbouncer'])
    console.error(`--- ${name}\n${place.tail(name)}`);
  process.exitCode = 1;
}
const seconds = Math.round((performance.now() - start) / 1000);
if (findings.some(({ faults }) => faults.length > 0)) process.exitCode = 1;
if (values.json) console.log(JSON.stringify({ findings, seconds }, null, 2));
else
  console.log(
    `${findings.filter(({ faults }) => faults.length === 0).length} of ${findings.length} hold, ${seconds} s`
  );
process.exit();
