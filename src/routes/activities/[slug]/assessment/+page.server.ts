import { requirePerson } from '../../../guard.ts';
import { loadStartPage, startFromPage } from '../start-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePerson(event);
  return loadStartPage(event, 'assessment');
};

export const actions: Actions = {
  default: (event) => {
    requirePerson(event);
    return startFromPage(event, { kind: 'assessment', selection: { kind: 'all' } });
  }
};
