import type { Provider } from './provider.ts';
import type { RuleVersion } from './credit-rule.ts';

/** A credit that a provider designated an activity for, under which version of its rules. */
export type CreditOffer = { rule: RuleVersion; designatedQuarterCredits: number };

/** An activity version as far as credit depends on it. Days are `YYYY-MM-DD`; release and expiry both count. */
export type OfferedActivity = {
  title: string;
  /** E.g. `enduring-material`. */
  format: string;
  /** All of its time, the evaluation included. */
  estimatedMinutes: number;
  evaluationMinutes: number;
  releaseDate: string;
  expiryDate: string;
  mode: 'demonstration' | 'accredited';
  /** Who is accredited, as attested; null: nobody is. */
  provider: Provider | null;
  /** The most that its documents state, in quarter credits. */
  maximumQuarterCredits: number;
  offers: CreditOffer[];
};

/** Of a person what credit depends on: a profession of the list, and a country (ISO 3166-1 alpha-2, or empty). */
export type CreditPerson = { profession: string; country: string };
