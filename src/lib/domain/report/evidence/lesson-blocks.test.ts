import { describe, expect, it } from 'vitest';
import type { FrozenSection } from './frozen-activity.ts';
import { lessonBlocks } from './lesson-blocks.ts';

const section = (markdown: string): FrozenSection => ({
  slug: 's',
  title: 'S',
  minutes: 1,
  objectives: [],
  markdown,
  figures: [{ figureId: 'set-point', alt: 'Three boxes.', caption: 'The set point', svg: '<svg/>' }],
  citations: [],
  openedAt: null
});

const references = [{ citationKey: 'chen2017', number: 2, csl: null, authorsTruncated: false }];

const blocksOf = (markdown: string) => lessonBlocks(section(markdown), references);

describe('a section for readers', () => {
  it('numbers citations and takes marks of emphasis off, in paragraphs, headings and lists', () => {
    expect(blocksOf('# One\n\nIt *is* so [@chen2017].\nIt goes on.\n\n- **a** [@other]\n  b\n- c')).toEqual([
      { kind: 'heading', text: 'One' },
      { kind: 'text', text: 'It is so [2]. It goes on.' },
      { kind: 'list', entries: ['a [other] b', 'c'] }
    ]);
  });

  it('keeps key points whole, the words of figures, and rows of tables without their rule', () => {
    const markdown =
      'Before.\n:::keypoint\nOne.\n\nTwo.\n:::\n\n::figure{id="set-point"}\n\n| a | b |\n| --- | --- |\n| 1 | 2 |';
    expect(blocksOf(markdown)).toEqual([
      { kind: 'text', text: 'Before.' },
      { kind: 'text', text: 'Key point: One. Two.' },
      { kind: 'text', text: 'Figure: The set point. Text alternative: Three boxes.' },
      { kind: 'list', entries: ['a | b', '1 | 2'] }
    ]);
  });

  it('loses no word of what it does not know', () => {
    expect(blocksOf('2 * 3 * 4\n\n1. first\n2. second')).toEqual([
      { kind: 'text', text: '2 * 3 * 4' },
      { kind: 'list', entries: ['1. first', '2. second'] }
    ]);
  });
});
