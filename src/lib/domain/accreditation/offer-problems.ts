import { amountInUnit, maximumFor } from './credit-amount.ts';
import type { CreditOffer, OfferedActivity } from './credit-offer.ts';
import { refusalWords, type Refusal } from './refusal.ts';

/** What stands against a designation itself, whoever the learner is; null: nothing. */
function refusalOf({ rule: { rule } }: CreditOffer, activity: OfferedActivity): Refusal | null {
  const { accreditors, formats } = rule;
  if (accreditors !== null && !accreditors.includes(activity.provider?.accreditor ?? ''))
    return { kind: 'wrong-accreditor', accreditors };
  if (formats !== null && !formats.some((format) => format === activity.format))
    return { kind: 'wrong-format', formats };
  return null;
}

function problemOf(offer: CreditOffer, activity: OfferedActivity): string | null {
  const { rule } = offer.rule;
  const refusal = refusalOf(offer, activity);
  if (refusal !== null) return refusalWords(refusal);
  const { designatedQuarterCredits } = offer;
  const most = maximumFor(rule, { ...activity, designatedQuarterCredits: 4_000 });
  if (most === 0) return 'The activity is too short for it.';
  if (designatedQuarterCredits > most)
    return `Its minutes come to ${amountInUnit(most, rule.unit)}, which is less than the maximum here.`;
  if (designatedQuarterCredits % rule.stepQuarterCredits !== 0)
    return `Its amounts are multiples of ${amountInUnit(rule.stepQuarterCredits, rule.unit)}.`;
  const bases = rule.beside ?? [];
  const standsAlone = bases.length > 0 && !activity.offers.some(({ rule: { key } }) => bases.includes(key));
  return standsAlone ? 'It stands beside a credit for which the activity is not designated.' : null;
}

/** What is wrong with the designations of an activity, a sentence each, with the name of the type. */
export function offerProblems(activity: OfferedActivity): string[] {
  return activity.offers.flatMap((offer) => {
    const problem = problemOf(offer, activity);
    return problem === null ? [] : [`${offer.rule.rule.name}: ${problem}`];
  });
}
