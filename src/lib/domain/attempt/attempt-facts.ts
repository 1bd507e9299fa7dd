import type { ActivityFacts } from '../activity/activity-facts.ts';
import type { AssessmentKind, AttemptState } from './assessment-kind.ts';

/** What every page of an attempt says of it. */
export type AttemptFacts = {
  id: string;
  kind: AssessmentKind;
  title: string;
  state: AttemptState;
  /** Null: not timed. */
  closesAt: Date | null;
  total: number;
  activity: { slug: string; title: string };
  activityVersionId: string;
};

type Attempt = Pick<AttemptFacts, 'id' | 'kind' | 'state' | 'closesAt'> & {
  assessmentId: string;
  itemsTotal: number;
};

/** The facts of an attempt at an assessment of this activity version. */
export function attemptFacts(attempt: Attempt, activity: ActivityFacts): AttemptFacts {
  const { id, kind, state, closesAt, assessmentId, itemsTotal: total } = attempt;
  const { slug, title, activityVersionId, assessments } = activity;
  const assessment = assessments.find((one) => one.id === assessmentId);
  return {
    ...{ id, kind, state, closesAt, total, activityVersionId },
    title: assessment?.title ?? '',
    activity: { slug, title }
  };
}
