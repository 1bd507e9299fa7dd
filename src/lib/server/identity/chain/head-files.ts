import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { SignedHead } from './signed-head.ts';

/** A head outside the database was changed, or belongs to another one; nothing was written over it. */
class HeadFileDiffers extends Error {
  override name = 'HeadFileDiffers';
}

const NAME = /^audit-head-\d{4}-\d{2}-\d{2}\.json$/;

const schema = v.object({
  day: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
  at: v.string(),
  position: v.pipe(v.number(), v.integer(), v.minValue(1)),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  publicKey: v.nullable(v.record(v.string(), v.unknown())),
  signature: v.nullable(v.string())
});

/** A head as its file says it. */
export function headText({ day, at, position, hash, publicKey, signature }: SignedHead): string {
  return `${JSON.stringify({ day, at, position, hash, publicKey, signature }, null, 2)}\n`;
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/** Writes a file that is whole or not there, and never over another one. False: it is there already. */
async function writeOnce(folder: string, name: string, text: string): Promise<boolean> {
  const draft = join(folder, `.${name}.${randomUUID()}`);
  await writeFile(draft, text, { flag: 'wx' });
  try {
    await link(draft, join(folder, name));
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Writes those heads that the folder does not hold, one file a day. Throws where a file says something else. */
export async function writeHeadFiles(folder: string, heads: SignedHead[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const held = new Set(await readdir(folder));
  for (const head of heads) {
    const name = `audit-head-${head.day}.json`;
    const text = headText(head);
    if (!held.has(name) && (await writeOnce(folder, name, text))) continue;
    if ((await readFile(join(folder, name), 'utf8')) !== text)
      throw new HeadFileDiffers(`${join(folder, name)} says something else than the database`);
  }
}

/** A file with the head in it; null: it cannot be read as one. */
export type HeadFile = { name: string; head: SignedHead | null };

function parseHead(text: string): SignedHead | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** The heads in a folder by day; null: there is no such folder. */
export async function readHeadFiles(folder: string): Promise<HeadFile[] | null> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return null;
  const files = names.filter((name) => NAME.test(name)).toSorted();
  return Promise.all(
    files.map(async (name) => ({ name, head: parseHead(await readFile(join(folder, name), 'utf8')) }))
  );
}
