import { fail, redirect } from '@sveltejs/kit';
import { isUuid } from '#lib/domain/uuid.ts';
import { changePermission } from '#lib/server/credit/change-permission.ts';
import { listReportedCredits } from '#lib/server/credit/list-reported-credits.ts';
import { formText } from '../../form-text.ts';
import { requirePerson } from '../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id } = requirePerson(event);
  return {
    credits: await listReportedCredits(event.locals.db, id),
    isSaved: event.url.searchParams.has('saved')
  };
};

const UNKNOWN = [{ field: 'credits', message: 'No credit of yours has this report. Nothing was changed.' }];
const NO_NUMBERS = 'This report needs numbers that we do not have of you yet. Add them, then permit it.';

export const actions: Actions = {
  default: async (event) => {
    const { id: personId } = requirePerson(event);
    const data = await event.request.formData();
    const [activityVersionId, report] = [formText(data, 'activity'), formText(data, 'report')];
    if (!isUuid(activityVersionId) || !/^[a-z-]{1,40}$/.test(report)) return fail(409, { problems: UNKNOWN });
    const granted = formText(data, 'permit') === 'yes';
    const { db, now } = event.locals;
    const changed = await changePermission(db, { personId, activityVersionId, report, granted, now });
    if (changed.ok) redirect(303, '/me/reporting?saved');
    if (changed.problem.kind === 'never-asked') return fail(409, { problems: UNKNOWN });
    return fail(409, { problems: [{ field: `${activityVersionId}-${report}`, message: NO_NUMBERS }] });
  }
};
