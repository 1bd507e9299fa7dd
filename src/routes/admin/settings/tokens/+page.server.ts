import { error, fail, redirect } from '@sveltejs/kit';
import { readTokenForm } from '#lib/domain/identity/token-form.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { createApiToken } from '#lib/server/identity/create-api-token.ts';
import { listApiTokens } from '#lib/server/identity/list-api-tokens.ts';
import { revokeApiToken } from '#lib/server/identity/revoke-api-token.ts';
import { formText } from '../../../form-text.ts';
import { requireRole } from '../../../guard.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  return { tokens: await listApiTokens(event.locals.db, event.locals.now) };
};

export const actions: Actions = {
  create: async (event) => {
    const { id } = requireRole(event, 'admin');
    const { db, now } = event.locals;
    const data = await event.request.formData();
    const scopes = data.getAll('scopes').flatMap((scope) => (typeof scope === 'string' ? [scope] : []));
    const values = {
      name: formText(data, 'name').slice(0, 500),
      days: formText(data, 'days').slice(0, 20),
      scopes
    };
    const asked = readTokenForm(values, now);
    if (!asked.ok) return fail(400, { values, problems: asked.problem, token: null });
    const { token } = await createApiToken(db, { token: asked.value, ownerId: id, actorId: id, now });
    return { values: null, problems: [], token };
  },
  revoke: async (event) => {
    const { id: actorId } = requireRole(event, 'admin');
    const { db, now } = event.locals;
    const id = formText(await event.request.formData(), 'token');
    if (!isUuid(id)) error(400, 'Choose a token from the list.');
    await revokeApiToken(db, { id, actorId, now });
    redirect(303, '/admin/settings/tokens');
  }
};
