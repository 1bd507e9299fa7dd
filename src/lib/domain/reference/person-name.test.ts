import { describe, expect, it } from 'vitest';
import { isEtAl, nameText, readName, readShortName } from './person-name.ts';

describe('a name in a reference file', () => {
  it.each([
    ['Chen, Daniel S.', { family: 'Chen', given: 'Daniel S.' }],
    ['Shannon,Claude E.', { family: 'Shannon', given: 'Claude E.' }],
    ['King, Martin Luther, Jr', { family: 'King', given: 'Martin Luther', suffix: 'Jr' }],
    ['Plato,', { family: 'Plato' }],
    ['World Health Organization', { literal: 'World Health Organization' }],
    ['Ministry of Health, Labour and Welfare', { literal: 'Ministry of Health, Labour and Welfare' }],
    ['A, B, C, D', { literal: 'A, B, C, D' }],
    ['Ministry of Health, Labour, Welfare', { literal: 'Ministry of Health, Labour, Welfare' }],
    ['{Merck, Inc}', { literal: 'Merck, Inc' }],
    ['Nahas, Andrew F., MD', { family: 'Nahas', given: 'Andrew F.', suffix: 'MD' }],
    [' ', null]
  ])('reads %j', (text, expected) => {
    expect(readName(text)).toEqual(expected);
  });

  it.each([
    ['Shruthi BS', { family: 'Shruthi', given: 'BS' }],
    ['van der Berg J', { family: 'van der Berg', given: 'J' }],
    ['Marques HM Jr', { family: 'Marques', given: 'HM', suffix: 'Jr' }],
    ['Selvamani', { literal: 'Selvamani' }]
  ])('reads the short %j', (text, expected) => {
    expect(readShortName(text)).toEqual(expected);
  });

  it.each(['et al', 'et al.', 'others', 'and others'])('takes %j for "there are more"', (text) => {
    expect(isEtAl(text)).toBe(true);
  });

  it('comes back from a form as it went in', () => {
    for (const text of [
      'Chen, Daniel S.',
      'King, Martin Luther, Jr',
      'Plato,',
      'World Health Organization',
      '{Merck, Inc}',
      'Ministry of Health, Labour and Welfare'
    ]) {
      const name = readName(text);
      expect(name && readName(nameText(name))).toEqual(name);
    }
  });
});
