import { expect, it } from 'vitest';
import { chooseMeasurements } from './choose.ts';
import type { Measurement } from './figure.ts';

const measure = () => Promise.resolve();
const all: Measurement[] = [
  { name: 'submit', isUsual: true, figures: ['submit-p99-half'], measure },
  { name: 'pages', isUsual: true, figures: ['question-page', 'lesson-page'], measure },
  { name: 'items', figures: ['items-table'], measure },
  { name: 'growth', isLong: true, figures: [], measure }
];
const namesOf = (names: string[]) => chooseMeasurements(all, names).chosen.map(({ name }) => name);

it('measures what each release needs where nothing is named, and with `all` whatever does not take an hour', () => {
  expect(namesOf([])).toEqual(['submit', 'pages']);
  expect(namesOf(['all'])).toEqual(['submit', 'pages', 'items']);
  expect(namesOf(['growth', 'submit'])).toEqual(['submit', 'growth']);
});

it('takes a measurement whole, or only the figures of it that are named', () => {
  const { chosen, wants } = chooseMeasurements(all, ['lesson-page', 'items']);
  expect(chosen.map(({ name }) => name)).toEqual(['pages', 'items']);
  expect(['question-page', 'lesson-page', 'items-table'].map(wants)).toEqual([false, true, true]);
});

it('names what there is where a name is not known', () => {
  expect(() => chooseMeasurements(all, ['sumbit'])).toThrow(/no sumbit; there are submit, submit-p99-half/);
});
