import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import type { AccommodationGrant } from '#lib/domain/attempt/accommodation-form.ts';
import { endAccommodation } from '#lib/server/attempt/end-accommodation.ts';
import { finishAttempt } from '#lib/server/attempt/finish-attempt.ts';
import { grantAccommodation } from '#lib/server/attempt/grant-accommodation.ts';
import { readAccommodation } from '#lib/server/attempt/read-accommodation.ts';
import { readAccommodations } from '#lib/server/attempt/read-accommodations.ts';
import type { Executor } from '#lib/server/db/index.ts';
import { accommodations } from '#lib/server/db/schema/attempt-accommodation.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';
import { attemptRow, begin, beginPretest, start, type Sitting } from '../../support/sitting.ts';
import { timeSample } from '../../support/timed-sample.ts';

/** On the day on which `begin` starts attempts, at 12:00. */
const at = (time: string) => new Date(`2027-01-31T${time}:00Z`);

const half: AccommodationGrant = {
  terms: { extraTimePercent: 50, breakMinutes: 0, untimed: false },
  validFrom: '2027-01-31',
  validUntil: null,
  basis: 'Confirmed by Dr. Example'
};
const untimed: AccommodationGrant = {
  ...half,
  terms: { extraTimePercent: 0, breakMinutes: 0, untimed: true }
};

/** Somebody in the assessment, which they began at 12:00, and an admin. */
async function sit(db: Executor): Promise<Sitting & { actorId: string }> {
  const sitting = await begin(db, 'assessment');
  const admin = await makePerson(db, { roles: ['admin'] });
  return { ...sitting, actorId: admin.id };
}

const closes = async (db: Executor, sitting: Sitting) =>
  (await attemptRow(db, sitting)).closesAt?.toISOString().slice(11, 16) ?? 'never';

describeOnEachDatabase('accommodations of a person', (on) => {
  beforeAll(() => timeSample(on.database.db));

  it('move the attempt under way when they are granted, changed and ended, and not before now', async () => {
    const { db } = on.database;
    const { personId, attemptId, actorId, ...sitting } = await sit(db);
    const act = { personId, actorId };
    const theirs = { ...sitting, personId, attemptId };
    const granted = await grantAccommodation(db, { ...act, grant: half, seen: null, now: at('12:10') });
    expect(granted).toEqual({ ok: true, value: [attemptId] });
    expect(await closes(db, theirs)).toBe('13:00');
    expect(await readAccommodation(db, { personId, now: at('12:11') })).toEqual(half.terms);

    const { standing, underWay } = await readAccommodations(db, personId);
    expect(standing).toMatchObject({ ...half, grantedBy: 'Ana Müller', endedAt: null });
    expect(underWay).toMatchObject([{ id: attemptId, closesAt: at('13:00') }]);
    const seen = standing?.id ?? '';
    // It is 13:30, and the attempt is closed but not finished.
    const later = { ...act, grant: untimed, now: at('13:30') };
    expect(await grantAccommodation(db, { ...later, seen: null })).toMatchObject({
      problem: 'changed-meanwhile'
    });
    expect(await grantAccommodation(db, { ...later, seen })).toEqual({ ok: true, value: [attemptId] });
    expect(await closes(db, theirs)).toBe('never');

    const instead = (await readAccommodations(db, personId)).standing?.id ?? '';
    expect(await endAccommodation(db, { ...act, seen, now: at('13:45') })).toMatchObject({ ok: false });
    expect(await endAccommodation(db, { ...act, seen: instead, now: at('13:45') })).toMatchObject({
      ok: true
    });
    expect(await closes(db, theirs)).toBe('13:45');
    expect(await readAccommodation(db, { personId, now: at('13:46') })).toBeNull();
    expect((await readAccommodations(db, personId)).ended.map(({ id }) => id)).toEqual([instead, seen]);

    const events = await db
      .select({
        action: auditEvents.action,
        detail: auditEvents.detail,
        reason: sql<string | null>`p.reason`
      })
      .from(auditEvents)
      .leftJoin(sql`audit_particulars p`, sql`p.event_id = ${auditEvents.id}`)
      .where(
        and(
          eq(auditEvents.subjectKind, 'person'),
          eq(auditEvents.subjectId, personId),
          eq(auditEvents.actorId, actorId)
        )
      )
      .orderBy(auditEvents.id);
    expect(events).toEqual([
      {
        action: 'attempt.grant-accommodation',
        detail: { accommodationId: seen, instead: null, movedAttempts: [attemptId] },
        reason: null
      },
      {
        action: 'attempt.grant-accommodation',
        detail: { accommodationId: instead, instead: seen, movedAttempts: [attemptId] },
        reason: null
      },
      {
        action: 'attempt.end-accommodation',
        detail: { accommodationId: instead, movedAttempts: [attemptId] },
        reason: null
      }
    ]);
  });

  it('stand one at a time, are ended and never changed, and move nothing on days on which they do not hold', async () => {
    const { db } = on.database;
    const { personId, attemptId, actorId } = await sit(db);
    const act = { personId, actorId, now: at('12:10') };
    const tomorrow = { ...half, validFrom: '2027-02-01' };
    expect(await grantAccommodation(db, { ...act, grant: tomorrow, seen: null })).toEqual({
      ok: true,
      value: []
    });
    expect(await readAccommodation(db, { personId, now: at('23:59') })).toBeNull();
    const second = {
      id: crypto.randomUUID(),
      personId,
      ...untimed.terms,
      validFrom: '2027-01-31',
      basis: 'X',
      grantedBy: actorId,
      grantedAt: at('12:11')
    };
    const standing = eq(accommodations.personId, personId);
    expect(await refusedByDatabase(db.insert(accommodations).values(second))).toContain('one_standing');
    expect(await refusedByDatabase(db.update(accommodations).set({ basis: 'Y' }).where(standing))).toContain(
      'never changed'
    );
    expect(await refusedByDatabase(db.delete(accommodations).where(standing))).toContain('never changed');
    const seen = (await readAccommodations(db, personId)).standing?.id ?? '';
    expect(await endAccommodation(db, { ...act, seen })).toEqual({ ok: true, value: [] });
    expect(
      await refusedByDatabase(db.update(accommodations).set({ endedAt: null, endedBy: null }).where(standing))
    ).toContain('never changed');
    expect(await closes(db, { personId, attemptId })).toBe('12:40');
    const nobody = { ...act, personId: crypto.randomUUID() };
    expect(await grantAccommodation(db, { ...nobody, grant: half, seen: null })).toMatchObject({
      problem: 'unknown-person'
    });
  });

  it('count for an attempt that begins with them, or at the very moment at which they are granted', async () => {
    const { db } = on.database;
    const pretest = await beginPretest(db);
    const { personId } = pretest;
    const { id: actorId } = await makePerson(db, { roles: ['admin'] });
    await finishAttempt(db, { ...pretest, now: at('12:00') });
    const [sitting] = await Promise.all([
      start(db, personId, { kind: 'assessment' }),
      grantAccommodation(db, { personId, grant: half, seen: null, actorId, now: at('12:00') })
    ]);
    expect(await closes(db, sitting)).toBe('13:00');
  });
});
