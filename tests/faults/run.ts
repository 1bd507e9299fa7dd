/** `npm run faults [-- NAME …] [-- --rounds N --seed N --record]`: what breaks, and what holds nevertheless. */
import { parseArgs } from 'node:util';
import { seededRandom } from '#lib/domain/attempt/seeded-random.ts';
import { mendPostgresDriver } from '#lib/server/db/mend-postgres-driver.ts';
import { buildIfNeeded } from '../../scripts/build-if-needed.ts';
import type { Finding } from './fault.ts';
import { FAULTS } from './faults.ts';
import { record, type Told } from './record.ts';

const { values, positionals } = parseArgs({
  options: { rounds: { type: 'string' }, seed: { type: 'string' }, record: { type: 'boolean' } },
  allowPositionals: true
});

const known = FAULTS.map(({ name }) => name);
const strange = positionals.filter((name) => !known.includes(name));
if (strange.length > 0) {
  console.error(`There is no fault ${strange.join(', ')}. These are there: ${known.join(', ')}`);
  process.exit(2);
}
buildIfNeeded();
mendPostgresDriver();
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const rounds = values.rounds === undefined ? null : Number(values.rounds);
console.log(`Seed ${seed}: --seed ${seed} takes the same moments again.`);

const told: Told[] = [];
for (const { name, promise, run } of FAULTS) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.log(`\n${name}: ${promise}`);
  const began = Date.now();
  const options = { rounds, random: seededRandom(seed), say: console.log };
  const broke = (error: unknown): Finding => {
    console.error(error);
    return { verdict: 'broken', words: String(error).split('\n')[0] ?? '', numbers: {} };
  };
  const finding = await run(options).catch(broke);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(`  ${finding.verdict.toUpperCase()}: ${finding.words}`);
  told.push({ name, promise, seconds, ...finding });
}

record(told, { seed, keep: values.record === true });
const count = (verdict: Finding['verdict']) => told.filter((one) => one.verdict === verdict).length;
console.log(`\n${count('held')} held, ${count('broken')} broken, ${count('not run')} not run`);
process.exit(count('broken') === 0 ? 0 : 1);
