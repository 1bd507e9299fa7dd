import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { NO_IDENTIFIERS, type ReportingIdentifiers } from '#lib/domain/credit/reporting-identifiers.ts';
import { readIdentifiers } from '#lib/server/credit/read-identifiers.ts';
import { updateIdentifiers } from '#lib/server/credit/update-identifiers.ts';
import { reportingIdentifiers } from '#lib/server/db/schema/credit.ts';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { NOON } from '../../support/learner.ts';
import { makePerson } from '../../support/people.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

const WHOLE: ReportingIdentifiers = {
  licence: { state: 'CA', number: 'A 012345' },
  boardId: '004321',
  birthDay: { month: 2, day: 29 },
  nabpId: '0123456'
};

describeOnEachDatabase('the identifiers of a person', (on) => {
  const save = (personId: string, identifiers: ReportingIdentifiers) =>
    updateIdentifiers(on.database.db, { personId, identifiers, now: NOON });

  const detailsOf = async (personId: string) => {
    const rows = await on.database.db
      .select({ detail: auditEvents.detail })
      .from(auditEvents)
      .where(and(eq(auditEvents.actorId, personId), eq(auditEvents.action, 'credit.update-identifiers')))
      .orderBy(auditEvents.id);
    return rows.map(({ detail }) => detail);
  };

  it('are kept as they were written, and forgotten when they are taken out', async () => {
    const { id } = await makePerson(on.database.db);
    expect(await readIdentifiers(on.database.db, id)).toEqual(NO_IDENTIFIERS);
    await save(id, WHOLE);
    expect(await readIdentifiers(on.database.db, id)).toEqual(WHOLE);
    await save(id, { ...WHOLE, licence: null, nabpId: null });
    expect(await readIdentifiers(on.database.db, id)).toEqual({ ...WHOLE, licence: null, nabpId: null });
  });

  it('leave on record which of them changed, and no value', async () => {
    const { id } = await makePerson(on.database.db);
    await save(id, WHOLE);
    await save(id, { ...WHOLE, birthDay: { month: 3, day: 29 } });
    await save(id, { ...WHOLE, birthDay: { month: 3, day: 29 } });
    await save(id, NO_IDENTIFIERS);
    const all = ['licenceState', 'licenceNumber', 'boardId', 'birthMonth', 'birthDay', 'nabpId'];
    expect(await detailsOf(id)).toEqual([{ changed: all }, { changed: ['birthMonth'] }, { changed: all }]);
  });

  it('have no half of a license or a birth day in the database', async () => {
    const { id: personId } = await makePerson(on.database.db);
    const insert = (row: object) =>
      refusedByDatabase(
        on.database.db.insert(reportingIdentifiers).values({ personId, updatedAt: NOON, ...row })
      );
    expect(await insert({ licenceState: 'CA' })).toContain('licence_whole');
    expect(await insert({ birthMonth: 2 })).toContain('birth_whole');
    expect(await insert({ birthMonth: 13, birthDay: 1 })).toContain('month_range');
  });
});
