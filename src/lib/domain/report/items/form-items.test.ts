import { describe, expect, it } from 'vitest';
import { knownItem as known } from '../../../../../tests/support/known-item.ts';
import { formFacts } from './form-facts.ts';
import { formItemRow, readFormItemOrder, sortFormItems } from './form-item-row.ts';
import type { KnownItem } from './known-item.ts';
import { scatterFinding } from './scatter-finding.ts';

describe('the table of a form', () => {
  const row = (externalId: string, item: KnownItem) =>
    formItemRow({ itemId: externalId, externalId, version: 1, stem: '' }, item);
  const rows = [row('A10', known(80, 140)), row('A2', known(20, 140)), row('A1', known(2, 4))];
  const namesBy = (query: string) =>
    sortFormItems(rows, readFormItemOrder(new URLSearchParams(query))).map(({ externalId }) => externalId);

  it('is sorted by any figure, with what is held back last', () => {
    expect(namesBy('')).toEqual(['A1', 'A2', 'A10']);
    expect(namesBy('sort=facility')).toEqual(['A2', 'A10', 'A1']);
    expect(namesBy('sort=facility&descending')).toEqual(['A10', 'A2', 'A1']);
    expect(namesBy('sort=discrimination')).toEqual(['A2', 'A10', 'A1']);
    expect(namesBy('sort=hostile&descending')).toEqual(['A10', 'A2', 'A1']);
  });

  it('says why an item needs a second look', () => {
    expect(rows.map(({ reason }) => reason)).toEqual([null, 'below chance', null]);
    expect(rows[2]).toMatchObject({ isHeld: true, discriminationIndex: null });
    expect(row('A3', { ...known(80, 140), discriminationIndex: -3 }).reason).toBe('negative');
    expect(row('A4', { ...known(80, 140), discriminationIndex: 5 }).reason).toBe('weak');
  });

  it('comes with its finding in a sentence', () => {
    expect(scatterFinding(rows)).toBe('1 of 2 items needs a second look: A2.');
    expect(scatterFinding(rows.slice(0, 1))).toBe('None of 1 item needs a second look.');
    expect(scatterFinding(rows.slice(2))).toBe('Too few responses to judge any item yet.');
    const many = Array.from({ length: 7 }, (_, index) => row(`N${index}`, known(20, 140)));
    expect(scatterFinding(many)).toBe('7 of 7 items need a second look: N0, N1, N2, N3, N4 and 2 more.');
  });
});

describe('the facts of a form', () => {
  const form = {
    ...{
      computedAt: new Date('2026-12-03T02:20:00Z'),
      isFixedForm: true,
      mean: 7.25,
      median: 7,
      standardDeviation: 1.5
    },
    ...{ skewness: -0.4, kurtosis: 0.1, internalConsistency: 62.34, errorRatio: 61.4, standardError: 0.92 }
  };
  const valueOfForm = (attempts: number, label: string) =>
    formFacts({ ...form, attempts }).find((fact) => fact.label === label)?.value;

  it('are held back, with their number, until enough people came', () => {
    expect(valueOfForm(30, 'Internal consistency')).toBe('62.3%');
    expect(valueOfForm(29, 'Internal consistency')).toBe('Held back: 29 of 30 attempts');
    expect(valueOfForm(29, 'Mean score')).toBe('7.25');
    expect(valueOfForm(4, 'Mean score')).toBe('Held back: 4 of 5 attempts');
  });

  it('have no consistency where people got different items', () => {
    const drawn = formFacts({ ...form, attempts: 99, isFixedForm: false });
    expect(drawn.map(({ label }) => label)).toEqual([
      ...['Attempts', 'Mean score', 'Median score', 'Standard deviation', 'Skewness', 'Kurtosis']
    ]);
  });
});
