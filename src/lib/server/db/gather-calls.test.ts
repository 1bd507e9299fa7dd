import { drizzle } from 'drizzle-orm/postgres-js';
import { afterEach, describe, expect, it, vi } from 'vitest';
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

describe('what is asked in the same few turns', () => {
  it('is asked of the database once, each thing once, and everybody gets their own', async () => {
    const { asked, find } = counting();
    const answers = await Promise.all(['a', 'b', 'a', 'unknown'].map((key) => find(one, key)));
    expect(answers).toEqual(['a!', 'b!', 'a!', null]);
    expect(asked).toEqual([['a', 'b', 'unknown']]);
  });

  it('is asked together also where it comes a turn later', async () => {
    const { asked, find } = counting();
    const first = find(one, 'a');
    await new Promise((done) => setImmediate(done));
    await Promise.all([first, find(one, 'b')]);
    expect(asked).toEqual([['a', 'b']]);
  });

  it('is not kept for later, nor mixed with what another asks', async () => {
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

describe('what is asked while a statement is under way', () => {
  afterEach(() => vi.useRealTimers());

  /** Statements that take as long as the test says: `answer` ends the first of those under way. */
  function slow() {
    const underWay: { keys: string[]; end: () => void }[] = [];
    const find = gatherCalls<string>(async (_db, keys) => {
      await new Promise<void>((end) => underWay.push({ keys, end }));
      return new Map(keys.map((key) => [key, key]));
    });
    /** More than anybody is waited for. */
    const turns = async () => {
      for (let turn = 0; turn < 12; turn += 1) await new Promise((done) => setImmediate(done));
    };
    const answer = async () => {
      underWay.shift()?.end();
      await turns();
    };
    return { find, turns, answer, asked: () => underWay.map(({ keys }) => keys) };
  }

  it('is asked with the next, which begins when that one has ended', async () => {
    const { find, turns, answer, asked } = slow();
    const answers = [find(one, 'a')];
    await turns();
    answers.push(find(one, 'b'), find(one, 'c'));
    await turns();
    expect(asked()).toEqual([['a']]);
    await answer();
    expect(asked()).toEqual([['b', 'c']]);
    await answer();
    expect(await Promise.all(answers)).toEqual(['a', 'b', 'c']);
  });

  it('does not wait long for one that is slow', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { find, turns, answer, asked } = slow();
    const answers = [find(one, 'a')];
    await turns();
    answers.push(find(one, 'b'));
    vi.advanceTimersByTime(5);
    expect(asked()).toEqual([['a'], ['b']]);
    await answer();
    await answer();
    expect(await Promise.all(answers)).toEqual(['a', 'b']);
  });
});
