import { error } from '@sveltejs/kit';
import { readRegradeForm } from '#lib/domain/attempt/read-regrade-form.ts';
import { isUuid } from '#lib/domain/uuid.ts';
import { mayReach } from '#lib/server/activity/may-reach.ts';
import { readRegradeTarget } from '#lib/server/attempt/read-regrades.ts';
import { requireOneOf, requireSender } from '../../../../guard.ts';
import { readPostedFields } from '../../../../posted-fields.ts';
import type { RequestEvent } from './$types';

const versionAsked = (url: URL) =>
  /^\d{1,6}$/.test(url.searchParams.get('version') ?? '') ? Number(url.searchParams.get('version')) : null;

/**
 * Who asks, an educator or an admin, and the item version that the address names; a 404 page where there is none, or a
 * team works on it without this educator.
 */
export async function requireTarget(event: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
  const person = requireOneOf(event, ['educator', 'admin']);
  const { id: itemId } = event.params;
  const asked = { itemId, version: versionAsked(event.url) };
  const { db } = event.locals;
  const reaches =
    person.roles.includes('admin') || (await mayReach(db, 'item', { id: itemId, personId: person.id }));
  const target = reaches && isUuid(itemId) ? await readRegradeTarget(db, asked) : null;
  if (target === null) error(404, 'No version of this item was published, so there is nothing to regrade.');
  return { person, itemId, target, back: `/author/items/${itemId}/regrade?version=${target.item.version}` };
}

/** What was sent about a regrade, by whom, of which version. */
export async function readRegradePost(event: RequestEvent) {
  await requireSender(event);
  const found = await requireTarget(event);
  const posted = await readPostedFields(event.request);
  const fields = new URLSearchParams(
    [...posted].flatMap(([name, values]) => values.map((value) => [name, value]))
  );
  const { locals, url } = event;
  const act = {
    actorId: found.person.id,
    now: locals.now,
    origin: url.origin,
    seen: fields.get('seen') ?? ''
  };
  const itemVersionId = found.target.item.versionId;
  return { ...found, posted, fields, act, itemVersionId, read: readRegradeForm(fields, found.target) };
}
