import { asc, eq, sql } from 'drizzle-orm';
import type { Executor } from '../db/index.ts';
import { accreditationStatements } from '../db/schema/accreditation.ts';
import { activities, activityVersions, assessments } from '../db/schema/activity.ts';
import { lessons, lessonSections } from '../db/schema/lesson.ts';
import { questionBanks } from '../db/schema/question-bank.ts';

const DEMONSTRATION = {
  mode: 'demonstration',
  label: 'Demonstration, not accredited',
  statement:
    'This activity is a demonstration. It is not accredited, it awards no credit that any accreditor recognizes, and it is not medical advice.'
};

/** The oldest demonstration statement; written where there is none yet. */
export async function selectDemonstrationId(tx: Executor, now: Date): Promise<string> {
  const table = accreditationStatements;
  const [found] = await tx
    .select({ id: table.id })
    .from(table)
    .where(eq(table.mode, 'demonstration'))
    .orderBy(asc(table.createdAt))
    .limit(1);
  if (found) return found.id;
  const id = crypto.randomUUID();
  await tx.insert(table).values({ ...DEMONSTRATION, id, createdAt: now });
  return id;
}

type NewRows = {
  slug: string;
  version: typeof activityVersions.$inferInsert;
  /** The evaluation form, as it is stored. */
  evaluation: object;
  now: Date;
};

type BankName = 'practice' | 'assessment';

async function insertBanks(tx: Executor, slug: string, title: string) {
  const bank = (name: BankName) => ({
    id: crypto.randomUUID(),
    code: `${slug}/${name}`,
    title: `${title}: ${name}`
  });
  const [practice, assessment] = [bank('practice'), bank('assessment')];
  await tx.insert(questionBanks).values([practice, assessment]);
  return { practice: practice.id, assessment: assessment.id };
}

const PRETEST = {
  kind: 'pre-test',
  title: 'Before you read',
  pretestItemsOnly: true,
  feedback: 'none',
  showsScore: false,
  maxAttempts: 1,
  requiredForCompletion: true
} as const;

const PRACTICE = {
  kind: 'practice',
  title: 'Practice',
  pretestItemsOnly: false,
  feedback: 'after-each-item',
  showsScore: true,
  requiredForCompletion: false
} as const;

const ASSESSMENT = {
  kind: 'assessment',
  title: 'Assessment',
  pretestItemsOnly: false,
  feedback: 'after-submission',
  showsScore: true,
  passingPercent: 80,
  maxAttempts: 3,
  requiredForCompletion: true
} as const;

async function insertForms(tx: Executor, activityVersionId: string, banks: Record<BankName, string>) {
  const own = () => ({ id: crypto.randomUUID(), activityVersionId });
  await tx.insert(assessments).values([
    { ...own(), ...PRETEST, bankId: banks.practice },
    { ...own(), ...PRACTICE, bankId: banks.practice },
    { ...own(), ...ASSESSMENT, bankId: banks.assessment }
  ]);
}

/** Writes an activity with the parts of its first draft; false where the address is taken, and then nothing. */
export async function insertNewActivity(
  tx: Executor,
  { slug, version, evaluation, now }: NewRows
): Promise<boolean> {
  const { activityId, lessonId, title } = version;
  const made = await tx
    .insert(activities)
    .values({ id: activityId, slug, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: activities.id });
  if (made.length === 0) return false;
  await tx.insert(lessons).values({ id: lessonId, createdAt: now });
  const section = { slug: 'overview', position: 1, title: 'Overview', minutes: 1, markdown: '', source: '' };
  await tx.insert(lessonSections).values({ ...section, id: crypto.randomUUID(), lessonId });
  await tx.insert(activityVersions).values(version);
  await insertForms(tx, version.id, await insertBanks(tx, slug, title));
  await tx.execute(sql`insert into evaluation_forms (activity_version_id, form)
    values (${version.id}, ${JSON.stringify(evaluation)}::jsonb)`);
  return true;
}
