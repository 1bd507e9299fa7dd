import { readdirSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { expect, it } from 'vitest';
import { yieldToOthers } from './hashing-threads.ts';
import { hashPassword, isCrowded, isStorm } from './password.ts';

it('hashes one or two at once, lets twenty wait, and tells a crowd from a storm', async () => {
  const second = 7_000_000;
  expect([isCrowded(), isStorm(second)]).toEqual([false, false]);
  const all = Array.from({ length: 24 }, () => hashPassword('four calm lighthouses'));
  expect(isCrowded()).toBe(true);
  const asked = Array.from({ length: 22 }, () => isStorm(second));
  expect(asked.indexOf(true), 'twenty a second are told on a page').toBe(20);
  expect(isStorm(second + 1000), 'and twenty in the next').toBe(false);
  const hashed = await Promise.all(all);
  expect(hashed.filter(({ ok }) => ok).length).toBeLessThanOrEqual(22);
  expect(hashed.filter(({ ok }) => !ok).length).toBeGreaterThanOrEqual(2);
  expect([isCrowded(), isStorm(second)]).toEqual([false, false]);
});

it('lets everything else go before the threads that hash, where threads have a priority of their own', async () => {
  await hashPassword('four calm lighthouses');
  if (process.platform !== 'linux') {
    expect(yieldToOthers).not.toThrow();
    return;
  }
  const tasks = readdirSync('/proc/self/task').map((task) => ({
    name: readFileSync(`/proc/self/task/${task}/comm`, 'utf8').trim(),
    priority: getPriority(Number(task))
  }));
  const pool = tasks.filter(({ name }) => name === 'libuv-worker').map(({ priority }) => priority);
  expect(pool.length).toBeGreaterThan(0);
  expect(Math.min(...pool)).toBeGreaterThan(getPriority());
});
