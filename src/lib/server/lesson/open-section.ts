import type { Executor } from '../db/index.ts';
import { insertSectionProgress } from './queries.ts';

/**
 * Notes that a signed-in learner opened a section, so that the lesson can resume there. Only the first time is kept, and
 * it is no record that credit rests on, so there is no audit row.
 */
export async function openSection(
  db: Executor,
  input: { personId: string; sectionId: string; now: Date }
): Promise<void> {
  const { personId, sectionId, now } = input;
  await insertSectionProgress(db, { personId, sectionId, openedAt: now });
}
