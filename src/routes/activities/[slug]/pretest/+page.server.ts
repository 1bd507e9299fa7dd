import { requirePerson } from '../../../guard.ts';
import { loadStartPage, startFromPage } from '../start-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
  requirePerson(event);
  return loadStartPage(event, 'pre-test');
};

export const actions: Actions = {
  default: (event) => {
    requirePerson(event);
    return startFromPage(event, { kind: 'pre-test', selection: { kind: 'all' } });
  }
};
