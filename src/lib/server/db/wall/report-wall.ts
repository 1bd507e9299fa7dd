import type { Database } from '../index.ts';
import { inspectWall } from './inspect-wall.ts';

const DOWN =
  'The second wall is not up: the program signs in to PostgreSQL as a role that may do everything. ' +
  'docs/operations-security.md, “Two roles”, says how to put it up.';

/** A line for the start where the program has more rights in PostgreSQL than it needs; null: nothing to say. */
export async function reportWall({ db, hasWall }: Pick<Database, 'db' | 'hasWall'>): Promise<string | null> {
  if (!hasWall) return DOWN;
  const findings = (await inspectWall(db)) ?? [];
  const faults = findings.reduce((sum, finding) => sum + finding.faults.length, 0);
  if (faults === 0) return null;
  return `The second wall has ${faults} holes; “npm run -s cli -- database check” names them.`;
}
