import { maximumFor } from '#lib/domain/accreditation/credit-amount.ts';
import type { OfferedActivity } from '#lib/domain/accreditation/credit-offer.ts';
import { rulesOn } from '#lib/domain/accreditation/list-candidates.ts';
import type { OfferChoice } from '#lib/domain/accreditation/offers-form.ts';
import { listRuleVersions } from '../accreditation/rule-queries.ts';
import type { Executor } from '../db/index.ts';

/** More than any activity carries, so that the minutes decide. */
const UNLIMITED = 400;

/**
 * The types that an activity may be designated for, each under the rules of its release, or of today if that is later
 * (`YYYY-MM-DD`).
 */
export async function readOfferChoices(
  db: Executor,
  { activity, today }: { activity: OfferedActivity; today: string }
): Promise<OfferChoice[]> {
  const day = activity.releaseDate > today ? activity.releaseDate : today;
  return rulesOn(await listRuleVersions(db), day)
    .filter(({ rule }) => rule.offered === 'accredited')
    .toSorted((one, other) => one.rule.precedence - other.rule.precedence)
    .map((rule) => ({
      rule,
      designated:
        activity.offers.find((offer) => offer.rule.key === rule.key)?.designatedQuarterCredits ?? null,
      most: maximumFor(rule.rule, { ...activity, designatedQuarterCredits: UNLIMITED })
    }));
}
