import { describe, expect, it } from 'vitest';
import { BackupDamaged } from './backup-format.ts';
import { readLines } from './read-lines.ts';

const TEXT = 'first\n1\ta\n2\t\\\\.\n\\.\nthen\n\\.\nlast\n';

/** The text in chunks of so many bytes. */
async function* inChunks(text: string, size: number) {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function collect(rows: AsyncGenerator<Uint8Array>) {
  return Buffer.concat(await Array.fromAsync(rows)).toString('utf8');
}

describe('reading a backup', () => {
  it('finds lines and the ends of tables wherever chunks are cut', async () => {
    for (let size = 1; size <= TEXT.length; size += 1) {
      const lines = readLines(inChunks(TEXT, size));
      expect(await lines.next()).toBe('first');
      expect(await collect(lines.rows())).toBe('1\ta\n2\t\\\\.\n');
      expect(await lines.next()).toBe('then');
      expect(await collect(lines.rows())).toBe('');
      expect(await lines.next()).toBe('last');
      expect(await lines.next()).toBeNull();
    }
  });

  it('does not take a table for whole whose end is missing', async () => {
    const lines = readLines(inChunks('1\ta\n2\t', 3));
    await expect(collect(lines.rows())).rejects.toThrow(BackupDamaged);
  });
});
