import type { PublishProblem } from '#lib/server/activity/publish-activity.ts';
import type { RequestEvent } from '@sveltejs/kit';
import { formText } from '../../../../form-text.ts';
import { requireDraft } from '../require-authored.ts';

/** Why a step was not taken, in words; the working copy is as it was. */
export const PROBLEMS = {
  'changed-meanwhile':
    'Somebody changed this working copy while you were looking. Look again, then go on. Nothing was changed.',
  'not-whole': 'Something is missing. Nothing was published.',
  'banks-hold-items':
    'This activity was never released, and its question banks hold items. They would be lost with it, so nothing was discarded.'
};

/** Why nothing was published, with each missing thing. */
export function refusalWords(problem: PublishProblem): string {
  if (problem.kind !== 'not-whole') return PROBLEMS['changed-meanwhile'];
  return [PROBLEMS['not-whole'], ...problem.missing.flatMap(({ details }) => details)].join(' ');
}

/** What is to be published or discarded: the working copy in the state that the page showed. */
export async function readReleasePost(event: RequestEvent) {
  const { person, activity, draft } = await requireDraft(event);
  const revision = Number(formText(await event.request.formData(), 'revision'));
  const { activityId } = activity;
  const change = {
    activityId,
    versionId: draft.versionId,
    revision,
    actorId: person.id,
    now: event.locals.now
  };
  return { change, home: `/author/activities/${activityId}` };
}
