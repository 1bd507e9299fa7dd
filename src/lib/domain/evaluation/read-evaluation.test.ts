import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EvaluationForm } from './evaluation-form.ts';
import { readEvaluation } from './read-evaluation.ts';

const form: EvaluationForm = JSON.parse(
  readFileSync('content/resistance-to-immunotherapy/evaluation.json', 'utf8')
);

const posted = (fields: Record<string, string | string[]>) =>
  readEvaluation(form, new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()])));

const problemsOf = (fields: Record<string, string | string[]>) => {
  const read = posted(fields);
  return read.ok ? [] : read.problem;
};

describe('reading an evaluation', () => {
  it('takes the bias question alone, because everything else is optional', () => {
    expect(posted({ bias: 'free' })).toEqual({
      ok: true,
      value: { bias: { type: 'single-choice', option: 'free' } }
    });
  });

  it('asks for the bias question when it was left open', () => {
    expect(problemsOf({ comments: 'Clear.' })).toEqual([
      { field: 'bias', message: 'Choose an answer to “Was the content free of commercial bias?”' }
    ]);
  });

  it('asks where the bias was when the learner saw some', () => {
    expect(problemsOf({ bias: 'biased', 'bias-detail': '  \r\n ' })).toEqual([
      { field: 'bias-detail', message: 'Write an answer to “Where did you see bias, and what was it?”' }
    ]);
    expect(posted({ bias: 'biased', 'bias-detail': 'Figure 2' }).ok).toBe(true);
  });

  it('keeps ratings by objective and column, with cells left open', () => {
    const read = posted({
      bias: 'free',
      'objectives.LO1.before': '2',
      'objectives.LO1.after': '4',
      'objectives.LO3.after': '5'
    });
    expect(read.ok && read.value['objectives']).toEqual({
      type: 'before-after-rating',
      ratings: { LO1: { before: 2, after: 4 }, LO3: { after: 5 } }
    });
  });

  it.each(['6', '0', '2.5', '', '__proto__'])(
    'refuses the rating %j, which the scale does not have',
    (rating) => {
      expect(problemsOf({ bias: 'free', 'objectives.LO1.before': rating })).toHaveLength(1);
    }
  );

  it('refuses options that the form does not offer', () => {
    expect(problemsOf({ bias: 'maybe' })).toHaveLength(1);
    expect(problemsOf({ bias: 'free', barriers: ['time', 'moon'] })).toHaveLength(1);
    expect(problemsOf({ bias: 'free', commitments: 'win-lottery' })).toHaveLength(1);
    expect(problemsOf({ bias: 'free', 'follow-up': 'later' })).toHaveLength(1);
  });

  it('refuses two answers where one is asked for', () => {
    expect(problemsOf({ bias: ['free', 'biased'], 'bias-detail': 'x' })).toHaveLength(1);
  });

  it('takes up to three commitments, own words counted in', () => {
    const read = posted({
      bias: 'free',
      commitments: ['ask-assay', 'read-methods'],
      'commitments.own': ['', ' Ask for the assay by name. ', '']
    });
    expect(read.ok && read.value['commitments']).toEqual({
      type: 'commitment-to-change',
      options: ['ask-assay', 'read-methods'],
      ownWords: ['Ask for the assay by name.']
    });
  });

  it('refuses a fourth commitment', () => {
    const fields = {
      bias: 'free',
      commitments: ['ask-assay', 'read-methods', 'name-definition'],
      'commitments.own': ['One more']
    };
    expect(problemsOf(fields)).toEqual([
      { field: 'commitments', message: 'Choose or write at most 3 changes. You have 4.' }
    ]);
  });

  it('refuses "no change" beside a change', () => {
    const message = '“No change: my practice already matches” stands alone. Clear it, or clear the others.';
    expect(problemsOf({ bias: 'free', commitments: ['already-do', 'ask-assay'] })).toEqual([
      { field: 'commitments', message }
    ]);
    expect(
      problemsOf({ bias: 'free', commitments: 'already-do', 'commitments.own': 'But this' })
    ).toHaveLength(1);
  });

  it('refuses "nothing" beside a barrier, and takes text as choosing "something else"', () => {
    expect(problemsOf({ bias: 'free', barriers: ['none', 'time'] })).toHaveLength(1);
    const read = posted({ bias: 'free', 'barriers.other': 'Night shifts' });
    expect(read.ok && read.value['barriers']).toEqual({
      type: 'multiple-choice',
      options: ['other'],
      otherText: 'Night shifts'
    });
  });

  it('refuses texts over their limit and says how long they are', () => {
    expect(problemsOf({ bias: 'free', comments: 'x'.repeat(2001) })).toEqual([
      { field: 'comments', message: 'Shorten this to 2000 characters or fewer. It has 2001.' }
    ]);
    expect(problemsOf({ bias: 'free', 'commitments.own': 'x'.repeat(301) })[0]?.field).toBe(
      'commitments.own'
    );
    expect(problemsOf({ bias: 'free', 'barriers.other': 'x'.repeat(301) })[0]?.field).toBe('barriers.other');
  });

  it('counts a line break as one character, as the browser does', () => {
    expect(posted({ bias: 'free', comments: '\r\n'.repeat(1000) + 'x'.repeat(1000) }).ok).toBe(true);
  });

  it('drops control characters, which the database cannot hold', () => {
    const read = posted({ bias: 'free', comments: 'a\u0000b\u0007\nc' });
    expect(read.ok && read.value['comments']).toEqual({ type: 'long-text', text: 'ab\nc' });
  });

  it('lists every problem, in the order of the form', () => {
    const problems = problemsOf({
      'objectives.LO2.after': '9',
      commitments: 'x',
      comments: 'x'.repeat(2001)
    });
    expect(problems.map((problem) => problem.field)).toEqual([
      'objectives.LO2.after',
      'bias',
      'commitments',
      'comments'
    ]);
  });
});

describe('a hostile evaluation', () => {
  const names = form.questions.flatMap(({ id }) => [id, `${id}.own`, `${id}.other`, `${id}.LO1.before`]);
  const offered = ['free', 'biased', 'time', 'none', 'other', 'ask-assay', 'already-do', 'yes', '3'];
  const value = fc.oneof(
    fc.constantFrom(...offered, '__proto__', 'constructor'),
    fc
      .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 320 })
      .map((points) => String.fromCodePoint(...points))
  );
  const fields = fc.array(
    fc.tuple(fc.constantFrom(...names, '__proto__', ''), fc.array(value, { maxLength: 5 })),
    { maxLength: 12 }
  );

  it('is read or refused, never a crash, and what is read can be stored', () => {
    fc.assert(
      fc.property(fields, (entries) => {
        const read = readEvaluation(form, new Map(entries));
        if (read.ok) {
          expect(JSON.stringify(read.value)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
          expect(
            Object.keys(read.value).every((id) => form.questions.some((question) => question.id === id))
          ).toBe(true);
        } else {
          expect(read.problem.length).toBeGreaterThan(0);
        }
      })
    );
  });
});
