import { createHash } from 'node:crypto';
import { sql, type SQL } from 'drizzle-orm';

/** 30 bits of a hash: what the seed, the number in `key` and the purpose decide, the same on every database. */
export function hash(key: SQL, { seedNumber }: { seedNumber: number }, purpose: number): SQL {
  return sql`(hashint8extended(${key}, ${seedNumber}::int::bigint + ${purpose}::int) & 1073741823)`;
}

/** A number in [0, 1). */
export function chance(key: SQL, seed: { seedNumber: number }, purpose: number): SQL {
  return sql`(${hash(key, seed, purpose)} / 1073741824.0::float8)`;
}

/** About normal, mean 0 and deviation 1, within 3: twice the sum of three even numbers, less its mean. */
export function normal(key: SQL, seed: { seedNumber: number }, purpose: number): SQL {
  const [one, two, three] = [purpose, purpose + 1, purpose + 2].map((each) => chance(key, seed, each));
  return sql`(2 * (${one} + ${two} + ${three}) - 3)`;
}

/**
 * The id of a record of learner `n`: half of it says seed and kind, half the number. Ids in a row keep the indexes quick:
 * new entries go where the last ones went.
 */
export function idOf(kind: string, { seed }: { seed: string }): SQL {
  const prefix = createHash('md5')
    .update(`footnote demonstration ${seed} ${kind}`)
    .digest('hex')
    .slice(0, 16);
  return sql`(${prefix}::text || lpad(to_hex(n), 16, '0'))::uuid`;
}
