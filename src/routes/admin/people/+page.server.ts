import { readPageNumber, readSearch } from '#lib/domain/identity/people-search.ts';
import { readPeople } from '#lib/server/identity/read-people.ts';
import { requireRole } from '../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { searchParams } = event.url;
  const search = readSearch(searchParams.get('q'));
  const page = readPageNumber(searchParams.get('page'));
  const isErased = searchParams.has('erased');
  return { search, page, isErased, ...(await readPeople(event.locals.db, { search, page })) };
};
