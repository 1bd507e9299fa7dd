import type { PersonCompletion } from '#lib/domain/report/person-completion.ts';
import type { Executor } from '../db/index.ts';
import { listPersonCompletions } from './person-completion-queries.ts';

/** What a person has completed, the latest first. */
export function readPersonCompletions(db: Executor, personId: string): Promise<PersonCompletion[]> {
  return listPersonCompletions(db, personId);
}
