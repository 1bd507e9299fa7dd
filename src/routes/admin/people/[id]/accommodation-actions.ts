import { error, fail, redirect } from '@sveltejs/kit';
import { parseAccommodation } from '#lib/domain/attempt/accommodation-form.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { endAccommodation } from '#lib/server/attempt/end-accommodation.ts';
import { grantAccommodation } from '#lib/server/attempt/grant-accommodation.ts';
import { formText } from '../../../form-text.ts';
import { requireRole, requireSender } from '../../../guard.ts';
import { readAccommodationFields } from './accommodation-fields.ts';
import type { RequestEvent } from './$types';

const NOT_FOUND = 'We cannot find that page.';

const CHANGED = {
  field: 'accommodations',
  message: 'Another admin changed this meanwhile. Look at what stands now, then send your form again'
};

/** Back to the page, which says what was done and which attempts moved. */
function sayDone({ url }: RequestEvent, done: 'granted' | 'ended', moved: string[]): never {
  const query = new URLSearchParams({ accommodation: done, moved: moved.join(',') });
  redirect(303, `${url.pathname}?${query.toString()}#accommodations`);
}

/** Grants what was typed, in place of what stood. */
export async function accommodate(event: RequestEvent) {
  await requireSender(event);
  const { id: actorId } = requireRole(event, 'admin');
  const { id: personId } = event.params;
  const { db, now } = event.locals;
  const data = await event.request.formData();
  const fields = readAccommodationFields(data);
  const parsed = parseAccommodation(fields, calendarDayOf(now));
  if (!parsed.ok) return fail(400, { fields, problems: parsed.problem });
  if (!isUuid(personId)) error(404, NOT_FOUND);
  const seen = formText(data, 'standing') || null;
  const granted = await grantAccommodation(db, { personId, grant: parsed.value, seen, actorId, now });
  if (granted.ok) sayDone(event, 'granted', granted.value);
  if (granted.problem === 'unknown-person') error(404, NOT_FOUND);
  return fail(409, { fields, problems: [CHANGED] });
}

/** Ends what stands. */
export async function endStanding(event: RequestEvent) {
  const { id: actorId } = requireRole(event, 'admin');
  const { id: personId } = event.params;
  const { db, now } = event.locals;
  const seen = formText(await event.request.formData(), 'standing');
  if (!isUuid(personId)) error(404, NOT_FOUND);
  const ended = await endAccommodation(db, { personId, seen, actorId, now });
  if (ended.ok) sayDone(event, 'ended', ended.value);
  return fail(409, { fields: null, problems: [CHANGED] });
}
