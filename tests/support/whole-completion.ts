import { eq } from 'drizzle-orm';
import { claimCredit } from '#lib/server/certificate/claim-credit.ts';
import { finishAttempt } from '#lib/server/attempt/finish-attempt.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { completions } from '#lib/server/db/schema/credit.ts';
import { lessonSections } from '#lib/server/db/schema/lesson.ts';
import { openSection } from '#lib/server/lesson/open-section.ts';
import { evaluate, makeLearner, NOON, type Learner } from './learner.ts';
import { places, start, submit } from './sitting.ts';

/** Takes a form of the sample: all right but the first `wrong` places. */
async function sit(
  db: Executor,
  personId: string,
  { kind, wrong }: { kind: 'pre-test' | 'assessment'; wrong: number }
): Promise<void> {
  const sitting = await start(db, personId, { kind });
  for (const { position } of await places(db, sitting))
    await submit(db, sitting, { position, right: position > wrong });
  await finishAttempt(db, { ...sitting, now: NOON });
}

/** A learner who read a section, answered every item (two of the assessment wrongly), evaluated and claimed. */
export async function makeWholeCompletion(
  db: Executor
): Promise<Learner & { completionId: string; certificateId: string }> {
  const learner = await makeLearner(db, { givenName: 'Ana', familyName: 'Müller', credentials: 'MD' });
  const { personId } = learner;
  const [section] = await db
    .select({ id: lessonSections.id })
    .from(lessonSections)
    .where(eq(lessonSections.slug, 'overview'));
  await openSection(db, { personId, sectionId: section?.id ?? '', now: NOON });
  await sit(db, personId, { kind: 'pre-test', wrong: 1 });
  await sit(db, personId, { kind: 'assessment', wrong: 2 });
  await evaluate(db, learner);
  const claim = await claimCredit(db, { ...learner, quarterCredits: 2, now: NOON });
  if (!claim.ok) throw new Error(`The claim was refused: ${JSON.stringify(claim.problem)}`);
  const [completion] = await db
    .select({ id: completions.id })
    .from(completions)
    .where(eq(completions.personId, personId));
  return { ...learner, completionId: completion?.id ?? '', certificateId: claim.value.certificateId };
}
