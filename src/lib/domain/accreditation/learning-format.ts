/**
 * The formats that PARS and JA-PARS know (cme-rules.md §2.1) and AMA names in a designation (§1.3), with the words for
 * lists and those for the middle of a sentence.
 */
export const LEARNING_FORMATS = [
  { id: 'live-course', label: 'Live course', inSentence: 'live activity' },
  {
    id: 'regularly-scheduled-series',
    label: 'Regularly scheduled series',
    inSentence: 'regularly scheduled series'
  },
  { id: 'enduring-material', label: 'Enduring material', inSentence: 'enduring material' },
  { id: 'journal-based', label: 'Journal-based', inSentence: 'journal-based activity' },
  { id: 'manuscript-review', label: 'Manuscript review', inSentence: 'manuscript review activity' },
  { id: 'test-item-writing', label: 'Test-item writing', inSentence: 'test-item writing activity' },
  { id: 'committee-learning', label: 'Committee learning', inSentence: 'committee learning activity' },
  {
    id: 'performance-improvement',
    label: 'Performance or quality improvement',
    inSentence: 'performance improvement activity'
  },
  {
    id: 'internet-point-of-care',
    label: 'Internet searching and learning',
    inSentence: 'internet point-of-care activity'
  },
  {
    id: 'learning-from-teaching',
    label: 'Learning from teaching',
    inSentence: 'learning from teaching activity'
  },
  { id: 'other', label: 'Other or blended', inSentence: 'other activity' }
] as const;

export type LearningFormat = (typeof LEARNING_FORMATS)[number]['id'];

/** Whether a stored or posted string is a format of the list. */
export function isLearningFormat(value: string): value is LearningFormat {
  return LEARNING_FORMATS.some(({ id }) => id === value);
}

/** A format within a sentence, e.g. `enduring material`; one that is not known, with spaces for its hyphens. */
export function formatInSentence(format: string): string {
  return LEARNING_FORMATS.find(({ id }) => id === format)?.inSentence ?? format.replaceAll('-', ' ');
}
