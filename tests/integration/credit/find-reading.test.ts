import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { findReading } from '#lib/server/credit/find-reading.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { activityVersionReferences } from '#lib/server/db/schema/activity.ts';
import { people } from '#lib/server/db/schema/identity.ts';
import { endSession, startSession } from '#lib/server/identity/session.ts';
import { openSection } from '#lib/server/lesson/open-section.ts';
import { changeReferenceStatus } from '#lib/server/reference/change-reference-status.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { NOON, SAMPLE } from '../../support/learner.ts';
import { makePerson } from '../../support/people.ts';

const HOUR = 60 * 60 * 1000;

async function makeReader(db: Executor, givenName: string) {
  const { id: personId } = await makePerson(db, { givenName });
  const { id: sessionId } = await db.transaction((tx) => startSession(tx, { personId, now: NOON }));
  const read = (section = 'overview', now = NOON) =>
    findReading(db, { sessionId, slug: SAMPLE, section, now });
  return { personId, sessionId, read };
}

describeOnEachDatabase('what a kept page is found by', (on) => {
  it('tells each of those who ask at once of themselves alone', async () => {
    const { db } = on.database;
    const [ana, ben] = [await makeReader(db, 'Ana'), await makeReader(db, 'Ben')];
    const first = await ana.read();
    if (first === null) throw new Error('There is nothing to read.');
    await openSection(db, { personId: ana.personId, sectionId: first.sectionId, now: NOON });
    const [anas, bens, others] = await Promise.all([ana.read(), ben.read(), ben.read('references')]);
    expect(anas).toMatchObject({ person: { id: ana.personId, givenName: 'Ana' }, hasOpened: true });
    expect(bens).toMatchObject({ person: { id: ben.personId, givenName: 'Ben' }, hasOpened: false });
    expect(others, 'a section that is not there').toBeNull();
    expect(first).toMatchObject({ hasOpened: false, stamp: anas?.stamp });
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
});
