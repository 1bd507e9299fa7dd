import { dayBefore, monthsAfter } from '../calendar-day.ts';
import { maximumFor } from './credit-amount.ts';
import type { CreditPerson, OfferedActivity } from './credit-offer.ts';
import type { CreditRule, RuleVersion } from './credit-rule.ts';
import type { Refusal } from './refusal.ts';

/** A credit that could come into question. `designatedQuarterCredits` null: the provider designated none. */
export type Candidate = { rule: RuleVersion; designatedQuarterCredits: number | null };

/** A candidate with what became of it; `maximumQuarterCredits` is 0 where it is refused. */
export type Judged = { rule: RuleVersion; refusal: Refusal | null; maximumQuarterCredits: number };

export type Occasion = { person: CreditPerson; activity: OfferedActivity; day: string };

function offerRefusal(
  { rule, designatedQuarterCredits }: Candidate,
  { activity, day }: Occasion
): Refusal | null {
  const { offered, accreditors } = rule.rule;
  if (offered === 'accredited' && activity.mode === 'demonstration') return { kind: 'demonstration' };
  if (offered === 'demonstration' && activity.mode === 'accredited') return { kind: 'accredited' };
  if (designatedQuarterCredits === null) return { kind: 'not-designated' };
  if (day < rule.validFrom) return { kind: 'not-yet-valid', validFrom: rule.validFrom };
  const accreditor = activity.provider?.accreditor ?? '';
  if (accreditors !== null && !accreditors.includes(accreditor))
    return { kind: 'wrong-accreditor', accreditors };
  return null;
}

/** Whether a list of those for whom something is names this one; null names all. */
const names = (list: readonly string[] | null, one: string) => list === null || list.includes(one);

function personRefusal({ professions, countries, formats }: CreditRule, occasion: Occasion): Refusal | null {
  const { person, activity } = occasion;
  if (professions !== null && !names(professions, person.profession))
    return { kind: 'wrong-profession', professions };
  if (countries !== null && !names(countries, person.country)) return { kind: 'wrong-country', countries };
  if (formats !== null && !names(formats, activity.format)) return { kind: 'wrong-format', formats };
  return null;
}

/** The last day of a type that ends before its activity does, as of AAPA (cme-rules.md §1.5); null: it lasts as long. */
export function lastDayOfType(
  { monthsOffered }: CreditRule,
  { releaseDate, expiryDate }: Pick<OfferedActivity, 'releaseDate' | 'expiryDate'>
): string | null {
  if (monthsOffered === null) return null;
  const lastDay = dayBefore(monthsAfter(releaseDate, monthsOffered));
  return lastDay < expiryDate ? lastDay : null;
}

/** A demonstration runs out of nothing that anybody recognizes (as `domain/activity/availability.ts` has it). */
function dayRefusal(rule: CreditRule, { activity, day }: Occasion): Refusal | null {
  const { mode, releaseDate, expiryDate } = activity;
  if (mode === 'demonstration') return null;
  if (day < releaseDate) return { kind: 'upcoming', releaseDate };
  if (day > expiryDate) return { kind: 'closed', expiryDate };
  const lastDay = lastDayOfType(rule, activity);
  return lastDay !== null && day > lastDay ? { kind: 'expired-for-type', lastDay } : null;
}

/** Whether the person can earn this credit in the activity on the day, how much at most, or why not. */
export function judgeRule(candidate: Candidate, occasion: Occasion): Judged {
  const { rule } = candidate;
  const refusal =
    offerRefusal(candidate, occasion) ??
    personRefusal(rule.rule, occasion) ??
    dayRefusal(rule.rule, occasion);
  if (refusal !== null) return { rule, refusal, maximumQuarterCredits: 0 };
  const designatedQuarterCredits = candidate.designatedQuarterCredits ?? 0;
  const maximumQuarterCredits = maximumFor(rule.rule, { ...occasion.activity, designatedQuarterCredits });
  return { rule, refusal: maximumQuarterCredits > 0 ? null : { kind: 'no-amount' }, maximumQuarterCredits };
}
