import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { AssessmentKind } from '#lib/domain/attempt/assessment-kind.ts';
import type { PracticeSelection } from '#lib/domain/attempt/practice-selection.ts';
import type { StartView } from '#lib/domain/attempt/start-view.ts';
import { loadStart } from '#lib/server/attempt/load-start.ts';
import { startAttempt } from '#lib/server/attempt/start-attempt.ts';
import { requirePerson } from '../../guard.ts';

type Event = Pick<RequestEvent<{ slug: string }>, 'locals' | 'url' | 'params'>;

/** The page before an attempt of this kind, or 404. */
export async function loadStartPage(event: Event, kind: AssessmentKind): Promise<StartView> {
  const { id: personId } = requirePerson(event);
  const view = await loadStart(event.locals.db, {
    slug: event.params.slug,
    kind,
    personId,
    now: event.locals.now
  });
  if (!view) error(404);
  return view;
}

/** Starts the attempt and goes to its first question, or says why not. */
export async function startFromPage(
  event: Event,
  { kind, selection }: { kind: AssessmentKind; selection: PracticeSelection }
) {
  const { id: personId } = requirePerson(event);
  const { db, now } = event.locals;
  const started = await startAttempt(db, { slug: event.params.slug, kind, personId, selection, now });
  if (started.ok) redirect(303, `/attempts/${started.value.attemptId}/1`);
  if (started.problem === 'no-such-assessment') error(404);
  return fail(409, { problem: started.problem });
}
