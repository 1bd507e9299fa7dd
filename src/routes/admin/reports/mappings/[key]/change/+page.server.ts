import { error, fail, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { mappingFieldsOf } from '#lib/domain/report/mapping/mapping-form.ts';
import { isOwnMapping, ownMappingKey } from '#lib/domain/report/mapping/own-mapping-key.ts';
import { readMappingForm } from '#lib/domain/report/mapping/read-mapping-form.ts';
import { fieldsOf } from '#lib/domain/report/mapping/report-fields.ts';
import { addMappingVersion } from '#lib/server/report/accreditor/add-mapping-version.ts';
import { readMapping } from '#lib/server/report/accreditor/read-mappings.ts';
import { requireRole, requireSender } from '../../../../../guard.ts';
import { readMappingFields } from '../../mapping-post.ts';
import type { Actions, PageServerLoad } from './$types';

/** The mapping in its newest version; a copy gets a key of its own, and so does what the program brings. */
async function findMapping({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
  const version = await readMapping(locals.db, params['key'] ?? '');
  if (version === null) error(404, 'We cannot find that page.');
  return { version, isCopy: url.searchParams.has('copy') || !isOwnMapping(version.key) };
}

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { version, isCopy } = await findMapping(event);
  const values = mappingFieldsOf(version.mapping);
  const { key, mapping } = version;
  const fields = fieldsOf(mapping.subject);
  return { key, title: mapping.title, isCopy, fields, values: isCopy ? { ...values, title: '' } : values };
};

export const actions: Actions = {
  default: async (event) => {
    await requireSender(event);
    const { id: actorId } = requireRole(event, 'admin');
    const { version, isCopy } = await findMapping(event);
    const values = readMappingFields(await event.request.formData());
    const read = readMappingForm(values, version.mapping);
    if (!read.ok) return fail(400, { values, problems: read.problem });
    const key = isCopy ? ownMappingKey(read.value.title) : version.key;
    const number = isCopy ? 1 : version.version + 1;
    const { db, now } = event.locals;
    const added = await addMappingVersion(db, { key, version: number, mapping: read.value, actorId, now });
    if (added.ok) redirect(303, `/admin/reports/mappings/${key}?saved`);
    const message = isCopy
      ? 'There is a mapping of this title. Choose another title, or change that one'
      : 'Another version was added meanwhile. Open the mapping, then change it again';
    return fail(409, { values, problems: [{ field: 'title', message }] });
  }
};
