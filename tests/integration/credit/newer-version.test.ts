import { beforeAll, expect, it } from 'vitest';
import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import { nextStep } from '#lib/domain/credit/next-step.ts';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { startAttempt } from '#lib/server/attempt/start-attempt.ts';
import { claimCredit } from '#lib/server/certificate/claim-credit.ts';
import { countPeopleInProgress } from '#lib/server/credit/count-people-in-progress.ts';
import { findReading } from '#lib/server/credit/find-reading.ts';
import { listBegunActivities } from '#lib/server/credit/list-begun-activities.ts';
import { readLearnerActivity } from '#lib/server/credit/read-learner-activity.ts';
import { readLearnerProgress } from '#lib/server/credit/read-learner-progress.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { startSession } from '#lib/server/identity/session.ts';
import { importActivity } from '#lib/server/interchange/import-activity.ts';
import { copySample } from '../../support/activity-package.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import {
  evaluate,
  makeCreditedLearner,
  makeLearner,
  makePassedLearner,
  NOON,
  recordAttempt,
  SAMPLE,
  type Learner
} from '../../support/learner.ts';

const EARLIER = new Date('2026-12-02T08:00:00Z');

/** Publishes version 0.2.0 of the sample, with another title. */
async function publishNext(db: Executor): Promise<void> {
  const sample = copySample();
  sample.replace('activity.json', '"version": "0.1.0"', '"version": "0.2.0"');
  sample.replace('activity.json', '"title": "Resistance', '"title": "Revised: resistance');
  const imported = await importActivity(db, { directory: sample.directory, now: NOON, actorId: null });
  sample.remove();
  if (!imported.ok) throw new Error(JSON.stringify(imported.problem));
}

/** Which version the pages that are kept take a person to read: it must be the same. */
async function readingOf(db: Executor, personId: string): Promise<string | undefined> {
  const { id: sessionId } = await db.transaction((tx) => startSession(tx, { personId, now: NOON }));
  const reading = await findReading(db, { sessionId, slug: SAMPLE, section: 'overview', now: NOON });
  return reading?.activityVersionId;
}

describeOnEachDatabase('a release in the midst of an activity', (on) => {
  let former: ActivityFacts | null;
  let pretested: Learner;
  let exhausted: Learner;
  let passed: Learner;
  let credited: Learner;
  let underWay: number;

  beforeAll(async () => {
    const { db } = on.database;
    former = await readActivity(db, SAMPLE);
    pretested = await makeLearner(db);
    await recordAttempt(db, pretested, { kind: 'pre-test', itemsCorrect: 2 });
    exhausted = await makeLearner(db);
    await recordAttempt(db, exhausted, { kind: 'pre-test', itemsCorrect: 2 });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await recordAttempt(db, exhausted, { kind: 'assessment', itemsCorrect: 1, at: EARLIER });
    }
    passed = await makePassedLearner(db);
    credited = await makeCreditedLearner(db);
    underWay = await countPeopleInProgress(db, pretested.activityVersionId);
    await publishNext(db);
  });

  it('was foreseen for those who can still finish, not for who has completed or used all attempts', () => {
    expect(underWay).toBe(2);
  });

  const activityFor = async (personId: string | null) => {
    const { db } = on.database;
    const found = await readLearnerActivity(db, { slug: SAMPLE, personId, now: NOON });
    if (personId !== null) expect(await readingOf(db, personId)).toBe(found?.toRead.activityVersionId);
    return (
      found && { through: found.through.version, toRead: found.toRead.version, live: found.live.version }
    );
  };

  it('shows the new version at once to newcomers, with an account or without', async () => {
    const { db } = on.database;
    expect(former?.version).toBe('0.1.0');
    const found = await readActivity(db, SAMPLE);
    expect(found).toMatchObject({ version: '0.2.0', title: expect.stringMatching(/^Revised/) });
    expect(await activityFor(null)).toEqual({ through: '0.2.0', toRead: '0.2.0', live: '0.2.0' });
    const newcomer = await makeLearner(db);
    expect(await activityFor(newcomer.personId)).toEqual({
      through: '0.2.0',
      toRead: '0.2.0',
      live: '0.2.0'
    });
  });

  it('lets who took the pre-test go on with the assessment of that version', async () => {
    const { db } = on.database;
    const { personId, activityVersionId } = pretested;
    expect(await activityFor(personId)).toEqual({ through: '0.1.0', toRead: '0.1.0', live: '0.2.0' });
    const [begun] = await listBegunActivities(db, { personId, now: NOON });
    expect(begun && nextStep(begun).label).toBe('Read the lesson');
    const started = await startAttempt(db, {
      slug: SAMPLE,
      activityVersionId,
      kind: 'assessment',
      personId,
      selection: { kind: 'all' },
      now: NOON
    });
    expect(started).toMatchObject({ ok: true, value: { isNew: true } });
    const progress = await readLearnerProgress(db, { personId, activityVersionId });
    expect(progress.assessment.open).not.toBeNull();
  });

  it('lets who passed evaluate and claim on the version that they passed', async () => {
    const { db } = on.database;
    expect(await activityFor(passed.personId)).toMatchObject({ through: '0.1.0' });
    await evaluate(db, passed);
    expect(await activityFor(passed.personId)).toMatchObject({ through: '0.1.0' });
    expect(await claimCredit(db, { ...passed, quarterCredits: 2, now: NOON })).toMatchObject({ ok: true });
    expect(await listBegunActivities(db, { personId: passed.personId, now: NOON })).toEqual([]);
  });

  it('leads who has the certificate to it, not to a second credit, and to the new text', async () => {
    const { personId } = credited;
    expect(await activityFor(personId)).toEqual({ through: '0.1.0', toRead: '0.2.0', live: '0.2.0' });
    const progress = await readLearnerProgress(on.database.db, credited);
    expect(nextStep(progress).label).toBe('View certificate');
  });

  it('gives the new version with its attempts to who has none left on the former', async () => {
    expect(await activityFor(exhausted.personId)).toMatchObject({ through: '0.2.0', toRead: '0.2.0' });
  });

  it('follows who begins the new version of their own will', async () => {
    const { db } = on.database;
    const learner = await makeLearner(db);
    const begin = (activityVersionId = '') =>
      startAttempt(db, {
        slug: SAMPLE,
        activityVersionId,
        kind: 'pre-test',
        personId: learner.personId,
        selection: { kind: 'all' },
        now: NOON
      });
    await begin(former?.activityVersionId);
    expect(await activityFor(learner.personId)).toMatchObject({ through: '0.1.0' });
    await begin(learner.activityVersionId);
    expect(await activityFor(learner.personId)).toMatchObject({ through: '0.2.0' });
  });

  it('is unknown for an activity that does not exist', async () => {
    const { personId } = credited;
    for (const slug of ['no-such-activity', 'x\0', "' or 1=1 --"]) {
      expect(await readLearnerActivity(on.database.db, { slug, personId, now: NOON })).toBeNull();
    }
  });
});
