import { describe, expect, it } from 'vitest';
import {
  accommodationFieldsOf,
  emptyAccommodation,
  parseAccommodation,
  type AccommodationFields
} from './accommodation-form.ts';

const TODAY = '2027-01-31';

const FIELDS: AccommodationFields = {
  extraTimePercent: '50',
  breakMinutes: '15',
  untimed: '',
  validFrom: '2027-01-31',
  validUntil: '2027-12-31',
  basis: 'Office for disability services'
};

const read = (fields: Partial<AccommodationFields>) => parseAccommodation({ ...FIELDS, ...fields }, TODAY);

function termsOf(fields: Partial<AccommodationFields>) {
  const parsed = read(fields);
  return parsed.ok ? parsed.value.terms : parsed.problem.map(({ field }) => field);
}

describe('the form of an accommodation', () => {
  it('reads what the form of what stands says again', () => {
    const parsed = read({ basis: '  Office  for disability services ' });
    expect(parsed.ok && accommodationFieldsOf(parsed.value)).toEqual(FIELDS);
    expect(parsed).toMatchObject({ ok: true, value: { validUntil: '2027-12-31' } });
    expect(read({ validUntil: '' })).toMatchObject({ ok: true, value: { validUntil: null } });
  });

  it('takes extra time up to 300%, breaks up to 240 minutes, or either alone', () => {
    expect(termsOf({ extraTimePercent: '300', breakMinutes: '240' })).toEqual({
      extraTimePercent: 300,
      breakMinutes: 240,
      untimed: false
    });
    expect(termsOf({ extraTimePercent: '', breakMinutes: ' 5 ' })).toMatchObject({ breakMinutes: 5 });
    expect(termsOf({ extraTimePercent: '33', breakMinutes: '0' })).toMatchObject({ extraTimePercent: 33 });
  });

  it('takes no limit for everything', () => {
    expect(termsOf({ untimed: 'yes', extraTimePercent: 'x' })).toEqual({
      extraTimePercent: 0,
      breakMinutes: 0,
      untimed: true
    });
  });

  it.each<[Partial<AccommodationFields>, string[]]>([
    [{ extraTimePercent: '301' }, ['extraTimePercent']],
    [{ extraTimePercent: '12.5' }, ['extraTimePercent']],
    [{ extraTimePercent: '-1', breakMinutes: '241' }, ['extraTimePercent', 'breakMinutes']],
    [{ extraTimePercent: '0', breakMinutes: '' }, ['extraTimePercent']],
    [{ validFrom: '2027-02-29' }, ['validFrom']],
    [{ validUntil: '9999999999-01-01' }, ['validUntil']],
    [{ validFrom: '2027-03-01', validUntil: '2027-02-28' }, ['validUntil']],
    [{ validFrom: '2026-01-01', validUntil: '2027-01-30' }, ['validUntil']],
    [{ basis: ' ' }, ['basis']],
    [{ basis: 'a'.repeat(201) }, ['basis']],
    [{ basis: 'a\u0000b' }, ['basis']],
    [{ untimed: 'yes', validFrom: '', basis: '' }, ['validFrom', 'basis']]
  ])('refuses %j at its fields', (fields, at) => {
    expect(termsOf(fields)).toEqual(at);
  });

  it('grants nothing as it opens', () => {
    expect(parseAccommodation(emptyAccommodation(TODAY), TODAY)).toMatchObject({
      ok: false,
      problem: [{ field: 'extraTimePercent' }, { field: 'basis' }]
    });
  });
});
