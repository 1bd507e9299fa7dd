import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProfile } from './profile.ts';
import type { ProfileFields } from './profile.ts';

const FIELDS: ProfileFields = {
  givenName: 'Ana',
  familyName: 'Müller',
  credentials: 'MD',
  profession: 'physician',
  specialty: 'Oncology',
  country: 'DE',
  npi: ''
};

const problemsOf = (changed: Partial<ProfileFields>) => {
  const profile = parseProfile({ ...FIELDS, ...changed });
  return profile.ok ? [] : profile.problem.map(({ field, message }) => `${field}: ${message}`);
};

describe('the profile of a person', () => {
  it('keeps names in any script, but for surplus space', () => {
    const profile = parseProfile({ ...FIELDS, givenName: '  Μαρία  Ελένη ', familyName: '王小明' });
    expect(profile).toMatchObject({
      ok: true,
      value: { givenName: 'Μαρία Ελένη', familyName: '王小明', npi: null }
    });
  });

  it('keeps a name that looks like a formula: it is guarded where it leaves as a table', () => {
    expect(parseProfile({ ...FIELDS, familyName: '=HYPERLINK("x")' })).toMatchObject({
      ok: true,
      value: { familyName: '=HYPERLINK("x")' }
    });
  });

  it('tells all problems at once, in the order of the form', () => {
    const empty = { givenName: '', familyName: ' ', profession: '', country: '', npi: '1234567890' };
    expect(problemsOf(empty)).toEqual([
      'givenName: Enter your given name',
      'familyName: Enter your family name',
      'profession: Choose your profession',
      'country: Choose your country',
      'npi: Check the NPI: it has 10 digits, and these do not fit together'
    ]);
  });

  it('reads an NPI with spaces or hyphens', () => {
    expect(parseProfile({ ...FIELDS, npi: ' 1234-567 893 ' })).toMatchObject({
      ok: true,
      value: { npi: '1234567893' }
    });
  });

  it.each([
    ['a NUL', 'A\u0000na'],
    ['a line break', 'A\nna'],
    ['a mark that reverses the text', 'Ana\u202egnp']
  ])('refuses a name with %s', (_, givenName) => {
    expect(problemsOf({ givenName })).toEqual([
      'givenName: Your given name has a character that cannot be printed'
    ]);
  });

  it('refuses a name of more than 100 characters', () => {
    expect(problemsOf({ familyName: '王'.repeat(100) })).toEqual([]);
    expect(problemsOf({ familyName: '王'.repeat(101) })).toHaveLength(1);
  });

  it.each(['toString', 'Physician', 'physician ', '__proto__'])('knows no profession %j', (profession) => {
    expect(problemsOf({ profession })).toEqual(['profession: Choose your profession']);
  });

  it('stores nothing that the database would refuse, whatever is typed', () => {
    const text = fc.string({ unit: 'binary', maxLength: 120 });
    const fields = fc.record({
      ...FIELDS,
      givenName: text,
      familyName: text,
      credentials: text,
      specialty: text,
      npi: text,
      profession: fc.constant('nurse'),
      country: fc.constant('US')
    });
    fc.assert(
      fc.property(fields, (typed) => {
        const profile = parseProfile(typed);
        if (!profile.ok) return;
        const { givenName, familyName, credentials, specialty, npi } = profile.value;
        const lines = [givenName, familyName, credentials, specialty];
        expect(lines.every((line) => line.isWellFormed() && !/\p{Cc}/u.test(line))).toBe(true);
        expect(npi === null || /^[12]\d{9}$/.test(npi)).toBe(true);
      })
    );
  });
});
