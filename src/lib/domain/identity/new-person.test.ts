import { describe, expect, it } from 'vitest';
import { NO_PERSON_FIELDS, parseNewPerson } from './new-person.ts';

const fields = {
  email: 'ana@example.org',
  givenName: 'فاطمة',
  familyName: 'المنصوري',
  profession: 'physician',
  country: 'CH',
  roles: ['educator', 'educator', 'owner']
};

describe('a person whom an admin adds', () => {
  it('has an address, a name in any script, and each known role once', () => {
    const parsed = parseNewPerson(fields);
    expect(parsed.ok && parsed.value).toMatchObject({
      email: 'ana@example.org',
      profile: { givenName: 'فاطمة', credentials: '', npi: null },
      roles: ['educator']
    });
  });

  it('is refused with a message at each field, in words about somebody else', () => {
    const parsed = parseNewPerson({ ...NO_PERSON_FIELDS, roles: [] });
    expect(parsed.ok ? [] : parsed.problem).toEqual([
      { field: 'email', message: 'Enter an e-mail address, like name@example.org' },
      { field: 'givenName', message: 'Enter the given name' },
      { field: 'familyName', message: 'Enter the family name' },
      { field: 'profession', message: 'Choose the profession' },
      { field: 'country', message: 'Choose the country' },
      { field: 'roles', message: 'Choose at least one role' }
    ]);
  });
});
