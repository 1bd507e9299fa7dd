import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { discoverIssuer, type DiscoveredIssuer } from './institution-client.ts';
import { selectOptionalInstitution } from './institution-queries.ts';
import { clientAt } from './institution-secret.ts';

/** Why an admin's test of a connection failed; `reason`: in the words of library and system. */
export type TestProblem = {
  kind: 'unknown' | 'off' | 'secret-lost' | 'no-answer' | 'not-valid';
  reason: string;
};

/** Asks an institution's issuer what it says of itself. Where the institution is switched off it is not asked. */
export async function testInstitution(
  db: Executor,
  { id, signingSecret, now }: { id: string; signingSecret: string | null; now: Date }
): Promise<Result<DiscoveredIssuer, TestProblem>> {
  const row = await selectOptionalInstitution(db, id);
  if (row === null) return failure({ kind: 'unknown', reason: '' });
  if (row.disabledAt !== null) return failure({ kind: 'off', reason: '' });
  const at = clientAt(row, signingSecret);
  if (!at.ok) return failure({ kind: at.problem, reason: '' });
  const found = await discoverIssuer(at.value, now);
  if (found.ok) return success(found.value);
  const { kind, reason } = found.problem;
  return failure({ kind: kind === 'no-answer' ? kind : 'not-valid', reason });
}
