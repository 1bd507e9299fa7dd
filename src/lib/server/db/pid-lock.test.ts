import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { acquirePidLock } from './pid-lock.ts';
import { numberingOfProcesses } from './process-numbering.ts';

const folder = mkdtempSync(join(tmpdir(), 'footnote-lock-'));
const file = join(folder, 'footnote.pid');
const elsewhere = `${process.pid} another-container\n`;

beforeEach(() => rmSync(file, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

test('holds the folder until it is given back', async () => {
  const release = await acquirePidLock(file);
  expect(readFileSync(file, 'utf8')).toBe(`${process.pid} ${numberingOfProcesses()}\n`);
  release();
  expect(() => readFileSync(file)).toThrow('ENOENT');
});

test('refuses where another process of this machine lives, and takes over from one that is gone', async () => {
  writeFileSync(file, `${process.ppid} ${numberingOfProcesses()}\n`);
  await expect(acquirePidLock(file)).rejects.toThrow(`in use by process ${process.ppid}`);
  writeFileSync(file, `4194305 ${numberingOfProcesses()}\n`);
  (await acquirePidLock(file))();
});

test('refuses a process with the same number in another container that shows that it lives', async () => {
  writeFileSync(file, elsewhere);
  let second = 0;
  const holder = setInterval(() => utimesSync(file, (second += 1), second), 1);
  try {
    await expect(acquirePidLock(file)).rejects.toThrow('another container or on another machine');
  } finally {
    clearInterval(holder);
  }
});

test('takes over from a container that shows nothing any more', async () => {
  writeFileSync(file, elsewhere);
  const release = await acquirePidLock(file, 30);
  expect(readFileSync(file, 'utf8')).toContain(numberingOfProcesses());
  release();
});
