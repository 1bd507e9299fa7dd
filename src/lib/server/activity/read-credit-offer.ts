import type { OfferedActivity } from '#lib/domain/accreditation/credit-offer.ts';
import { decideOffer, type CreditAnswer } from '#lib/domain/accreditation/decide-offer.ts';
import { EVALUATION_MINUTES } from '#lib/domain/activity/honest-minutes.ts';
import { listRuleVersions } from '../accreditation/rule-queries.ts';
import type { Executor } from '../db/index.ts';
import { listOffers, selectOfferedVersion, selectOptionalAttestedProvider } from './credit-offer-queries.ts';

/** An activity version as far as credit depends on it. Throws where there is none. */
async function readOfferedActivity(db: Executor, versionId: string): Promise<OfferedActivity> {
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
