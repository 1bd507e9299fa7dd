/** What a form is for: taken before the lesson, to learn by, or for credit. */
export type AssessmentKind = 'pre-test' | 'practice' | 'assessment';

/** When a learner sees keys and rationales. */
export type FeedbackPolicy = 'none' | 'after-each-item' | 'after-submission';

export type AttemptState = 'in-progress' | 'submitted';
