import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { WrongEnvironment } from '../../wrong-environment.ts';

/** A network folder that does not answer is no wrong value: the start goes on, and the job will say so. In milliseconds. */
const PATIENCE = 3_000;

async function look(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new WrongEnvironment([
      `AUDIT_HEAD_DIR names ${folder}, which cannot be written to (${reason}): name a folder that this user may write to`
    ]);
  }
}

/** Throws where the folder for the heads of the audit log is none, or is not ours to write to; null: none was asked for. */
export async function requireHeadFolder(folder: string | null): Promise<void> {
  if (folder !== null) await Promise.race([look(folder), wait(PATIENCE, undefined, { ref: false })]);
}
