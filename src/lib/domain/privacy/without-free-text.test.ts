import { describe, expect, it } from 'vitest';
import type { EvaluationAnswers } from '../evaluation/evaluation-answers.ts';
import { ownWordsOf, withoutFreeText } from './without-free-text.ts';

const ANSWERS: EvaluationAnswers = {
  bias: { type: 'single-choice', option: 'biased' },
  why: { type: 'long-text', text: 'Dr Haas spoke of one product only.' },
  change: { type: 'commitment-to-change', options: ['biopsy'], ownWords: ['Ask Dr Haas first'] },
  barriers: { type: 'multiple-choice', options: ['time', 'other'], otherText: 'Dr Haas' },
  rating: { type: 'before-after-rating', ratings: { O1: { before: 2, after: 4 } } }
};

describe('an evaluation without free text', () => {
  it('keeps what was chosen and rated, and nothing that was typed', () => {
    expect(withoutFreeText(ANSWERS)).toEqual({
      bias: { type: 'single-choice', option: 'biased' },
      change: { type: 'commitment-to-change', options: ['biopsy'], ownWords: [] },
      barriers: { type: 'multiple-choice', options: ['time', 'other'], otherText: null },
      rating: { type: 'before-after-rating', ratings: { O1: { before: 2, after: 4 } } }
    });
    expect(ownWordsOf(ANSWERS)).toEqual(['Ask Dr Haas first']);
  });
});
