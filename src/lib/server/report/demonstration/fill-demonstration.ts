import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';
import { readActivity } from '../../activity/read-activity.ts';
import type { Executor } from '../../db/index.ts';
import { insertAuditEvent } from '../../identity/audit.ts';
import { UNKNOWN_PASSWORD_HASH } from '../../identity/password.ts';
import { insertAttempts, insertReading } from './attempt-queries.ts';
import { insertSteps } from './audit-queries.ts';
import type { Batch, Checks } from './batch.ts';
import { createLearners, insertIdentifiers, insertLearners } from './people-queries.ts';
import { createPlanTables } from './plan-queries.ts';
import { readPlan, seedNumber, type Plan } from './read-plan.ts';
import { createCompletions, insertPermissions, insertRecords, insertSummaries } from './record-queries.ts';
import { addAnswers, addSittings, createSittings, scoreSittings, type Sitting } from './sitting-queries.ts';
import {
  countCompleted,
  countOfSeed,
  countRealLearners,
  leaveOutTriggers,
  mayLeaveOutTriggers
} from './state-queries.ts';

/** Whose addresses end so was made by a demonstration. RFC 2606 reserves the domain: no mail reaches it. */
export const DEMONSTRATION_DOMAIN = 'demonstration.example.org';

/** How far back learners go, in days. */
const DAYS = 365;

/** Learners in one transaction, and how many transactions at once. */
const BATCH = 10_000;
const AT_ONCE = 2;

export type FillInput = {
  slug: string;
  learners: number;
  /** How many of them have their responses on record. */
  detail: number;
  seed: string;
  amongRealLearners: boolean;
  /** Left out: by construction where there are no real learners and the role of the connection may. */
  checks?: Checks;
  now: Date;
};

/** What was made; `first` and `last` are the numbers of the learners within their seed. */
export type Filled = {
  learners: number;
  detail: number;
  completions: number;
  first: number;
  last: number;
  checks: Checks;
};

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
  if (batch.checks === 'by-construction') await leaveOutTriggers(tx);
  await createPlanTables(tx, plan);
  await createLearners(tx, batch);
  await insertLearners(tx, { batch, passwordHash: UNKNOWN_PASSWORD_HASH, domain: DEMONSTRATION_DOMAIN });
  await createSittings(tx);
  for (const sitting of sittingsOf(activity, plan)) {
    await addSittings(tx, batch, sitting);
    await addAnswers(tx, batch, sitting);
    await scoreSittings(tx, batch, sitting);
    await insertAttempts(tx, batch, sitting);
  }
  await insertReading(tx);
  await createCompletions(tx, batch);
  await insertRecords(tx, batch);
  if (batch.checks === 'by-construction') await insertSummaries(tx, batch);
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

type Span = { first: number; last: number };

/** Learners from `first` to `last` in batches. */
function cut({ first, last }: Span, common: Omit<Batch, 'first' | 'last'>): Batch[] {
  const starts = Array.from(
    { length: Math.ceil((last - first + 1) / BATCH) },
    (_, index) => first + index * BATCH
  );
  return starts.map((start) => ({ ...common, first: start, last: Math.min(last, start + BATCH - 1) }));
}

/** Writes all batches, some at a time. Returns how many completed. */
async function keepAll(db: Executor, fillings: Filling[], now: Date): Promise<number> {
  let completions = 0;
  const work = async () => {
    for (let filling = fillings.shift(); filling; filling = fillings.shift()) {
      const completed = await keepBatch(db, filling, now);
      completions += completed;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return completions;
}

/** Beside records of real people every check stays. */
async function chooseChecks(db: Executor): Promise<Checks> {
  const isAlone = (await countRealLearners(db, DEMONSTRATION_DOMAIN)) === 0;
  return isAlone && (await mayLeaveOutTriggers(db)) ? 'by-construction' : 'by-database';
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
  const { seed, now, learners, detail } = input;
  const until = new Date(now.toISOString().slice(0, 10));
  const plan = await readPlan(db, { activity, seed, days: DAYS, until });
  const before = await countOfSeed(db, { seed, domain: DEMONSTRATION_DOMAIN });
  const checks = input.checks ?? (await chooseChecks(db));
  const span = { first: before + 1, last: before + learners };
  const { activityId, activityVersionId } = activity;
  const batches = cut(span, {
    seed,
    seedNumber: seedNumber(seed),
    detailUpTo: before + detail,
    until,
    activityId,
    activityVersionId,
    checks
  });
  const fillings = batches.map((batch) => ({ batch, plan, activity }));
  return success({ learners, detail, completions: await keepAll(db, fillings, now), ...span, checks });
}
