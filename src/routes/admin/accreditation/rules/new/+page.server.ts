import { error, fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { ownRuleKey } from '#lib/domain/accreditation/own-rule-key.ts';
import { readRuleForm, ruleFieldsOf } from '#lib/domain/accreditation/rule-form.ts';
import { calendarDayOf } from '#lib/domain/calendar-day.ts';
import { addRuleVersion } from '#lib/server/accreditation/add-rule-version.ts';
import { readRuleVersions } from '#lib/server/accreditation/read-rules.ts';
import { requireRole, requireSender } from '../../../../guard.ts';
import { readRuleFields } from '../rule-post.ts';
import type { Actions, PageServerLoad } from './$types';

/** The provider's own credit as it was shipped: what a new own type begins with. */
async function readTemplate({ locals }: Pick<RequestEvent, 'locals'>) {
  const template = (await readRuleVersions(locals.db, 'own')).at(-1);
  return template?.rule ?? error(404, 'We cannot find that page.');
}

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const values = ruleFieldsOf(await readTemplate(event), calendarDayOf(event.locals.now));
  return { values: { ...values, name: '', unitOne: '', unitMany: '', source: '' } };
};

export const actions: Actions = {
  default: async (event) => {
    await requireSender(event);
    const { id: actorId } = requireRole(event, 'admin');
    const { db, now } = event.locals;
    const values = readRuleFields(await event.request.formData());
    const read = readRuleForm(values, { former: await readTemplate(event), earliest: calendarDayOf(now) });
    if (!read.ok) return fail(400, { values, problems: read.problem });
    const key = ownRuleKey(read.value.rule.name);
    const added = await addRuleVersion(db, { key, version: 1, ...read.value, actorId, now });
    if (added.ok) redirect(303, `/admin/accreditation/rules/${key}?saved`);
    const message = 'There is a type of this name. Choose another name, or add a version to that one';
    return fail(409, { values, problems: [{ field: 'name', message }] });
  }
};
