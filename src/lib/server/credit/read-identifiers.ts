import type { ReportingIdentifiers } from '#lib/domain/credit/reporting-identifiers.ts';
import type { Executor } from '../db/index.ts';
import { selectIdentifiers } from './identifier-queries.ts';

/** What reports find a person by, as far as it is known. */
export function readIdentifiers(db: Executor, personId: string): Promise<ReportingIdentifiers> {
  return selectIdentifiers(db, personId);
}
