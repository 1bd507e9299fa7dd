import { expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

it('is done once for all who ask meanwhile, and again for who asks later, also after it failed', async () => {
  let times = 0;
  const work = oneAtATime(async () => {
    times += 1;
    await Promise.resolve();
    if (times === 1) throw new Error('no network');
  });
  const both = await Promise.allSettled([work(), work()]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(times).toBe(1);
  await work();
  expect(times).toBe(2);
});
