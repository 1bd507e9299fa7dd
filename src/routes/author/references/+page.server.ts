import { readPageNumber } from '#lib/domain/identity/people-search.ts';
import { readLibraryFilter } from '#lib/domain/reference/library-filter.ts';
import { additionInWords } from '#lib/domain/reference/pasted-row.ts';
import { readLibrary } from '#lib/server/reference/read-library.ts';
import { requireRole } from '../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'educator');
  const { searchParams } = event.url;
  const filter = readLibraryFilter(searchParams);
  const page = readPageNumber(searchParams.get('page'));
  const { db, now } = event.locals;
  return {
    filter,
    page,
    done: additionInWords(searchParams.get('added'), searchParams.get('doubted')),
    ...(await readLibrary(db, { filter, page, now }))
  };
};
