import { expect, it } from 'vitest';
import { splitEmphasis } from './emphasis-parts.ts';

const shown = (stem: string) =>
  splitEmphasis(stem)
    .map(({ text, isStrong }) => (isStrong ? `<${text}>` : text))
    .join('');

it.each([
  ['Which drug is **NOT** given?', 'Which drug is <NOT> given?'],
  ['**One** and **two**', '<One> and <two>'],
  ['No emphasis', 'No emphasis'],
  ['2 ** 3 and *one* stay', '2 ** 3 and *one* stay'],
  ['**', '**'],
  ['', '']
])('shows %j as %j', (stem, expected) => {
  expect(shown(stem)).toBe(expected);
});
