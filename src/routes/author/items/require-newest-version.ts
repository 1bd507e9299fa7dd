import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { isUuid } from '#lib/domain/uuid.ts';
import { findNewestVersion } from '#lib/server/question-bank/find-newest-version.ts';

/** The id of the newest version of the item that the address names; a 404 page where there is none. */
export async function requireNewestVersion({
  params,
  locals
}: Pick<RequestEvent, 'params' | 'locals'>): Promise<string> {
  const { id = '' } = params;
  const newest = isUuid(id) ? await findNewestVersion(locals.db, id) : null;
  if (newest === null) error(404, 'We cannot find that page.');
  return newest;
}
