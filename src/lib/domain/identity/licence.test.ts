import { describe, expect, it } from 'vitest';
import { parseLicence } from './licence.ts';
import { US_STATES } from './us-state.ts';

const parse = (licenceState: string, licenceNumber: string) => {
  const read = parseLicence({ licenceState, licenceNumber });
  return read.ok ? read.value : read.problem.map(({ field }) => field);
};

describe('a license', () => {
  it.each(['A12345', '036-123456', '00123', 'RN 9234567', 'PS12345.1', 'MD-2019/0042', 'ma 12'])(
    'keeps the number %s as its state writes it',
    (number) => {
      expect(parse('CA', number)).toEqual({ state: 'CA', number });
    }
  );

  it('keeps no space around it, and is not there where nothing was typed', () => {
    expect(parse('NY', '  A1  2 ')).toEqual({ state: 'NY', number: 'A1 2' });
    expect(parse('', '  ')).toBeNull();
  });

  it.each([
    ['no state', '', 'A12345', ['licenceState']],
    ['a state that is none', 'XX', 'A12345', ['licenceState']],
    ['no number', 'CA', '', ['licenceNumber']],
    ['a number without a digit', 'CA', 'pending', ['licenceNumber']],
    ['a formula', 'CA', '=1+1', ['licenceNumber']],
    ['a number that is too long', 'CA', '1'.repeat(31), ['licenceNumber']],
    ['two lines', 'CA', '1\n2', ['licenceNumber']],
    ['neither', 'XX', '-', ['licenceState', 'licenceNumber']]
  ])('is refused with %s', (_, state, number, fields) => {
    expect(parse(state, number)).toEqual(fields);
  });

  it('may come from fifty states, the district and five territories', () => {
    expect(new Set(US_STATES.map(({ id }) => id)).size).toBe(56);
    expect(US_STATES.filter(({ id, label }) => !/^[A-Z]{2}$/.test(id) || label.length < 4)).toEqual([]);
  });
});
