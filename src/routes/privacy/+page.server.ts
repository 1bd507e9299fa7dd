import { readCreditRecordYears } from '#lib/server/privacy/change-retention.ts';
import type { PageServerLoad } from './$types';

/** For everybody, so that it can be read before an account is made. */
export const load: PageServerLoad = async ({ locals, url }) => ({
  years: await readCreditRecordYears(locals.db),
  isErased: url.searchParams.has('erased')
});
