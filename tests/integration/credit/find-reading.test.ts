import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { readActivity } from '#lib/server/activity/read-activity.ts';
import { claimCredit } from '#lib/server/certificate/claim-credit.ts';
import { findOverview } from '#lib/server/credit/find-overview.ts';
import { findReading } from '#lib/server/credit/find-reading.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { activityVersionReferences } from '#lib/server/db/schema/activity.ts';
import { attempts } from '#lib/server/db/schema/attempt.ts';
import { people, profiles } from '#lib/server/db/schema/identity.ts';
import { sectionProgress } from '#lib/server/db/schema/lesson.ts';
import { endSession, startSession } from '#lib/server/identity/session.ts';
import { noteOpening } from '#lib/server/lesson/note-opening.ts';
import { openSection } from '#lib/server/lesson/open-section.ts';
import { changeReferenceStatus } from '#lib/server/reference/change-reference-status.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { evaluate, makeLearner, NOON, recordAttempt, SAMPLE } from '../../support/learner.ts';
import { makePerson } from '../../support/people.ts';

const HOUR = 60 * 60 * 1000;
const NEXT_DAY = new Date(NOON.getTime() + 24 * HOUR);

async function makeReader(db: Executor, givenName: string) {
  const { id: personId } = await makePerson(db, { givenName });
  const { id: sessionId } = await db.transaction((tx) => startSession(tx, { personId, now: NOON }));
  const read = (section = 'overview', now = NOON) =>
    findReading(db, { sessionId, slug: SAMPLE, section, now });
  return { personId, sessionId, read };
}

describeOnEachDatabase('what a page drawn before is found by', (on) => {
  it('tells each of those who ask at once of themselves alone', async () => {
    const { db } = on.database;
    const [ana, ben] = [await makeReader(db, 'Ana'), await makeReader(db, 'Ben')];
    const [anas, bens, ...none] = await Promise.all([
      ana.read(),
      ben.read(),
      ben.read('references'),
      ben.read('constructor')
    ]);
    expect(anas?.person).toMatchObject({ id: ana.personId, givenName: 'Ana' });
    expect(bens?.person).toMatchObject({ id: ben.personId, givenName: 'Ben' });
    expect(none, 'sections that are not there').toEqual([null, null]);
    expect({ ...bens, person: null }).toEqual({ ...anas, person: null });
    expect(await ana.read()).toEqual(anas);
  });

  it('notes once that a section was opened, and asks nothing of the database when it is read again', async () => {
    const { db } = on.database;
    const { personId, read } = await makeReader(db, 'Ana');
    const sectionId = String((await read())?.sectionId);
    const ofAna = eq(sectionProgress.personId, personId);
    await noteOpening(db, { personId, sectionId, now: NOON });
    expect(await db.$count(sectionProgress, ofAna)).toBe(1);
    await db.delete(sectionProgress).where(ofAna);
    await noteOpening(db, { personId, sectionId, now: NOON });
    expect(await db.$count(sectionProgress, ofAna)).toBe(0);
  });

  it('is nothing for a session that has ended, is to be noted, or belongs to a disabled account', async () => {
    const { db } = on.database;
    const [ended, noted, disabled] = [
      await makeReader(db, 'Ana'),
      await makeReader(db, 'Ben'),
      await makeReader(db, 'Cy')
    ];
    await db.transaction((tx) => endSession(tx, { sessionId: ended.sessionId, now: NOON }));
    expect(await ended.read()).toBeNull();
    expect(await noted.read('overview', new Date(NOON.getTime() + HOUR - 1))).not.toBeNull();
    expect(await noted.read('overview', new Date(NOON.getTime() + HOUR))).toBeNull();
    expect(await disabled.read()).not.toBeNull();
    await db.update(people).set({ disabledAt: NOON }).where(eq(people.id, disabled.personId));
    expect(await disabled.read()).toBeNull();
  });

  it('changes when a reference is retracted, and back when that is taken back', async () => {
    const { db } = on.database;
    const { personId: actorId, read } = await makeReader(db, 'Ana');
    const before = (await read())?.stamp;
    const [listed] = await db.select().from(activityVersionReferences).limit(1);
    const referenceId = String(listed?.referenceId);
    const become = (status: 'retracted' | 'current') =>
      changeReferenceStatus(db, { referenceId, status, note: 'As the journal says.', actorId, now: NOON });
    await become('retracted');
    const after = (await read())?.stamp;
    expect(after).toMatch(/^[0-9a-f]{64}$/);
    expect(after).not.toBe(before);
    await become('current');
    expect((await read())?.stamp).toBe(before);
  });

  it('is another one of the activity after each step, and each change of what is told there', async () => {
    const { db } = on.database;
    const learner = await makeLearner(db);
    const { personId } = learner;
    const begin = (now: Date) => db.transaction((tx) => startSession(tx, { personId, now }));
    const [today, tomorrow] = [await begin(NOON), await begin(NEXT_DAY)];
    const find = async ({ id: sessionId } = today, now = NOON) =>
      (await findOverview(db, { sessionId, slug: SAMPLE, now }))?.stamp;
    const change = (fields: { profession?: string; country?: string }) =>
      db.update(profiles).set(fields).where(eq(profiles.personId, personId));
    const [section] = (await readActivity(db, SAMPLE))?.sections ?? [];
    const steps = [
      () => openSection(db, { personId, sectionId: section?.id ?? '', now: NOON }),
      () => recordAttempt(db, learner, { kind: 'pre-test', itemsCorrect: 2 }),
      () => recordAttempt(db, learner, { kind: 'assessment', itemsCorrect: 1 }),
      () => recordAttempt(db, learner, { kind: 'assessment', itemsCorrect: 9 }),
      () => evaluate(db, learner),
      () => change({ profession: 'nurse' }),
      () => change({ country: 'FR' }),
      () => claimCredit(db, { ...learner, quarterCredits: 2, now: NOON })
    ];
    const stamps = [await find(), await find(tomorrow, NEXT_DAY)];
    for (const step of steps) {
      await step();
      stamps.push(await find());
      expect(await find(), 'the same until something changes').toBe(stamps.at(-1));
    }
    expect(stamps).not.toContain(undefined);
    expect(new Set(stamps).size).toBe(stamps.length);
  });

  it('is the same of the activity for all who have come as far, with the attempts of each', async () => {
    const { db } = on.database;
    const sit = async (...kinds: ('pre-test' | 'assessment')[]) => {
      const learner = await makeLearner(db);
      for (const kind of kinds) await recordAttempt(db, learner, { kind, itemsCorrect: 1 });
      const { personId } = learner;
      const inOrder = db.select({ id: attempts.id }).from(attempts).where(eq(attempts.personId, personId));
      const theirs = await inOrder.orderBy(attempts.assessmentId, attempts.ordinal);
      const session = await db.transaction((tx) => startSession(tx, { personId, now: NOON }));
      const found = await findOverview(db, { sessionId: session.id, slug: SAMPLE, now: NOON });
      expect(found?.attemptIds).toEqual(theirs.map(({ id }) => id));
      return found;
    };
    const one = await sit('pre-test', 'assessment', 'assessment');
    expect((await sit('assessment', 'pre-test', 'assessment'))?.stamp).toBe(one?.stamp);
    expect((await sit('pre-test', 'assessment'))?.stamp).not.toBe(one?.stamp);
  });
});
