import type { ProfessionId } from '../identity/profession.ts';
import type { DocumentKind } from './document-kind.ts';
import type { LearningFormat } from './learning-format.ts';

/** How an amount is written: `0.5 contact hour`, `1 contact hour`, `1.25 contact hours`. */
export type CreditUnit = {
  /** Below one. */
  part: string;
  one: string;
  many: string;
};

/**
 * When a type is there: `accredited`: where the provider designated an activity for it and an admin attested that;
 * `demonstration`: only while an activity is not accredited; `always`: without designation.
 */
export type OfferedWhen = 'accredited' | 'demonstration' | 'always';

/** A line on the documents of those who may not earn a credit that the activity was designated for. */
export type OthersWording = {
  /** Null: everyone. */
  professions: ProfessionId[] | null;
  text: string;
};

/**
 * The rules of one credit type as of a day, as data that an admin can read and follow with a newer version. Amounts are
 * whole quarter credits, days `YYYY-MM-DD`. Placeholders of a wording: {provider} {jointProviders} {address} {format}
 * {title} {maximum} {amount}; on a document {amount} is what was awarded, before the start it is the maximum.
 */
export type CreditRule = {
  /** What the type is called, e.g. `AMA PRA Category 1 Credit™`. */
  name: string;
  unit: CreditUnit;
  /** `credit`: one of these is awarded; `added`: stands beside it on the same document (IPCE, MOC). */
  role: 'credit' | 'added';
  offered: OfferedWhen;
  /** Of several that a person may earn the one with the lowest number is theirs. */
  precedence: number;
  /** Whose accreditation allows a provider to designate it, e.g. `ACCME`; null: any. */
  accreditors: string[] | null;
  /** Of an added credit: keys of the credits beside which it stands; null: any. */
  beside: string[] | null;
  /** Learning formats in which it may be offered; null: any. */
  formats: LearningFormat[] | null;
  /** Who may earn it; null: every profession. */
  professions: ProfessionId[] | null;
  /** Where they practice, ISO 3166-1 alpha-2; null: anywhere. */
  countries: string[] | null;
  /** Minutes that make one credit (four quarter credits). */
  minutesPerCredit: number;
  /** Whether the time of the evaluation counts. */
  countsEvaluation: boolean;
  /** Amounts are multiples of this. */
  stepQuarterCredits: number;
  rounding: 'nearest' | 'down' | 'up';
  /** The most that one activity may carry; null: what its minutes give. */
  maximumQuarterCredits: number | null;
  /** Months after the release in which it can be earned; null: until the activity expires. */
  monthsOffered: number | null;
  document: DocumentKind;
  /** The reports that need the learner's permission, e.g. `pars`. */
  reports: string[];
  wording: {
    /** Before the start: what the provider designates; empty: nothing is designated. */
    designation: string;
    /** On the document of who earned it. */
    document: string;
    /** On the documents of others, where this was designated. */
    others: OthersWording[];
  };
  /** Where the rule is written, e.g. `cme-rules.md §1.3`; what the provider has to confirm is named. */
  source: string;
};

/** A rule as of a day. The version that is the newest on a day holds on it. */
export type RuleVersion = {
  id: string;
  /** Which rule it is a version of, e.g. `ama-pra-1`. */
  key: string;
  version: number;
  validFrom: string;
  rule: CreditRule;
};

/** A version that the program brings. */
export type ShippedRule = Omit<RuleVersion, 'id'>;
