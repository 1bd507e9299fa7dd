import { describe, expect, it } from 'vitest';
import { NEUTRAL_EVALUATION } from '../evaluation/neutral-evaluation.ts';
import type { EvaluationAnswers } from '../evaluation/evaluation-answers.ts';
import { participationOf } from './participation.ts';
import { summariseEvaluations } from './summarise-evaluations.ts';

const answer = (option: string): EvaluationAnswers => ({ bias: { type: 'single-choice', option } });

const countsOf = (answers: EvaluationAnswers[]) =>
  summariseEvaluations(NEUTRAL_EVALUATION, answers).questions.find(({ id }) => id === 'bias')?.answers;

describe('the summary of evaluations', () => {
  it('counts each answer', () => {
    const answers = [
      ...Array.from({ length: 8 }, () => answer('free')),
      ...Array.from({ length: 6 }, () => answer('biased'))
    ];
    expect(countsOf(answers)?.map(({ count }) => count)).toEqual([8, 6]);
  });

  it('holds back what few said, and what it could be worked out from', () => {
    const answers = [...Array.from({ length: 8 }, () => answer('free')), answer('biased')];
    expect(countsOf(answers)?.map(({ count }) => count)).toEqual([null, null]);
  });

  it('says nothing of four', () => {
    const summary = summariseEvaluations(
      NEUTRAL_EVALUATION,
      Array.from({ length: 4 }, () => answer('free'))
    );
    expect(summary).toEqual({ submitted: null, questions: [] });
  });
});

describe('participation', () => {
  it('is told by profession, without small numbers', () => {
    expect(
      participationOf([
        { profession: 'physician', completions: 12, quarterCredits: 20 },
        { profession: 'nurse', completions: 7, quarterCredits: 14 },
        { profession: 'pharmacist', completions: 2, quarterCredits: 4 }
      ])
    ).toEqual({
      completions: 21,
      professions: [
        { profession: 'nurse', completions: null },
        { profession: 'pharmacist', completions: null },
        { profession: 'physician', completions: 12 }
      ],
      quarterCredits: 38
    });
  });

  it('holds the credit of four people back with their number', () => {
    const few = participationOf([{ profession: 'nurse', completions: 4, quarterCredits: 8 }]);
    expect(few).toMatchObject({ completions: null, quarterCredits: null });
  });
});
