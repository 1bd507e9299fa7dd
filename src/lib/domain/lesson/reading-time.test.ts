import { describe, expect, it } from 'vitest';
import { exactMinutes, measureSection, readingMinutes, totalLoad } from './reading-time.ts';

describe('measureSection', () => {
  it.each([
    ['', 0],
    ['One two three.', 3],
    ['PD-L1 and IFN-γ: 38.5% of 1,850 patients’ samples', 8],
    ['A claim [@chen2017; @sharma2017] with a mark', 5],
    ['A [link](https://example.org/a-b) here', 3],
    [':::keypoint\nTwo words\n:::', 2],
    ['| Receptor | Ligand |\n|---|:--|\n| PD-1 | PD-L1 |', 4],
    ['<!-- not\nread --> read', 1],
    ['Text\n\n::figure{id="a-figure"}\n\nmore', 2]
  ])('counts what is read in %j', (markdown, words) => {
    expect(measureSection(markdown).words).toBe(words);
  });

  it('counts the places of figures', () => {
    expect(measureSection('::figure{id="a"}\n\ntext\n\n::figure{id="b"}').figures).toBe(2);
  });
});

describe('readingMinutes', () => {
  it('takes 200 words a minute and half a minute a figure', () => {
    expect(exactMinutes({ words: 300, figures: 1 })).toBe(2);
    expect(readingMinutes({ words: 300, figures: 1 })).toBe(2);
    expect(readingMinutes({ words: 10, figures: 0 })).toBe(1);
  });

  it('rounds the sum of sections, not each of them', () => {
    const section = { words: 270, figures: 0 };
    expect(readingMinutes(section)).toBe(1);
    expect(readingMinutes(totalLoad(Array.from({ length: 10 }, () => section)))).toBe(14);
  });
});
