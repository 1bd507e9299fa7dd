import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapLines } from './wrap-lines.ts';

const upTo = (length: number) => (line: string) => line.length <= length;

describe('breaking lines', () => {
  it('breaks at spaces', () => {
    expect(wrapLines('present from the start', upTo(12))).toEqual(['present from', 'the start']);
  });

  it('cuts what has no spaces', () => {
    expect(wrapLines('王小明 肿瘤免疫治疗的耐药', upTo(4))).toEqual(['王小明', '肿瘤免疫', '治疗的耐', '药']);
  });

  it('gives no line for no text', () => {
    expect(wrapLines('  ', upTo(5))).toEqual([]);
  });

  it('loses no character, even where none fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(6), (text, width) => {
        const without = (part: string) => part.replaceAll(/\s/g, '');
        expect(without(wrapLines(text, upTo(width)).join(''))).toBe(without(text));
      })
    );
  });
});
