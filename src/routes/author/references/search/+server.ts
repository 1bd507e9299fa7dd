import { json } from '@sveltejs/kit';
import { readSearch } from '#lib/domain/reference/library-filter.ts';
import { searchCitableReferences } from '#lib/server/activity/search-citable-references.ts';
import { requireRole } from '../../../guard.ts';
import type { RequestHandler } from './$types';

/** References of the library that hold every word of `q`, for the citation picker. */
export const GET: RequestHandler = async (event) => {
  requireRole(event, 'educator');
  const search = readSearch(event.url.searchParams.get('q'));
  return json(await searchCitableReferences(event.locals.db, search));
};
