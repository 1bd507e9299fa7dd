import type { ReportingIdentifiers } from '#lib/domain/credit/reporting-identifiers.ts';
import type { Executor } from '../db/index.ts';
import { selectIdentifiers } from './identifier-queries.ts';
import { keepIdentifiers } from './keep-identifiers.ts';
import { lockPerson } from './queries.ts';

type Update = { personId: string; identifiers: ReportingIdentifiers; now: Date };

/** Keeps what reports find a person by, as the person says it now; what is null is forgotten. */
export async function updateIdentifiers(db: Executor, update: Update): Promise<void> {
  await db.transaction(async (tx) => {
    await lockPerson(tx, update.personId);
    const known = await selectIdentifiers(tx, update.personId);
    await keepIdentifiers(tx, { ...update, known });
  });
}
