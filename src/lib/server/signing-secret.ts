import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from './environment.ts';

/** Stands beside the embedded database, never in it. */
const FILE = 'signing-secret';

/** Only for whoever runs the program. */
const OWNER_ONLY = 0o600;

function readOrMake(file: string): string {
  try {
    writeFileSync(file, `${randomBytes(48).toString('base64')}\n`, { flag: 'wx', mode: OWNER_ONLY });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/**
 * The environment with a secret to sign badges under: the one that was set, or on the embedded database one of our own
 * in `DATA_DIR`, made when it is missing, so that badges work out of the box. On PostgreSQL it stays null where none was
 * set: several machines may share that database, and a file on one of them would be lost with it. Call it once the
 * database is open: `DATA_DIR` exists then, and no other process uses it.
 */
export function withSigningSecret(environment: Environment): Environment {
  if (environment.signingSecret !== null || environment.databaseUrl !== null) return environment;
  return { ...environment, signingSecret: readOrMake(join(environment.dataDir, FILE)) };
}
