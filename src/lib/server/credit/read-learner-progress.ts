import type { FormProgress, LearnerProgress } from '#lib/domain/credit/learner-progress.ts';
import type { Executor } from '../db/index.ts';
import {
  listAttemptsByAssessment,
  listSections,
  selectNextPosition,
  selectRecords
} from './progress-queries.ts';
import type { LearnerAndVersion } from './queries.ts';

type AttemptRow = Awaited<ReturnType<typeof listAttemptsByAssessment>>[number];

/** Where the person stands with one form, from its rows (at least one, oldest attempt first). */
async function formProgress(db: Executor, rows: AttemptRow[]): Promise<FormProgress> {
  const begun = rows.filter((row) => row.attemptId !== null);
  const open = begun.find((row) => row.state === 'in-progress')?.attemptId ?? null;
  return {
    attemptsUsed: begun.length,
    maxAttempts: rows[0]?.maxAttempts ?? null,
    open: open === null ? null : { attemptId: open, nextPosition: await selectNextPosition(db, open) },
    lastSubmittedAttemptId: begun.findLast((row) => row.state === 'submitted')?.attemptId ?? null
  };
}

async function lessonProgress(db: Executor, learner: LearnerAndVersion): Promise<LearnerProgress['lesson']> {
  const sections = await listSections(db, learner);
  const next = sections.find((section) => section.openedAt === null);
  return {
    sectionsTotal: sections.length,
    sectionsOpened: sections.filter((section) => section.openedAt !== null).length,
    nextSection: next ? { slug: next.slug, title: next.title } : null
  };
}

/**
 * Where a person stands in an activity version. It is derived from attempts, opened sections and records each time, so it
 * cannot disagree with them. Throws where there is no such version.
 */
export async function readLearnerProgress(
  db: Executor,
  learner: LearnerAndVersion
): Promise<LearnerProgress> {
  const records = await selectRecords(db, learner);
  const rows = await listAttemptsByAssessment(db, learner);
  const preTest = rows.filter((row) => row.kind === 'pre-test');
  const assessment = rows.filter((row) => row.kind === 'assessment');
  const [preTestRow] = preTest;
  return {
    slug: records.slug,
    title: records.title,
    preTest: preTestRow ? { ...(await formProgress(db, preTest)), required: preTestRow.required } : null,
    lesson: await lessonProgress(db, learner),
    assessment: {
      ...(await formProgress(db, assessment)),
      passedAttemptId: assessment.find((row) => row.passed)?.attemptId ?? null
    },
    evaluationSubmitted: records.evaluationId !== null,
    completedOn: records.completedOn,
    quarterCredits: records.quarterCredits
  };
}
