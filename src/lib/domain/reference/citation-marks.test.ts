import { describe, expect, it } from 'vitest';
import { citationKeys, splitAtCitations } from './citation-marks.ts';

describe('citationKeys', () => {
  it('finds every mention in reading order', () => {
    expect(citationKeys('One [@chen2017], two [@bindea2013; @chen2017].')).toEqual([
      'chen2017',
      'bindea2013',
      'chen2017'
    ]);
  });

  it('takes only whole marks for citations', () => {
    expect(citationKeys('mail me@example.org, [@], [see @chen2017], @chen2017, [@a b], [x](@y)')).toEqual([]);
  });
});

describe('splitAtCitations', () => {
  it('loses no character of the text', () => {
    expect(splitAtCitations('a [@b; @c] d')).toEqual([
      { kind: 'text', text: 'a ' },
      { kind: 'citation', keys: ['b', 'c'] },
      { kind: 'text', text: ' d' }
    ]);
  });
});
