import { and, eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Profile } from '#lib/domain/identity/profile.ts';
import { auditEvents, profiles } from '#lib/server/db/schema/identity.ts';
import { readProfile } from '#lib/server/identity/read-profile.ts';
import { updateProfile } from '#lib/server/identity/update-profile.ts';
import { describeOnEachDatabase } from '../../support/each-database.ts';
import { NOON } from '../../support/learner.ts';
import { makePerson } from '../../support/people.ts';

const profile: Profile = {
  givenName: '小明',
  familyName: '王',
  credentials: 'MD, PhD',
  profession: 'nurse',
  specialty: '',
  country: 'CN',
  npi: null
};

describeOnEachDatabase('changing the profile', (on) => {
  const detailsOf = async (personId: string) => {
    const rows = await on.database.db
      .select({ detail: auditEvents.detail })
      .from(auditEvents)
      .where(and(eq(auditEvents.actorId, personId), eq(auditEvents.action, 'identity.update-profile')));
    return rows.map(({ detail }) => detail);
  };

  it('keeps what was said, and puts on record which fields changed, without their content', async () => {
    const { id: personId } = await makePerson(on.database.db, { npi: '1234567893', specialty: '' });
    await updateProfile(on.database.db, { personId, profile: { ...profile, credentials: 'MD' }, now: NOON });
    expect(await readProfile(on.database.db, personId)).toEqual({ ...profile, credentials: 'MD', npi: '' });
    expect(await detailsOf(personId)).toEqual([
      { changed: ['givenName', 'familyName', 'profession', 'country', 'npi'] }
    ]);
  });

  it('puts nothing on record where nothing changed', async () => {
    const { id: personId } = await makePerson(on.database.db, profile);
    await updateProfile(on.database.db, { personId, profile, now: NOON });
    expect(await detailsOf(personId)).toEqual([]);
  });

  it('makes the profile of a person who had none', async () => {
    const { id: personId } = await makePerson(on.database.db);
    await on.database.db.delete(profiles).where(eq(profiles.personId, personId));
    expect(await readProfile(on.database.db, personId)).toMatchObject({ givenName: '', profession: '' });
    await updateProfile(on.database.db, { personId, profile, now: NOON });
    expect(await readProfile(on.database.db, personId)).toMatchObject({ givenName: '小明' });
  });
});
