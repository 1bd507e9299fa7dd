import { calendarDayWords } from '../calendar-day.ts';
import { amountInUnit } from './credit-amount.ts';
import type { OfferedActivity } from './credit-offer.ts';
import { offerProblems } from './offer-problems.ts';

/** What an admin attests: it holds while every one of these is the same. Days are `YYYY-MM-DD`. */
export type AttestedFacts = {
  providerVersionId: string;
  format: string;
  estimatedMinutes: number;
  releaseDate: string;
  expiryDate: string;
  maximumQuarterCredits: number;
  /** `id of the rule version=quarter credits`, in the order of the ids. */
  offers: string[];
};

/** The facts of an activity under a version of its provider, as they are attested. */
export function attestedFacts(activity: OfferedActivity, providerVersionId: string): AttestedFacts {
  const { format, estimatedMinutes, releaseDate, expiryDate, maximumQuarterCredits, offers } = activity;
  return {
    providerVersionId,
    format,
    estimatedMinutes,
    releaseDate,
    expiryDate,
    maximumQuarterCredits,
    offers: offers
      .map(({ rule, designatedQuarterCredits }) => `${rule.id}=${designatedQuarterCredits}`)
      .toSorted()
  };
}

const NAMES: Record<keyof AttestedFacts, string> = {
  providerVersionId: 'the provider',
  format: 'the format',
  estimatedMinutes: 'the minutes',
  releaseDate: 'the release date',
  expiryDate: 'the expiry date',
  maximumQuarterCredits: 'the maximum',
  offers: 'the credit that is offered'
};

const FACTS = [
  'providerVersionId',
  'format',
  'estimatedMinutes',
  'releaseDate',
  'expiryDate',
  'maximumQuarterCredits',
  'offers'
] as const;

/** The names of the facts that are not what was attested, for a sentence. */
export function changedFacts(facts: AttestedFacts, attested: Record<string, unknown>): string[] {
  return FACTS.filter((name) => JSON.stringify(facts[name]) !== JSON.stringify(attested[name])).map(
    (name) => NAMES[name]
  );
}

/** What is missing before an admin can attest; empty: nothing. */
export function attestationProblems(activity: OfferedActivity): string[] {
  if (activity.provider === null) return ['No provider is recorded. Record who is accredited first.'];
  const hasCredit = activity.offers.some(({ rule: { rule } }) => rule.role === 'credit');
  const none = 'No credit is offered. Choose at least one type that can stand alone, and save.';
  return [...(hasCredit ? [] : [none]), ...offerProblems(activity)];
}

/** The words that an admin puts their name to; null where there is nobody to attest for. */
export function attestationWording(activity: OfferedActivity): string | null {
  const { provider, title, releaseDate, expiryDate, estimatedMinutes, offers } = activity;
  if (provider === null) return null;
  const credit = offers.map(
    ({ rule: { rule }, designatedQuarterCredits }) =>
      `${rule.name}, at most ${amountInUnit(designatedQuarterCredits, rule.unit)}`
  );
  return [
    `I attest that ${provider.name} (${provider.accreditor}, provider ID ${provider.accreditorId}) designated “${title}”`,
    `in advance for this credit: ${credit.join('; ')};`,
    `with ${estimatedMinutes} minutes, from ${calendarDayWords(releaseDate)} to ${calendarDayWords(expiryDate)};`,
    'and that the statements shown here may be printed.'
  ].join(' ');
}
