import { describe, expect, it } from 'vitest';
import type { EvaluationForm } from './evaluation-form.ts';
import { commitmentsOf } from './commitments-of.ts';
import { isFollowUpOver, planFollowUps } from './follow-up-plan.ts';

const choice = (id: string) => ({ id, label: id.toUpperCase() });

const form = (days: number | number[]): EvaluationForm => ({
  title: 'Evaluation',
  intro: '',
  questions: [
    {
      id: 'changes',
      type: 'commitment-to-change',
      required: false,
      text: 'What will you do?',
      minimum: 0,
      maximum: 3,
      options: [
        { ...choice('ask'), objective: 'LO1' },
        { ...choice('record'), objective: 'LO2' }
      ],
      freeText: { allowed: true, maximumEntries: 3, maxLength: 300, label: 'Own' },
      exclusiveOptions: [choice('none')]
    },
    {
      id: 'follow-up',
      type: 'consent',
      required: false,
      text: 'May we write?',
      days,
      options: [choice('yes'), choice('no')],
      note: ''
    }
  ]
});

const SUBMITTED = new Date('2027-01-31T12:00:00Z');
const consent = (option: string) => ({ 'follow-up': { type: 'consent', option } as const });

describe('planning follow-ups', () => {
  it('plans each day that the form asks for, once, the first one first', () => {
    const planned = planFollowUps(form([90, 30, 60, 30]), consent('yes'), SUBMITTED);
    expect(planned.map(({ days, dueAt }) => [days, dueAt.toISOString().slice(0, 10)])).toEqual([
      [30, '2027-03-02'],
      [60, '2027-04-01'],
      [90, '2027-05-01']
    ]);
  });

  it('plans one where the form asks for one day', () => {
    expect(planFollowUps(form(60), consent('yes'), SUBMITTED).map(({ days }) => days)).toEqual([60]);
  });

  it('plans none without a yes', () => {
    expect(planFollowUps(form(60), consent('no'), SUBMITTED)).toEqual([]);
    expect(planFollowUps(form(60), {}, SUBMITTED)).toEqual([]);
    const single = { 'follow-up': { type: 'single-choice', option: 'yes' } as const };
    expect(planFollowUps(form(60), single, SUBMITTED)).toEqual([]);
  });

  it('takes answers for 60 days after it was due', () => {
    expect(isFollowUpOver(SUBMITTED, new Date('2027-04-01T12:00:00Z'))).toBe(false);
    expect(isFollowUpOver(SUBMITTED, new Date('2027-04-01T12:00:01Z'))).toBe(true);
  });
});

describe('commitments', () => {
  it('are quoted as they were chosen and written', () => {
    const answers = {
      changes: {
        type: 'commitment-to-change',
        options: ['record', 'ask'],
        ownWords: ['Call the lab']
      } as const
    };
    expect(
      commitmentsOf(form(60), {
        changes: { ...answers.changes, options: ['record', 'ask'], ownWords: ['Call the lab'] }
      })
    ).toEqual(['ASK', 'RECORD', 'Call the lab']);
  });

  it('are none where nothing is to change', () => {
    const changes = { type: 'commitment-to-change' as const, options: ['none'], ownWords: [] };
    expect(commitmentsOf(form(60), { changes })).toEqual([]);
    expect(commitmentsOf(form(60), {})).toEqual([]);
  });
});
