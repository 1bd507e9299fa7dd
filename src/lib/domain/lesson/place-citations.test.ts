import { describe, expect, it } from 'vitest';
import { splitAtCitations } from '../reference/citation-marks.ts';
import { placeCitations } from './place-citations.ts';

/** The text with each mark as its keys in angle brackets. */
const placed = (text: string) =>
  placeCitations(splitAtCitations(text))
    .map((part) => (part.kind === 'text' ? part.text : `<${part.keys.join()}>`))
    .join('');

describe('placeCitations', () => {
  it('puts the number at the word and after the period', () => {
    expect(placed('It can last [@a2017]. More [@b2018; @c2019].')).toBe(
      'It can last.<a2017> More.<b2018,c2019>'
    );
  });

  it('puts the number after a comma, and before a colon or semicolon', () => {
    expect(placed('some [@a], and [@b]: two [@c]; three')).toBe('some,<a> and<b>: two<c>; three');
  });

  it('works where the mark is first or last', () => {
    expect(placed('[@a]. Then')).toBe('.<a> Then');
    expect(placed('Then [@a]')).toBe('Then<a>');
  });

  it('leaves text without marks as it is', () => {
    expect(placed('no mark, [here] @all ')).toBe('no mark, [here] @all ');
  });
});
