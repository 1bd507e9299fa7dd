import { countryName } from '../identity/country.ts';
import { PROFESSIONS, type ProfessionId } from '../identity/profession.ts';
import type { OfferedActivity } from './credit-offer.ts';
import type { CreditRule, RuleVersion } from './credit-rule.ts';
import { decideOffer, type CreditAnswer } from './decide-offer.ts';

/** What a profession gets. `where`: in which countries, in words; null: everywhere else. */
export type OfferToProfession = { profession: ProfessionId; where: string | null; answer: CreditAnswer };

const placeOf = ({ name, countries }: CreditRule) =>
  countries !== null && countries.length < 4 ? countries.map(countryName).join(', ') : `countries of ${name}`;

/** What each profession gets in an activity on a day, and where a credit of some countries makes a difference. */
export function decideForAll(
  activity: OfferedActivity,
  { rules, day }: { rules: readonly RuleVersion[]; day: string }
): OfferToProfession[] {
  const to = (profession: ProfessionId, country: string) =>
    decideOffer({ person: { profession, country }, activity, day }, rules);
  const everywhere = PROFESSIONS.map(({ id }) => ({ profession: id, where: null, answer: to(id, '') }));
  const somewhere = activity.offers.flatMap(({ rule: { key, rule } }) => {
    const [country] = rule.countries ?? [];
    if (country === undefined) return [];
    return PROFESSIONS.map(({ id }) => ({
      profession: id,
      where: placeOf(rule),
      answer: to(id, country)
    })).filter(({ answer }) => answer.kind === 'eligible' && answer.credit.rule.key === key);
  });
  return [...everywhere, ...somewhere];
}
