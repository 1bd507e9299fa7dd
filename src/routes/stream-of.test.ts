import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { streamOf } from './stream-of.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const left: string[] = [];

async function* chunks(name: string): AsyncGenerator<Uint8Array, void> {
  try {
    for (let piece = 0; piece < 3; piece += 1) yield Buffer.from(`${name} ${piece}\n`);
  } finally {
    left.push(name);
  }
}

it('gives every chunk to a reader that takes its time', async () => {
  const reader = (await streamOf(chunks('slow'))).getReader();
  const read: string[] = [];
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    read.push(Buffer.from(piece.value).toString('utf8'));
    vi.advanceTimersByTime(9 * 60_000);
  }
  expect(read).toEqual(['slow 0\n', 'slow 1\n', 'slow 2\n']);
});

it('breaks where the reader takes nothing for ten minutes, and lets go of what was open for it', async () => {
  const reader = (await streamOf(chunks('stalled'))).getReader();
  await reader.read();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  await expect(reader.read()).rejects.toThrow('The reader of a download has stalled.');
  expect(left).toContain('stalled');
});

it('fails before the first byte where the first chunk fails', async () => {
  async function* broken(from: string[]): AsyncGenerator<Uint8Array, void> {
    for (const name of from) yield* chunks(name);
    throw new Error('no database');
  }
  await expect(streamOf(broken([]))).rejects.toThrow('no database');
});
