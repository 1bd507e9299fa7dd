import type { EvaluationForm } from './evaluation-form.ts';

/**
 * The evaluation form of a new activity: perceived bias, which accreditors ask for (Standards for Integrity and
 * Independence, standard 1, as cme-rules.md §1.1 gives it), and what to mend. Its author replaces it by a package.
 */
export const NEUTRAL_EVALUATION: EvaluationForm = {
  title: 'Evaluation',
  intro: 'Only the question about commercial bias must be answered. No answer changes your result.',
  questions: [
    {
      id: 'bias',
      type: 'single-choice',
      required: true,
      text: 'Was this activity free of commercial bias?',
      options: [
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No' }
      ]
    },
    {
      id: 'bias-detail',
      type: 'long-text',
      required: false,
      text: 'If not, what was biased?',
      maxLength: 2000,
      requiredWhen: { question: 'bias', equals: 'no' }
    },
    { id: 'mend', type: 'long-text', required: false, text: 'What should we mend?', maxLength: 2000 }
  ]
};
