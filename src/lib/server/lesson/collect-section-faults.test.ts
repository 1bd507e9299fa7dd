import { describe, expect, it } from 'vitest';
import { collectSectionFaults } from './collect-section-faults.ts';

const known = { citationKeys: new Set(['chen2017']), drawnFigures: new Set(['drawn']) };

/** Line and first words of each fault. */
const faults = (text: string) =>
  collectSectionFaults(text, known).map(({ line, why }) => [line, why.split(' ').slice(0, 4).join(' ')]);

describe('collectSectionFaults', () => {
  it('finds nothing wrong in what learners will see whole', () => {
    const figure = ':::figure{id="drawn" alt="a" caption="c"}\nInstruction [@nobody1999] <b>\n:::';
    const text = `# Title\n\nText [@chen2017] \`[@nobody1999]\`\n\n<!-- [@nobody1999] <b> -->\n\n${figure}\n\n:::keypoint\nA\n:::`;
    expect(faults(text)).toEqual([]);
  });

  it('numbers lines as the author sees them, whatever comments stand before', () => {
    const text = 'One\n\n<!-- a\ncomment\n\nof lines -->\n\nText\n[@nobody1999]';
    expect(faults(text)).toEqual([[9, 'The library holds no']]);
  });

  it('finds images and blocks of two colons, which learners would not see', () => {
    const text =
      '![A curve](curve.png)\n\n::figure{#drawn}\n\n![A][b]\n\n[b]: b.png\n\n::keypoint\n\nA ratio of 2:1';
    expect(faults(text)).toEqual([
      [1, 'An image of this'],
      [3, 'A figure that begins'],
      [5, 'An image of this'],
      [9, 'A keypoint that begins']
    ]);
  });

  it('finds HTML, blocks that do not exist, figures without a part, without a drawing and with the id of another', () => {
    const text = [
      'A <b>bold</b> word',
      '',
      ':::box',
      'a',
      ':::',
      '',
      ':::figure{id="x" alt=""}',
      ':::',
      '',
      ':::figure{id="undrawn" alt="a" caption="c"}',
      ':::',
      '',
      ':::figure{id="drawn" alt="a" caption="c"}',
      ':::',
      '',
      ':::figure{id="drawn" alt="a" caption="c"}',
      ':::'
    ].join('\n');
    expect(faults(text)).toEqual([
      [1, 'HTML is not shown'],
      [3, 'There is no block'],
      [7, 'A figure needs an'],
      [10, 'The figure undrawn has'],
      [16, 'There are two figures']
    ]);
  });
});
