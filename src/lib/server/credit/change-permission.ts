import { creditReports, neededIdentifiers } from '#lib/domain/credit/credit-report.ts';
import type { IdentifierKind } from '#lib/domain/credit/reporting-identifiers.ts';
import { wordingToday } from '#lib/domain/credit/reporting-permission.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import type { Executor } from '../db/index.ts';
import { selectIdentifiers } from './identifier-queries.ts';
import { keepPermission } from './keep-permission.ts';
import { selectOptionalPermission } from './permission-queries.ts';
import { lockPerson, type LearnerAndVersion } from './queries.ts';

/** `never-asked`: the credit has no such report. `identifiers`: the report would not find the person. */
type PermissionRefusal = { kind: 'never-asked' } | { kind: 'identifiers'; missing: IdentifierKind[] };

type Change = LearnerAndVersion & { report: string; granted: boolean; now: Date };

async function missingFor(tx: Executor, { personId, report }: Change): Promise<IdentifierKind[]> {
  const known = await selectIdentifiers(tx, personId);
  return neededIdentifiers(creditReports([report])).filter((kind) => known[kind] === null);
}

/**
 * Gives the permission to report a credit, or withdraws it: a new row beside the former ones. It is given in
 * the words of today, and withdrawn in those in which it was given. Nothing is written where it stands so already.
 */
export async function changePermission(
  db: Executor,
  change: Change
): Promise<Result<null, PermissionRefusal>> {
  return db.transaction(async (tx) => {
    await lockPerson(tx, change.personId);
    const former = await selectOptionalPermission(tx, change);
    if (!former) return failure({ kind: 'never-asked' });
    const { report, granted, now } = change;
    if (former.granted === granted) return success(null);
    const missing = granted ? await missingFor(tx, change) : [];
    if (missing.length > 0) return failure({ kind: 'identifiers', missing });
    const { wording, wordingVersion } = granted ? wordingToday(former) : former;
    const permission = { report, granted, wording, wordingVersion };
    await keepPermission(tx, { learner: change, permission, now });
    return success(null);
  });
}
