import { expect, it } from 'vitest';
import { ALL_COMPLETIONS } from './completion-filter.ts';
import { filterSentence } from './filter-sentence.ts';
import { sentenceWords } from './sentence-words.ts';

it('says a filter in one sentence', () => {
  const options = { activities: [], versions: [], credits: [] };
  const say = (filter: Partial<typeof ALL_COMPLETIONS>) =>
    sentenceWords(filterSentence({ ...ALL_COMPLETIONS, ...filter }, options));
  expect(say({})).toBe('All completions');
  expect(say({ scoreMin: 80 })).toBe('Completions where score is at least 80%');
  expect(say({ profession: ['nurse', 'pharmacist'], from: '2027-01-01', to: '2027-01-31' })).toBe(
    'Completions where completed is between January 1, 2027 and January 31, 2027, and profession is any of Nurse or Pharmacist'
  );
});
