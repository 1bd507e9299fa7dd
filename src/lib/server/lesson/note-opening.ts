import type { Executor } from '../db/index.ts';
import { openSection } from './open-section.ts';

/** So many openings are remembered; those that were noted first are forgotten first, and noted again to no effect. */
const MOST_REMEMBERED = 20_000;

/** Who has opened what, as far as this process has noted it: it is never taken back while the person is there. */
const noted = new Set<string>();

/** As `openSection`, for who comes again and again: what was noted before is not asked of the database a second time. */
export async function noteOpening(db: Executor, input: Parameters<typeof openSection>[1]): Promise<void> {
  const opening = `${input.personId} ${input.sectionId}`;
  if (noted.has(opening)) return;
  await openSection(db, input);
  noted.add(opening);
  const [oldest] = noted;
  if (noted.size > MOST_REMEMBERED && oldest !== undefined) noted.delete(oldest);
}
