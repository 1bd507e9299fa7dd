import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { auditEvents, people } from '#lib/server/db/schema/identity.ts';
import { outboxMessages } from '#lib/server/db/schema/identity-mail.ts';
import { addPerson } from '#lib/server/identity/add-person.ts';
import { readPeople, readPerson } from '#lib/server/identity/read-people.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { makePerson } from '../../support/people.ts';

describeOnEachDatabase(
  'the list of people',
  (on) => {
    const search = async (text: string) => {
      const { people } = await readPeople(on.database.db, { search: text, page: 1 });
      return people.map((person) => person.name);
    };

    it('finds by given name, family name, both, and address, without regard to case', async () => {
      const { db } = on.database;
      const { email } = await makePerson(db, { givenName: 'Μαρία', familyName: 'Παππά', credentials: 'RN' });
      for (const text of ['Μαρία', 'παππά', 'μαρία παππ', email.slice(0, 20).toUpperCase()]) {
        expect(await search(text)).toEqual(['Μαρία Παππά, RN']);
      }
    });

    it('takes percent, underscore and backslash as they are', async () => {
      const { db } = on.database;
      await makePerson(db, { givenName: '100%', familyName: 'a_b\\c', credentials: '' });
      for (const text of ['100%', 'a_b', 'b\\c']) expect(await search(text)).toEqual(['100% a_b\\c']);
      for (const text of ['100_', 'a%b', "' or 1=1 --"]) expect(await search(text)).toEqual([]);
    });

    it('shows 50 a page by family name, and nobody twice', async () => {
      const { db } = on.database;
      for (let number = 0; number < 51; number += 1) {
        await makePerson(db, { givenName: 'Page', familyName: `Turner ${String(number).padStart(2, '0')}` });
      }
      const first = await readPeople(db, { search: 'Page Turner', page: 1 });
      const second = await readPeople(db, { search: 'Page Turner', page: 2 });
      expect(first).toMatchObject({ total: 51, pages: 2 });
      expect(first.people).toHaveLength(50);
      expect(first.people[0]?.name).toBe('Page Turner 00, MD');
      expect(second.people.map((person) => person.name)).toEqual(['Page Turner 50, MD']);
      expect((await readPeople(db, { search: 'Page Turner', page: 3 })).people).toEqual([]);
    });

    it('takes in whom an admin adds: with roles, without a password, with a letter, and each address once', async () => {
      const { db } = on.database;
      const actorId = (await makePerson(db, { roles: ['admin'] })).id;
      const profile = {
        ...{ givenName: 'Åsa', familyName: 'Ny', credentials: '', specialty: '', country: 'SE', npi: null },
        profession: 'nurse' as const
      };
      const add = (email: string) =>
        addPerson(db, {
          ...{ email, profile, roles: ['clinician', 'educator'] },
          ...{ origin: 'https://cme.example.org', actorId, now: new Date('2027-01-31T12:00:00Z') }
        });
      const added = await add('asa.ny@example.org');
      const id = added.ok ? added.value : '';
      expect(await readPerson(db, id)).toMatchObject({ name: 'Åsa Ny', roles: ['clinician', 'educator'] });
      const [account] = await db.select().from(people).where(eq(people.id, id));
      expect(account).toMatchObject({ passwordHash: null, emailVerifiedAt: null });
      const letters = await db.select().from(outboxMessages).where(eq(outboxMessages.personId, id));
      expect(letters).toMatchObject([{ address: 'asa.ny@example.org', sentAt: null }]);
      const events = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
      expect(events).toMatchObject([{ action: 'identity.create-person', actorId }]);
      expect(await add('ASA.NY@example.org')).toEqual({ ok: false, problem: 'email-taken' });
    });

    it('never holds a password hash', async () => {
      const { db } = on.database;
      const { id } = await makePerson(db);
      expect(JSON.stringify(await readPerson(db, id))).not.toContain('argon2');
    });
  },
  'empty'
);
