import type { FormProgress, LearnerProgress } from '#lib/domain/credit/learner-progress.ts';
import type { Executor } from '../db/index.ts';
import {
  listAttemptsByAssessment,
  listRecords,
  listSections,
  type LearnerAndVersions
} from './progress-queries.ts';
import type { LearnerAndVersion } from './queries.ts';

type AttemptRow = Awaited<ReturnType<typeof listAttemptsByAssessment>>[number];
type SectionRow = Awaited<ReturnType<typeof listSections>>[number];
type RecordRow = Awaited<ReturnType<typeof listRecords>>[number];

/** Where the person stands with one form, from its rows (at least one, oldest attempt first). */
function formProgress(rows: AttemptRow[]): FormProgress {
  const begun = rows.filter((row) => row.attemptId !== null);
  const open = begun.find((row) => row.state === 'in-progress');
  return {
    attemptsUsed: begun.length,
    maxAttempts: rows[0]?.maxAttempts ?? null,
    open: open?.attemptId ? { attemptId: open.attemptId, nextPosition: open.nextPosition } : null,
    lastSubmittedAttemptId: begun.findLast((row) => row.state === 'submitted')?.attemptId ?? null
  };
}

function lessonProgress(sections: SectionRow[]): LearnerProgress['lesson'] {
  const next = sections.find((section) => section.openedAt === null);
  return {
    sectionsTotal: sections.length,
    sectionsOpened: sections.filter((section) => section.openedAt !== null).length,
    nextSection: next ? { slug: next.slug, title: next.title } : null
  };
}

function progressOf(record: RecordRow, rows: AttemptRow[], sections: SectionRow[]): LearnerProgress {
  const preTest = rows.filter((row) => row.kind === 'pre-test');
  const assessment = rows.filter((row) => row.kind === 'assessment');
  const [preTestRow] = preTest;
  return {
    slug: record.slug,
    title: record.title,
    preTest: preTestRow ? { ...formProgress(preTest), required: preTestRow.required } : null,
    lesson: lessonProgress(sections),
    assessment: {
      ...formProgress(assessment),
      passedAttemptId: assessment.find((row) => row.passed)?.attemptId ?? null
    },
    evaluationSubmitted: record.evaluationId !== null,
    completedOn: record.completedOn,
    quarterCredits: record.quarterCredits
  };
}

/**
 * Where a person stands in versions of activities, in the order in which they are asked about; all of them in as many
 * statements as one. It is derived from attempts, opened sections and records each time, so it cannot disagree with them.
 * Throws where there is no such version.
 */
export async function listLearnerProgress(
  db: Executor,
  learner: LearnerAndVersions
): Promise<LearnerProgress[]> {
  if (learner.activityVersionIds.length === 0) return [];
  const records = await listRecords(db, learner);
  const rows = await listAttemptsByAssessment(db, learner);
  const sections = await listSections(db, learner);
  return learner.activityVersionIds.map((id) => {
    const isOfThis = (row: { activityVersionId: string }) => row.activityVersionId === id;
    const record = records.find(isOfThis);
    if (!record) throw new Error(`There is no activity version ${id}.`);
    return progressOf(record, rows.filter(isOfThis), sections.filter(isOfThis));
  });
}

/** The same for one version. */
export async function readLearnerProgress(
  db: Executor,
  { personId, activityVersionId }: LearnerAndVersion
): Promise<LearnerProgress> {
  const [progress] = await listLearnerProgress(db, { personId, activityVersionIds: [activityVersionId] });
  if (!progress) throw new Error(`There is no activity version ${activityVersionId}.`);
  return progress;
}
