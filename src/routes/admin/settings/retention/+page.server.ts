import { fail, redirect } from '@sveltejs/kit';
import {
  LEAST_CREDIT_RECORD_YEARS,
  MOST_CREDIT_RECORD_YEARS,
  readCreditRecordYears as readYears
} from '#lib/domain/privacy/retention.ts';
import { changeCreditRecordYears, readCreditRecordYears } from '#lib/server/privacy/change-retention.ts';
import { formText } from '../../../form-text.ts';
import { requireRole } from '../../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  return {
    years: await readCreditRecordYears(event.locals.db),
    isSaved: event.url.searchParams.has('saved')
  };
};

const MESSAGE = `Enter a whole number of years from ${LEAST_CREDIT_RECORD_YEARS} to ${MOST_CREDIT_RECORD_YEARS}`;

export const actions: Actions = {
  default: async (event) => {
    const { id: actorId } = requireRole(event, 'admin');
    const { db, now } = event.locals;
    const typed = formText(await event.request.formData(), 'years');
    const years = readYears(typed);
    if (years === null) return fail(400, { typed, message: MESSAGE });
    await changeCreditRecordYears(db, { years, actorId, now });
    redirect(303, '/admin/settings/retention?saved');
  }
};
