import { describe, expect, it } from 'vitest';
import type { EvaluationForm } from './evaluation-form.ts';
import { fitObjectives } from './fit-objectives.ts';
import { NEUTRAL_EVALUATION } from './neutral-evaluation.ts';

const LO1 = { code: 'LO1', wording: 'Differentiate one from the other.' };
const LO2 = { code: 'LO2', wording: 'Explain the rest.' };

const form: EvaluationForm = {
  title: 'Evaluation',
  intro: '',
  questions: [
    {
      id: 'objectives',
      type: 'before-after-rating',
      required: false,
      text: 'How well?',
      scale: [],
      columns: [],
      rows: [
        { objective: 'LO1', text: 'Differentiate one from the other' },
        { objective: 'LO2', text: 'Explain, in short' }
      ]
    },
    {
      id: 'changes',
      type: 'commitment-to-change',
      required: false,
      text: 'What will you change?',
      minimum: 0,
      maximum: 3,
      options: [
        { id: 'one', label: 'One', objective: 'LO1' },
        { id: 'two', label: 'Two', objective: 'LO2' }
      ],
      freeText: { allowed: true, maximumEntries: 3, maxLength: 300, label: 'Own words' },
      exclusiveOptions: []
    }
  ]
};

const rowsOf = ({ questions }: EvaluationForm) =>
  questions.flatMap((question) => (question.type === 'before-after-rating' ? question.rows : []));

const fit = (after: { code: string; wording: string }[], given = form) =>
  fitObjectives(given, { before: [LO1, LO2], after });

describe('an evaluation form whose objectives change', () => {
  it('stays as it is where nothing changed', () => {
    expect(fit([LO1, LO2])).toEqual(form);
  });

  it('rates a new objective in its wording', () => {
    const LO3 = { code: 'LO3', wording: 'Choose a trial design.' };
    expect(rowsOf(fit([LO1, LO3, LO2])).map(({ text }) => text)).toEqual([
      'Differentiate one from the other',
      'Choose a trial design',
      'Explain, in short'
    ]);
  });

  it('follows a new wording, but keeps what its author shortened', () => {
    const reworded = [
      { ...LO1, wording: 'Tell one from the other.' },
      { ...LO2, wording: 'Explain it all.' }
    ];
    expect(rowsOf(fit(reworded)).map(({ text }) => text)).toEqual([
      'Tell one from the other',
      'Explain, in short'
    ]);
  });

  it('leaves out an objective that is not stated any more, and the changes that belong to it', () => {
    const fitted = fit([LO2]);
    expect(rowsOf(fitted).map(({ objective }) => objective)).toEqual(['LO2']);
    expect(JSON.stringify(fitted)).not.toContain('LO1');
  });

  it('fills the form of a new activity', () => {
    expect(rowsOf(fit([LO1], NEUTRAL_EVALUATION))).toEqual([
      { objective: 'LO1', text: 'Differentiate one from the other' }
    ]);
  });
});
