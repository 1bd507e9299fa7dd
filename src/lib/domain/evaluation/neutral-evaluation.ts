import type { EvaluationForm } from './evaluation-form.ts';

/**
 * The evaluation form of a new activity: what each objective was worth to the learner, perceived bias, which accreditors
 * ask for (Standards for Integrity and Independence, standard 1, as cme-rules.md §1.1 gives it), commitments to change with
 * the question whether we may follow them up (§6.2), and what to mend. The rows of the first question follow the objectives. Another form comes with a package.
 */
export const NEUTRAL_EVALUATION: EvaluationForm = {
  title: 'Evaluation',
  intro: 'Only the question about commercial bias must be answered. No answer changes your result.',
  questions: [
    {
      id: 'objectives',
      type: 'before-after-rating',
      required: false,
      text: 'How well could you do each of these before the activity, and how well can you do it now?',
      scale: [
        { value: 1, label: 'Not at all' },
        { value: 2, label: 'A little' },
        { value: 3, label: 'Fairly well' },
        { value: 4, label: 'Well' },
        { value: 5, label: 'Very well' }
      ],
      columns: [
        { id: 'before', label: 'Before' },
        { id: 'after', label: 'Now' }
      ],
      rows: []
    },
    {
      id: 'bias',
      type: 'single-choice',
      required: true,
      text: 'Was the content free of commercial bias?',
      options: [
        { id: 'free', label: 'Yes, it was free of commercial bias' },
        { id: 'biased', label: 'No, I saw commercial bias' }
      ]
    },
    {
      id: 'bias-detail',
      type: 'long-text',
      required: false,
      text: 'Where did you see bias, and what was it?',
      maxLength: 2000,
      requiredWhen: { question: 'bias', equals: 'biased' }
    },
    {
      id: 'commitments',
      type: 'commitment-to-change',
      required: false,
      text: 'What will you do differently? Write up to three changes.',
      minimum: 0,
      maximum: 3,
      options: [],
      freeText: { allowed: true, maximumEntries: 3, maxLength: 300, label: 'A change in my own words' },
      exclusiveOptions: [{ id: 'none', label: 'No change' }]
    },
    {
      id: 'follow-up',
      type: 'consent',
      required: false,
      days: [30, 60, 90],
      text: 'May we write to you after 30, 60 and 90 days, to ask how your changes went?',
      options: [
        { id: 'yes', label: 'Yes' },
        { id: 'no', label: 'No' }
      ],
      note: 'Your certificate does not depend on this answer. You can withdraw at any time.'
    },
    { id: 'mend', type: 'long-text', required: false, text: 'What should we mend?', maxLength: 2000 }
  ]
};
