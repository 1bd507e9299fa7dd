import { error, type RequestEvent } from '@sveltejs/kit';
import { amountField, type OfferChoice, type OffersTyped } from '#lib/domain/accreditation/offers-form.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { findAuthoredActivity } from '#lib/server/activity/find-activity.ts';
import { readAccreditation } from '#lib/server/activity/read-accreditation.ts';
import { readOfferChoices } from '#lib/server/activity/read-offer-choices.ts';
import { formText } from '../../../../form-text.ts';
import { requireRole, requireSender } from '../../../../guard.ts';

type Event = Pick<RequestEvent, 'locals' | 'url' | 'params' | 'request'>;

/** The activity that the address names, for an admin. */
export async function requireAccredited(event: Event) {
  const person = requireRole(event, 'admin');
  const activity = await findAuthoredActivity(event.locals.db, event.params['id'] ?? '');
  return { person, activity: activity ?? error(404, 'We cannot find that page.') };
}

/** The admin and the working copy that a form changes; what was typed survives the end of a session. */
export async function requireAccreditedDraft(event: Event) {
  await requireSender(event);
  const { person, activity } = await requireAccredited(event);
  const { draft } = activity;
  if (draft === null)
    error(409, 'There is no working copy of this activity any more: it was published or discarded.');
  return { actorId: person.id, draft, path: `/admin/accreditation/activities/${activity.activityId}` };
}

/** How a working copy would be accredited, and which types it may be designated for. */
export async function readDraftView({ db, now }: App.Locals, versionId: string) {
  const view = await readAccreditation(db, versionId);
  const choices = await readOfferChoices(db, { activity: view.activity, today: calendarDayOf(now) });
  return { ...view, choices };
}

/** The form of offers as it was sent. */
export function offersTyped(data: FormData, choices: OfferChoice[]): OffersTyped {
  return {
    ticked: data.getAll('offer').filter((value) => typeof value === 'string'),
    amounts: Object.fromEntries(choices.map(({ rule: { key } }) => [key, formText(data, amountField(key))]))
  };
}

/** Ends a request whose working copy went away in the midst of it. */
export const gone = () => error(409, 'This working copy was published or discarded meanwhile.');
