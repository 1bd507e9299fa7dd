import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { requireHeadFolder } from './require-head-folder.ts';

const parent = mkdtempSync(join(tmpdir(), 'footnote-heads-'));
afterAll(() => rmSync(parent, { recursive: true }));

test('refuses at the start a folder for the heads that cannot be one, and makes one that can', async () => {
  const file = join(parent, 'file');
  writeFileSync(file, '');
  await expect(requireHeadFolder(file)).rejects.toThrow(`AUDIT_HEAD_DIR names ${file}, which cannot be`);
  await expect(requireHeadFolder(join(file, 'below'))).rejects.toThrow('ENOTDIR');
  await requireHeadFolder(join(parent, 'new', 'heads'));
  await requireHeadFolder(null);
});
