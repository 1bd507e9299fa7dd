import type { OfferedActivity } from '#lib/domain/accreditation/credit-offer.ts';
import { decideForAll, type OfferToProfession } from '#lib/domain/accreditation/decide-for-all.ts';
import { decideOffer, type CreditAnswer } from '#lib/domain/accreditation/decide-offer.ts';
import { designationStatements } from '#lib/domain/accreditation/designation.ts';
import { EVALUATION_MINUTES } from '#lib/domain/activity/honest-minutes.ts';
import { listRuleVersions } from '../accreditation/rule-queries.ts';
import type { Executor } from '../db/index.ts';
import { listOffers, selectOfferedVersion, selectOptionalAttestedProvider } from './credit-offer-queries.ts';

/** An activity version as far as credit depends on it. Throws where there is none. */
export async function readOfferedActivity(db: Executor, versionId: string): Promise<OfferedActivity> {
  const { mode, evaluationMinutes, ...version } = await selectOfferedVersion(db, versionId);
  return {
    ...version,
    evaluationMinutes: evaluationMinutes ?? EVALUATION_MINUTES,
    mode: mode === 'accredited' ? 'accredited' : 'demonstration',
    provider: await selectOptionalAttestedProvider(db, versionId),
    offers: await listOffers(db, versionId)
  };
}

/**
 * What credit somebody of this profession and country gets in an activity version on a day (`YYYY-MM-DD`), or why none.
 * Throws where there is no such version.
 */
export async function readCreditOffer(
  db: Executor,
  input: { activityVersionId: string; profession: string; country: string; day: string }
): Promise<CreditAnswer> {
  const { activityVersionId, profession, country, day } = input;
  const activity = await readOfferedActivity(db, activityVersionId);
  return decideOffer({ person: { profession, country }, activity, day }, await listRuleVersions(db));
}

/** What everybody is told of the credit of an activity version: each profession's, and what was designated. */
export type OfferToAll = { offers: OfferToProfession[]; designations: string[] };

/** What each profession gets in an activity version on a day (`YYYY-MM-DD`). Throws where there is no such version. */
export async function readOfferToAll(
  db: Executor,
  { activityVersionId, day }: { activityVersionId: string; day: string }
): Promise<OfferToAll> {
  const activity = await readOfferedActivity(db, activityVersionId);
  const rules = await listRuleVersions(db);
  return { offers: decideForAll(activity, { rules, day }), designations: designationStatements(activity) };
}
