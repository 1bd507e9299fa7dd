import { drizzle } from 'drizzle-orm/postgres-js';
import { describe, expect, it } from 'vitest';
import { gatherCalls } from './gather-calls.ts';

/** Whom nothing is asked: what they are asked for is counted. */
const [one, another] = [drizzle('postgres://nowhere/one'), drizzle('postgres://nowhere/another')];

function counting() {
  const asked: string[][] = [];
  const find = gatherCalls<string>((_db, keys) => {
    asked.push(keys);
    if (keys.includes('broken')) return Promise.reject(new Error('The database is away.'));
    return Promise.resolve(new Map(keys.filter((key) => key !== 'unknown').map((key) => [key, `${key}!`])));
  });
  return { asked, find };
}

describe('what is asked in the same turn', () => {
  it('is asked of the database once, each thing once, and everybody gets their own', async () => {
    const { asked, find } = counting();
    const answers = await Promise.all(['a', 'b', 'a', 'unknown'].map((key) => find(one, key)));
    expect(answers).toEqual(['a!', 'b!', 'a!', null]);
    expect(asked).toEqual([['a', 'b', 'unknown']]);
  });

  it('is not kept for the next turn, nor mixed with what another asks', async () => {
    const { asked, find } = counting();
    await Promise.all([find(one, 'a'), find(another, 'a')]);
    await find(one, 'a');
    expect(asked).toEqual([['a'], ['a'], ['a']]);
  });

  it('fails for all who asked together, and not for those who ask later', async () => {
    const { find } = counting();
    const both = await Promise.allSettled([find(one, 'a'), find(one, 'broken')]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await find(one, 'a')).toBe('a!');
  });
});
