import { error } from '@sveltejs/kit';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { readAccommodations } from '#lib/server/attempt/read-accommodations.ts';
import { countSessions } from '#lib/server/identity/list-own-sessions.ts';
import { readPerson } from '#lib/server/identity/read-people.ts';
import { readPersonCompletions } from '#lib/server/report/read-person-completions.ts';
import { requireRole } from '../../../guard.ts';
import { accommodate, endStanding } from './accommodation-actions.ts';
import { give, take } from './role-actions.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const admin = requireRole(event, 'admin');
  const { id } = event.params;
  const person = isUuid(id) ? await readPerson(event.locals.db, id) : null;
  if (person === null) error(404, 'We cannot find that page.');
  const { db, now } = event.locals;
  const { searchParams } = event.url;
  return {
    person,
    completions: await readPersonCompletions(db, person.id),
    sessions: await countSessions(db, { personId: person.id, roles: person.roles, now }),
    accommodations: await readAccommodations(db, person.id),
    isNew: searchParams.has('added'),
    done: searchParams.get('accommodation'),
    moved: searchParams.get('moved')?.split(',') ?? [],
    today: calendarDayOf(now),
    isSelf: person.id === admin.id
  };
};

export const actions: Actions = { give, take, accommodate, endAccommodation: endStanding };
