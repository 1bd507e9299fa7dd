import { describe, expect, it } from 'vitest';
import { findingOf } from './objective-finding.ts';

const objective = (wording: string, correct: number, total: number) => ({
  code: wording,
  wording,
  correct,
  total
});

describe('what the bars of the objectives show', () => {
  it.each([
    [
      'names the weakest',
      [objective('Biomarkers.', 1, 3), objective('Exhaustion.', 1, 2)],
      'Fewest right: Biomarkers.'
    ],
    [
      'names none of several that are as weak',
      [objective('Biomarkers.', 1, 2), objective('Exhaustion.', 2, 4), objective('Trials.', 3, 4)],
      '2 objectives share the fewest right.'
    ],
    [
      'names none where none is right',
      [objective('Biomarkers.', 0, 3), objective('Exhaustion.', 0, 2)],
      'No question is right yet.'
    ],
    [
      'names none where all are',
      [objective('Biomarkers.', 3, 3)],
      'Every question is right, in every objective.'
    ]
  ])('%s', (_case, objectives, finding) => {
    expect(findingOf(objectives)).toBe(finding);
  });
});
