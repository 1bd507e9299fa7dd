import { describe, expect, it } from 'vitest';
import { choiceItem, matchingItem, orderingItem } from '../../../../tests/support/keyed-items.ts';
import { toPublicItem } from '../question-bank/public-item.ts';
import { orderForCheck } from './check-view.ts';
import { problemWords, refusalWords } from './problem-words.ts';
import { questionTitle, resumePosition, waysFrom, type QuestionView } from './question-view.ts';
import { responseInWords } from './response-in-words.ts';

const single = toPublicItem(choiceItem(['w', 'x'], ['x']), { optionOrder: ['x', 'w'], targetOrder: [] });
const multiple = toPublicItem(choiceItem(['w', 'x', 'y'], ['x', 'y']), {
  optionOrder: ['x', 'w', 'y'],
  targetOrder: []
});
const matching = toPublicItem(matchingItem({ p: 't1', q: 't2' }), {
  optionOrder: ['q', 'p'],
  targetOrder: ['t2', 't1']
});
const ordering = toPublicItem(orderingItem(['one', 'two']), { optionOrder: ['two', 'one'], targetOrder: [] });

describe('what is said of a response that cannot be read', () => {
  it('says how many answers to choose, and leads to the first control', () => {
    expect(problemWords(single, { kind: 'no-answer' })).toEqual({
      field: 'option-a',
      message: 'Choose one answer'
    });
    expect(problemWords(multiple, { kind: 'choose-exactly', count: 2 })).toEqual({
      field: 'option-a',
      message: 'Choose two answers'
    });
  });

  it('leads to the row that has no match, and to the positions', () => {
    expect(problemWords(matching, { kind: 'row-without-match', option: 'b' })).toEqual({
      field: 'match-b',
      message: 'Choose a match for each row'
    });
    expect(problemWords(ordering, { kind: 'not-a-permutation' })).toEqual({
      field: 'position-a',
      message: 'Use each position once'
    });
  });
});

describe('what is said of a response that may not stand', () => {
  it('names what is stored', () => {
    const words = refusalWords(single, { why: 'already-answered', stored: { type: 'single', option: 'b' } });
    expect(words).toContain('the first answer stands');
    expect(words).toContain('Stored: B. Option w.');
  });

  it('says so where nothing is stored', () => {
    expect(refusalWords(single, { why: 'attempt-submitted', stored: null })).toContain('No answer is stored');
  });
});

describe('a response in words', () => {
  it('shows letters, pairs or places', () => {
    expect(responseInWords(multiple, { type: 'multiple', options: ['c', 'a'] })).toEqual([
      'A. Option x',
      'C. Option y'
    ]);
    expect(responseInWords(matching, { type: 'matching', matches: { a: 'b', b: 'a' } })).toEqual([
      'Option q: Target t1',
      'Option p: Target t2'
    ]);
    expect(responseInWords(ordering, { type: 'ordering', order: ['b', 'a'] })).toEqual([
      '1. Option one',
      '2. Option two'
    ]);
  });
});

describe('the check of all answers', () => {
  it('lists unanswered items first, then flagged ones, then the rest', () => {
    const entry = (position: number, answer: string[] | null, flagged: boolean) => ({
      position,
      stem: '',
      answer,
      flagged,
      decision: null
    });
    const entries = [
      entry(1, ['A'], false),
      entry(2, ['B'], true),
      entry(3, null, false),
      entry(4, ['C'], false)
    ];
    expect(orderForCheck(entries).map(({ position }) => position)).toEqual([3, 2, 1, 4]);
  });
});

describe('the page of a question', () => {
  const view: QuestionView = {
    attempt: {
      id: 'x',
      kind: 'assessment',
      title: 'Assessment',
      state: 'in-progress',
      closesAt: null,
      total: 10,
      activity: { slug: 'resistance', title: 'Resistance' },
      activityVersionId: 'v'
    },
    position: 10,
    item: single,
    response: null,
    isOpen: true,
    flagged: false,
    ruledOut: [],
    nextSequence: 1,
    map: [],
    feedback: null,
    saved: null
  };

  it('goes on to the check after the last question, and back to it for who came from there', () => {
    expect(waysFrom(view, false)).toEqual({ back: '/attempts/x/9', next: '/attempts/x/check' });
    expect(waysFrom({ ...view, position: 3 }, true)).toEqual({
      back: '/attempts/x/check',
      next: '/attempts/x/check'
    });
    expect(waysFrom({ ...view, position: 1 }, false)).toEqual({
      back: '/activities/resistance',
      next: '/attempts/x/2'
    });
  });

  it('is called by its number', () => {
    expect(questionTitle(view)).toBe('Question 10 of 10, Assessment');
  });

  it('resumes at the first question without an answer', () => {
    const map = [true, false, true, false].map((answered, index) => ({
      position: index + 1,
      answered,
      flagged: false
    }));
    expect(resumePosition(map)).toBe(2);
    expect(resumePosition(map.slice(0, 1))).toBeNull();
  });
});
