import { error, fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { readRuleForm, ruleFieldsOf } from '#lib/domain/accreditation/rule-form.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { addRuleVersion } from '#lib/server/accreditation/add-rule-version.ts';
import { readRuleVersions } from '#lib/server/accreditation/read-rules.ts';
import { requireRole, requireSender } from '../../../../guard.ts';
import { earliestDay, readRuleFields } from '../rule-post.ts';
import type { Actions, PageServerLoad } from './$types';

async function findRule({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const versions = await readRuleVersions(locals.db, params['key'] ?? '');
  const [newest] = versions;
  if (!newest) error(404, 'We cannot find that page.');
  return { versions, newest, earliest: earliestDay(calendarDayOf(locals.now), newest) };
}

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { versions, newest, earliest } = await findRule(event);
  const values = ruleFieldsOf(newest.rule, earliest);
  return { versions, newest, values, saved: event.url.searchParams.has('saved') };
};

export const actions: Actions = {
  default: async (event) => {
    await requireSender(event);
    const { id: actorId } = requireRole(event, 'admin');
    const { newest, earliest } = await findRule(event);
    const values = readRuleFields(await event.request.formData());
    const read = readRuleForm(values, { former: newest.rule, earliest });
    if (!read.ok) return fail(400, { values, problems: read.problem });
    const { db, now } = event.locals;
    const version = newest.version + 1;
    const added = await addRuleVersion(db, { key: newest.key, version, ...read.value, actorId, now });
    if (added.ok) redirect(303, `/admin/accreditation/rules/${newest.key}?saved`);
    const message = 'Another version was added meanwhile. Look at it, then choose a later day';
    return fail(409, { values, problems: [{ field: 'validFrom', message }] });
  }
};
