import { describe, expect, it } from 'vitest';
import { activityStep } from './activity-step.ts';
import type { LearnerProgress } from './learner-progress.ts';

const form = { attemptsUsed: 0, maxAttempts: 3, open: null, lastSubmittedAttemptId: null };

const begun: LearnerProgress = {
  slug: 'resistance',
  title: 'Resistance',
  preTest: null,
  lesson: { sectionsTotal: 2, sectionsOpened: 1, nextSection: { slug: 'second', title: 'Second' } },
  assessment: { ...form, passedAttemptId: null },
  evaluationSubmitted: false,
  completedOn: null,
  quarterCredits: null
};

const standing = { slug: 'resistance', availability: 'open', progress: null, hasPreTest: true } as const;

describe('the button of an activity page', () => {
  it('starts with the pre-test, or with the lesson where there is none', () => {
    expect(activityStep(standing)).toEqual({ label: 'Start', href: '/activities/resistance/pretest' });
    expect(activityStep({ ...standing, hasPreTest: false })?.href).toBe('/activities/resistance/lesson');
  });

  it('goes on where a learner who has begun left off', () => {
    expect(activityStep({ ...standing, progress: begun })?.label).toBe('Continue reading: Second');
  });

  it('is missing before the release date', () => {
    expect(activityStep({ ...standing, availability: 'upcoming', progress: begun })).toBeNull();
  });

  it('leads to reading after the expiry date, and to the claim who completed in time', () => {
    const closed = { ...standing, availability: 'closed-for-credit' } as const;
    expect(activityStep({ ...closed, progress: begun })).toEqual({
      label: 'Read the lesson',
      href: '/activities/resistance/lesson'
    });
    expect(activityStep({ ...closed, progress: { ...begun, completedOn: '2029-11-30' } })?.label).toBe(
      'Claim credit'
    );
  });
});
