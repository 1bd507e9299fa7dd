import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { ActivityFacts } from '#lib/domain/activity/activity-facts.ts';
import type { AssessmentKind } from '#lib/domain/attempt/assessment-kind.ts';
import type { PracticeSelection } from '#lib/domain/attempt/practice-selection.ts';
import type { StartView } from '#lib/domain/attempt/start-view.ts';
import { loadStart } from '#lib/server/attempt/load-start.ts';
import { startAttempt } from '#lib/server/attempt/start-attempt.ts';
import { requirePerson } from '../../guard.ts';
import { endIfOver } from '../../attempts/end-if-over.ts';
import { requireActivity } from './require-activity.ts';

type Event = Pick<RequestEvent<{ slug: string }>, 'locals' | 'url' | 'params'>;

type Start = {
  kind: AssessmentKind;
  selection: PracticeSelection;
  /** The version to begin; the one that the person goes through where nothing is said. */
  activity?: ActivityFacts;
};

/** The page before an attempt of this kind, or 404. */
export async function loadStartPage(event: Event, kind: AssessmentKind): Promise<StartView> {
  const { id: personId } = requirePerson(event);
  const { db, now } = event.locals;
  const { slug, activityVersionId } = await requireActivity(event);
  const view = await loadStart(db, { slug, activityVersionId, kind, personId, now });
  if (!view) error(404);
  if (view.open) await endIfOver(event, { ...view.open, id: view.open.attemptId, state: 'in-progress' });
  return view;
}

/** Starts the attempt and goes to its first question, or says why not. */
export async function startFromPage(event: Event, { kind, selection, activity }: Start) {
  const { id: personId } = requirePerson(event);
  const { db, now } = event.locals;
  const { slug, activityVersionId } = activity ?? (await requireActivity(event));
  const started = await startAttempt(db, { slug, activityVersionId, kind, personId, selection, now });
  if (started.ok) redirect(303, `/attempts/${started.value.attemptId}/1`);
  if (started.problem === 'no-such-assessment') error(404);
  return fail(409, { problem: started.problem });
}
