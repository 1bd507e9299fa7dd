import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { readActivity } from '../../activity/read-activity.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { UNKNOWN_PASSWORD_HASH } from '../../identity/password.ts';
import { insertAttempts, insertReading } from './attempt-queries.ts';
import { insertSteps } from './audit-queries.ts';
import type { Batch } from './batch.ts';
import { createLearners, insertIdentifiers, insertLearners } from './people-queries.ts';
import { createPlanTables } from './plan-queries.ts';
import { readPlan, seedNumber, type Plan } from './read-plan.ts';
import { createCompletions, insertPermissions, insertRecords } from './record-queries.ts';
import { addAnswers, addSittings, createSittings, scoreSittings, type Sitting } from './sitting-queries.ts';
import { countCompleted, countOfSeed, countRealLearners } from './state-queries.ts';

/** Whose addresses end so was made by a demonstration. RFC 2606 reserves the domain: no mail reaches it. */
export const DEMONSTRATION_DOMAIN = 'demonstration.example.org';

/** How far back learners go, in days. */
const DAYS = 365;

/** Learners in one transaction, and how many transactions at once. */
const BATCH = 5_000;
const AT_ONCE = 2;

export type FillInput = {
  slug: string;
  learners: number;
  /** How many of them have their responses on record. */
  detail: number;
  seed: string;
  amongRealLearners: boolean;
  now: Date;
};

export type Filled = { learners: number; detail: number; completions: number; first: number; last: number };

export type FillRefusal = 'no-such-activity' | 'accredited' | 'real-learners';

/** The tries that learners have, in the order in which they happen. */
function sittingsOf(activity: ActivityFacts, plan: Plan): Sitting[] {
  return activity.assessments
    .toSorted((one, other) => other.kind.localeCompare(one.kind))
    .flatMap(({ id, kind, passingPercent }) => {
      if (kind === 'practice') return [];
      const tries =
        kind === 'pre-test'
          ? 1
          : Math.max(...plan.forms.filter((place) => place.kind === kind).map(({ ordinal }) => ordinal));
      return Array.from({ length: tries }, (_, index) => ({
        kind,
        ordinal: index + 1,
        assessmentId: id,
        passingPercent
      }));
    });
}

/** Writes a batch in the transaction. Returns how many completed. */
async function fillBatch(tx: Executor, { batch, plan, activity }: Filling): Promise<number> {
  await createPlanTables(tx, plan);
  await createLearners(tx, batch);
  await insertLearners(tx, { batch, passwordHash: UNKNOWN_PASSWORD_HASH, domain: DEMONSTRATION_DOMAIN });
  await createSittings(tx);
  for (const sitting of sittingsOf(activity, plan)) {
    await addSittings(tx, batch, sitting);
    await addAnswers(tx, batch, sitting);
    await scoreSittings(tx, batch, sitting);
    await insertAttempts(tx, sitting);
  }
  await insertReading(tx);
  await createCompletions(tx, batch);
  await insertRecords(tx, batch);
  await insertIdentifiers(tx, batch);
  await insertPermissions(tx, batch);
  await insertSteps(tx, batch);
  return countCompleted(tx);
}

type Filling = { batch: Batch; plan: Plan; activity: ActivityFacts };

/** A batch with its audit row. */
function keepBatch(db: Executor, filling: Filling, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const completions = await fillBatch(tx, filling);
    const { seed, first, last, detailUpTo, activityVersionId } = filling.batch;
    await insertAuditEvent(tx, {
      at: now,
      actorId: null,
      action: 'report.fill-demonstration',
      subject: { kind: 'activity-version', id: activityVersionId },
      detail: { demonstration: seed, first, last, detailUpTo, completions }
    });
    return completions;
  });
}

async function refusalOf(
  db: Executor,
  { amongRealLearners }: FillInput,
  activity: ActivityFacts | null
): Promise<FillRefusal | null> {
  if (activity === null) return 'no-such-activity';
  // Their documents would carry an accreditor's wording, for people who do not exist.
  if (activity.accreditation.mode === 'accredited') return 'accredited';
  const isReal = !amongRealLearners && (await countRealLearners(db, DEMONSTRATION_DOMAIN)) > 0;
  return isReal ? 'real-learners' : null;
}

/**
 * Makes learners who do not exist, with all that real ones leave behind, for demonstrations and measurements. The same
 * seed on the same day gives the same learners; called again with it, it goes on where it ended.
 */
export async function fillDemonstration(
  db: Executor,
  input: FillInput
): Promise<Result<Filled, FillRefusal>> {
  const activity = await readActivity(db, input.slug);
  const refusal = await refusalOf(db, input, activity);
  if (refusal !== null || activity === null) return failure(refusal ?? 'no-such-activity');
  const { seed, now } = input;
  const until = new Date(now.toISOString().slice(0, 10));
  const plan = await readPlan(db, { activity, seed, days: DAYS, until });
  const before = await countOfSeed(db, { seed, domain: DEMONSTRATION_DOMAIN });
  const last = before + input.learners;
  const common = { seed, seedNumber: seedNumber(seed), detailUpTo: before + input.detail, until };
  const batches: Batch[] = [];
  for (let first = before + 1; first <= last; first += BATCH)
    batches.push({
      ...common,
      first,
      last: Math.min(last, first + BATCH - 1),
      activityVersionId: activity.activityVersionId
    });
  let completions = 0;
  const work = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const completed = await keepBatch(db, { batch, plan, activity }, now);
      completions += completed;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return success({ learners: input.learners, detail: input.detail, completions, first: before + 1, last });
}
