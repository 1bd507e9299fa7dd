import { describe, expect, it } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

/** A task that waits until it is let go, and what it saw at its starts. */
function heldTask() {
  const seen: string[] = [];
  const held = { text: '', letGo: () => {} };
  const ask = oneAtATime(async () => {
    seen.push(held.text);
    await new Promise<void>((resolve) => (held.letGo = resolve));
  });
  return { ask, held, seen };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('oneAtATime', () => {
  it('runs once more, with what was typed last, when it was asked while under way', async () => {
    const { ask, held, seen } = heldTask();
    held.text = 'One';
    const done = ask();
    held.text = 'One two';
    void ask();
    held.text = 'One two three';
    void ask();
    expect(seen).toEqual(['One']);
    held.letGo();
    await soon();
    expect(seen).toEqual(['One', 'One two three']);
    held.letGo();
    await done;
    expect(seen).toHaveLength(2);
  });

  it('runs again after a failure', async () => {
    let runs = 0;
    const ask = oneAtATime(() => {
      runs += 1;
      return runs === 1 ? Promise.reject(new Error('No answer')) : Promise.resolve();
    });
    await expect(ask()).rejects.toThrow('No answer');
    await ask();
    expect(runs).toBe(2);
  });
});
