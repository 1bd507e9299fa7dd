import { and, desc, eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { auditEvents, personRoles } from '#lib/server/db/schema/identity.ts';
import { grantRole, withdrawRole } from '#lib/server/identity/change-role.ts';
import { readPerson } from '#lib/server/identity/read-people.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';

const now = new Date('2027-03-01T12:00:00Z');

describeOnEachDatabase(
  'giving and taking roles',
  (on) => {
    beforeEach(async () => {
      await on.database.db.delete(personRoles).where(eq(personRoles.role, 'admin'));
    });

    it('gives a role once, takes it once, and keeps on record who did it', async () => {
      const { db } = on.database;
      const { id: actorId } = await makePerson(db, { roles: ['admin'] });
      const { id: personId } = await makePerson(db);
      const change = { personId, role: 'educator', actorId, now } as const;
      await grantRole(db, change);
      await grantRole(db, change);
      expect((await readPerson(db, personId))?.roles).toEqual(['clinician', 'educator']);
      await withdrawRole(db, change);
      await withdrawRole(db, change);
      expect((await readPerson(db, personId))?.roles).toEqual(['clinician']);
      const rows = await db
        .select({ action: auditEvents.action, detail: auditEvents.detail })
        .from(auditEvents)
        .where(and(eq(auditEvents.subjectId, personId), eq(auditEvents.actorId, actorId)))
        .orderBy(desc(auditEvents.id));
      expect(rows).toEqual([
        { action: 'identity.withdraw-role', detail: { role: 'educator' } },
        { action: 'identity.grant-role', detail: { role: 'educator' } }
      ]);
    });

    it('does not take the role of the last admin', async () => {
      const { db } = on.database;
      const { id: personId } = await makePerson(db, { roles: ['admin', 'clinician'] });
      const taken = await withdrawRole(db, { personId, role: 'admin', actorId: personId, now });
      expect(taken).toEqual({ ok: false, problem: 'last-admin' });
      expect((await readPerson(db, personId))?.roles).toContain('admin');
    });

    it('leaves an admin when two take the role from each other in the same instant', async () => {
      const { db } = on.database;
      for (let round = 0; round < 5; round += 1) {
        await db.delete(personRoles).where(eq(personRoles.role, 'admin'));
        const { id: one } = await makePerson(db, { roles: ['admin'] });
        const { id: other } = await makePerson(db, { roles: ['admin'] });
        const taken = await Promise.all([
          withdrawRole(db, { personId: one, role: 'admin', actorId: other, now }),
          withdrawRole(db, { personId: other, role: 'admin', actorId: one, now })
        ]);
        expect(taken.filter((each) => each.ok)).toHaveLength(1);
        expect(await db.select().from(personRoles).where(eq(personRoles.role, 'admin'))).toHaveLength(1);
      }
    });

    it('knows nobody under an id that no person has', async () => {
      const { db } = on.database;
      const change = { personId: crypto.randomUUID(), role: 'admin', actorId: null, now } as const;
      expect(await grantRole(db, change)).toEqual({ ok: false, problem: 'unknown-person' });
      expect(await withdrawRole(db, change)).toEqual({ ok: false, problem: 'unknown-person' });
    });
  },
  'empty'
);
