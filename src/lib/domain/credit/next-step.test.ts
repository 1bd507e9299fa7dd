import { describe, expect, it } from 'vitest';
import type { LearnerProgress } from './learner-progress.ts';
import { listSteps } from './list-steps.ts';
import { missingRequirements } from './missing-requirements.ts';
import { nextStep } from './next-step.ts';

const untouched = { attemptsUsed: 0, open: null, lastSubmittedAttemptId: null };
const taken = { attemptsUsed: 1, open: null, lastSubmittedAttemptId: 'a1' };

const atStart: LearnerProgress = {
  slug: 'resistance',
  title: 'Resistance',
  preTest: { ...untouched, maxAttempts: 1, required: true },
  lesson: { sectionsTotal: 9, sectionsOpened: 0, nextSection: { slug: 'overview', title: 'The problem' } },
  assessment: { ...untouched, maxAttempts: 3, passedAttemptId: null },
  evaluationSubmitted: false,
  completedOn: null,
  quarterCredits: null
};

const preTested: LearnerProgress = { ...atStart, preTest: { ...taken, maxAttempts: 1, required: true } };
const hasRead: LearnerProgress = {
  ...preTested,
  lesson: { sectionsTotal: 9, sectionsOpened: 9, nextSection: null }
};
const assessed = (assessment: Partial<LearnerProgress['assessment']>): LearnerProgress => ({
  ...hasRead,
  assessment: { ...hasRead.assessment, ...assessment }
});
const passed = assessed({ attemptsUsed: 1, lastSubmittedAttemptId: 'a2', passedAttemptId: 'a2' });

describe('the next step', () => {
  it('begins with the pre-test', () => {
    expect(nextStep(atStart)).toEqual({
      label: 'Start the pre-test',
      href: '/activities/resistance/pretest'
    });
  });

  it('resumes the pre-test where it was left', () => {
    const open = { attemptId: 'a1', nextPosition: 3 };
    const progress = {
      ...atStart,
      preTest: { ...untouched, maxAttempts: 1, required: true, attemptsUsed: 1, open }
    };
    expect(nextStep(progress)).toEqual({
      label: 'Continue the pre-test at question 3',
      href: '/attempts/a1/3'
    });
  });

  it('goes to the lesson after the pre-test, and back to the section that comes next', () => {
    expect(nextStep(preTested)).toEqual({
      label: 'Read the lesson',
      href: '/activities/resistance/lesson/overview'
    });
    const lesson = { sectionsTotal: 9, sectionsOpened: 4, nextSection: { slug: 'trials', title: 'Trials' } };
    expect(nextStep({ ...preTested, lesson })).toEqual({
      label: 'Continue reading: Trials',
      href: '/activities/resistance/lesson/trials'
    });
  });

  it('does not insist on a pre-test that is not required, nor on one that does not exist', () => {
    expect(nextStep({ ...atStart, preTest: null }).label).toBe('Read the lesson');
    const optional = { ...untouched, maxAttempts: 1, required: false };
    expect(nextStep({ ...atStart, preTest: optional }).label).toBe('Read the lesson');
  });

  it('starts the assessment after the lesson', () => {
    expect(nextStep(hasRead)).toEqual({
      label: 'Start the assessment',
      href: '/activities/resistance/assessment'
    });
  });

  it('resumes the assessment even when sections are unread', () => {
    const open = { attemptId: 'a2', nextPosition: 7 };
    const progress = { ...preTested, assessment: { ...preTested.assessment, attemptsUsed: 1, open } };
    expect(nextStep(progress)).toEqual({ label: 'Continue at question 7', href: '/attempts/a2/7' });
  });

  it('leads to the check when every item has a response', () => {
    const progress = assessed({ attemptsUsed: 1, open: { attemptId: 'a2', nextPosition: null } });
    expect(nextStep(progress)).toEqual({ label: 'Check your answers', href: '/attempts/a2/check' });
  });

  it('offers another attempt while there is one left', () => {
    expect(nextStep(assessed({ attemptsUsed: 2, lastSubmittedAttemptId: 'a3' })).label).toBe(
      'Try the assessment again'
    );
    expect(nextStep(assessed({ attemptsUsed: 3, lastSubmittedAttemptId: 'a4' }))).toEqual({
      label: 'See your result',
      href: '/attempts/a4/result'
    });
  });

  it('leads from the pass to evaluation, claim and certificate', () => {
    expect(nextStep(passed)).toEqual({
      label: 'Fill in the evaluation',
      href: '/activities/resistance/evaluation'
    });
    const completed = { ...passed, evaluationSubmitted: true, completedOn: '2027-01-31' };
    expect(nextStep(completed)).toEqual({ label: 'Claim credit', href: '/activities/resistance/claim' });
    expect(nextStep({ ...completed, quarterCredits: 2 })).toEqual({
      label: 'View certificate',
      href: '/activities/resistance/claim'
    });
  });
});

describe('what is missing for completion', () => {
  it('names pre-test, assessment and evaluation at the start', () => {
    expect(missingRequirements(atStart)).toEqual(['pre-test', 'assessment', 'evaluation']);
  });

  it('does not count a pre-test that is not required', () => {
    expect(missingRequirements({ ...atStart, preTest: null })).toEqual(['assessment', 'evaluation']);
    const optional = { ...untouched, maxAttempts: 1, required: false };
    expect(missingRequirements({ ...atStart, preTest: optional })).toEqual(['assessment', 'evaluation']);
  });

  it('counts an assessment only when it was passed', () => {
    expect(missingRequirements(assessed({ attemptsUsed: 1, lastSubmittedAttemptId: 'a2' }))).toContain(
      'assessment'
    );
  });

  it('names the evaluation alone after the pass, and nothing after that', () => {
    expect(missingRequirements(passed)).toEqual(['evaluation']);
    expect(missingRequirements({ ...passed, evaluationSubmitted: true })).toEqual([]);
  });
});

describe('the stations of the way', () => {
  it('say how far the learner has come', () => {
    const lesson = { sectionsTotal: 9, sectionsOpened: 4, nextSection: { slug: 'trials', title: 'Trials' } };
    expect(listSteps({ ...preTested, lesson })).toEqual([
      { label: 'Pre-test', state: 'finished', note: '' },
      { label: 'Lesson', state: 'begun', note: '4 of 9 sections' },
      { label: 'Assessment', state: 'ahead', note: '' },
      { label: 'Evaluation', state: 'ahead', note: '' },
      { label: 'Certificate', state: 'ahead', note: '' }
    ]);
  });

  it('leave the pre-test out where there is none', () => {
    expect(listSteps({ ...atStart, preTest: null })[0]?.label).toBe('Lesson');
  });
});
