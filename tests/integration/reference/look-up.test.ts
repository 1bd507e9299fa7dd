import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { auditEvents } from '#lib/server/db/schema/identity.ts';
import { referenceSettings } from '#lib/server/db/schema/reference.ts';
import { readReferenceSettings } from '#lib/server/reference/read-reference-settings.ts';
import { updateReferenceSettings } from '#lib/server/reference/update-reference-settings.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';
import { refusedByDatabase } from '../../support/refused-by-database.ts';

const now = new Date('2026-12-01T08:00:00Z');

describeOnEachDatabase('the switch for looking references up on the web', (on) => {
  it('is off until an admin turns it on, with one audit row a change', async () => {
    const { db } = on.database;
    const { id: actorId } = await makePerson(db, { roles: ['admin'] });
    expect(await readReferenceSettings(db)).toEqual({ looksUp: false });
    for (const looksUp of [false, true, true]) await updateReferenceSettings(db, { looksUp, actorId, now });
    expect(await readReferenceSettings(db)).toEqual({ looksUp: true });
    const rows = await db
      .select({ actorId: auditEvents.actorId, detail: auditEvents.detail })
      .from(auditEvents)
      .where(eq(auditEvents.action, 'reference.update-reference-settings'));
    expect(rows).toEqual([{ actorId, detail: { before: { looksUp: false }, after: { looksUp: true } } }]);
    await refusedByDatabase(db.delete(referenceSettings));
  });
});
