import type { FormProgress, LearnerProgress } from './learner-progress.ts';

/** One station on the way through an activity. `note` says how far, in words. */
export type StepState = { label: string; state: 'finished' | 'begun' | 'ahead'; note: string };

const stateOf = (finished: boolean, begun: boolean) => (finished ? 'finished' : begun ? 'begun' : 'ahead');

function formNote(form: FormProgress): string {
  if (!form.open) return '';
  return form.open.nextPosition === null ? 'ready to check' : `at question ${form.open.nextPosition}`;
}

function preTestState(preTest: NonNullable<LearnerProgress['preTest']>): StepState {
  const state = stateOf(preTest.lastSubmittedAttemptId !== null, preTest.open !== null);
  return { label: 'Pre-test', state, note: formNote(preTest) };
}

function lessonState({ sectionsOpened, sectionsTotal }: LearnerProgress['lesson']): StepState {
  const state = stateOf(sectionsOpened === sectionsTotal, sectionsOpened > 0);
  return {
    label: 'Lesson',
    state,
    note: state === 'begun' ? `${sectionsOpened} of ${sectionsTotal} sections` : ''
  };
}

function assessmentState(assessment: LearnerProgress['assessment']): StepState {
  const state = stateOf(assessment.passedAttemptId !== null, assessment.attemptsUsed > 0);
  return { label: 'Assessment', state, note: formNote(assessment) };
}

/** All stations of the way, in order, for the card that shows how far a learner has come. */
export function listSteps(progress: LearnerProgress): StepState[] {
  return [
    ...(progress.preTest ? [preTestState(progress.preTest)] : []),
    lessonState(progress.lesson),
    assessmentState(progress.assessment),
    { label: 'Evaluation', state: stateOf(progress.evaluationSubmitted, false), note: '' },
    { label: 'Certificate', state: stateOf(progress.quarterCredits !== null, false), note: '' }
  ];
}
