import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { assessments } from '../db/schema/activity.ts';
import { attemptItems, attempts, responses } from '../db/schema/attempt.ts';
import { itemVersionReferences, questionBanks } from '../db/schema/question-bank.ts';
import { references } from '../db/schema/reference.ts';

const attemptColumns = {
  id: attempts.id,
  kind: assessments.kind,
  title: assessments.title,
  bank: questionBanks.code,
  ordinal: attempts.ordinal,
  seed: attempts.seed,
  startedAt: attempts.startedAt,
  submittedAt: attempts.submittedAt,
  itemsCorrect: attempts.itemsCorrect,
  itemsTotal: attempts.itemsTotal,
  itemsDropped: attempts.itemsDropped,
  passingPercent: assessments.passingPercent,
  passed: attempts.passed,
  maxAttempts: assessments.maxAttempts
};

/** What a person submitted of a version until an instant, in the order of the way; practice counts for nothing and is left out. */
export function listSubmittedAttempts(
  db: Executor,
  which: { personId: string; versionId: string; until: Date }
) {
  return db
    .select(attemptColumns)
    .from(attempts)
    .innerJoin(assessments, eq(assessments.id, attempts.assessmentId))
    .innerJoin(questionBanks, eq(questionBanks.id, assessments.bankId))
    .where(
      and(
        eq(attempts.personId, which.personId),
        eq(assessments.activityVersionId, which.versionId),
        inArray(assessments.kind, ['pre-test', 'assessment']),
        eq(attempts.state, 'submitted'),
        lte(attempts.submittedAt, which.until)
      )
    )
    .orderBy(sql`${assessments.kind} = 'assessment'`, asc(attempts.ordinal));
}

/** Every place of these forms with its response. Flags and options ruled out are no part of the record. */
export function listFrozenPlaces(db: Executor, attemptIds: string[]) {
  const { attemptId, position, itemVersionId, optionOrder, targetOrder } = attemptItems;
  const { response, correct, answeredAt, sequence } = responses;
  return db
    .select({
      attemptId,
      itemVersionId,
      place: { position, optionOrder, targetOrder, response, correct, sequence },
      answeredAt
    })
    .from(attemptItems)
    .leftJoin(responses, and(eq(responses.attemptId, attemptId), eq(responses.position, position)))
    .where(inArray(attemptId, attemptIds))
    .orderBy(asc(attemptId), asc(position));
}

/** What these item versions leaned on when they went live. */
export function listItemReferences(db: Executor, itemVersionIds: string[]) {
  const { itemVersionId, referenceId, csl, authorsTruncated } = itemVersionReferences;
  return db
    .select({ itemVersionId, citationKey: references.citationKey, csl, authorsTruncated })
    .from(itemVersionReferences)
    .innerJoin(references, eq(references.id, referenceId))
    .where(inArray(itemVersionId, itemVersionIds))
    .orderBy(asc(itemVersionId), asc(references.citationKey));
}
