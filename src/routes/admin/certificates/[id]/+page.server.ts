import { requireRole, requireSender } from '../../../guard.ts';
import { correct } from './correct.ts';
import { grant } from './grant.ts';
import { requireRecord } from './require-record.ts';
import { revoke } from './revoke.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'admin');
  const { searchParams } = event.url;
  return {
    record: await requireRecord(event),
    chosen: searchParams.get('do'),
    done: searchParams.get('done')
  };
};

export const actions: Actions = {
  correct: async (event) => {
    await requireSender(event);
    return correct(event, requireRole(event, 'admin'));
  },
  revoke: async (event) => {
    await requireSender(event);
    return revoke(event, requireRole(event, 'admin'));
  },
  grant: async (event) => {
    await requireSender(event);
    return grant(event, requireRole(event, 'admin'));
  }
};
