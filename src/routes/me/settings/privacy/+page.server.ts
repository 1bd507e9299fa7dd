import { isRecentProof } from '#lib/domain/identity/recent-proof.ts';
import { readConsents } from '#lib/server/privacy/read-consents.ts';
import { requirePerson } from '../../../guard.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { id, provenAt } = requirePerson(event);
  const { db, now } = event.locals;
  return {
    consents: await readConsents(db, id),
    isProven: isRecentProof(provenAt, now),
    wasConfirmed: event.url.searchParams.has('confirmed')
  };
};
