import type { ProfessionId } from '../identity/profession.ts';
import type { DocumentKind } from './document-kind.ts';

/** How an amount is written: `0.5 contact hour`, `1.25 contact hours`. */
export type CreditUnit = { one: string; many: string };

/**
 * The rules of one credit type as of a day, as data that an admin can read and follow with a newer version. Amounts are
 * whole quarter credits, days `YYYY-MM-DD`.
 */
export type CreditRule = {
  /** What the type is called, e.g. `AMA PRA Category 1 Credit™`. */
  name: string;
  unit: CreditUnit;
  /** `credit`: one of these is awarded; `added`: stands beside it on the same document (IPCE, MOC). */
  role: 'credit' | 'added';
  /** Whether only an attested, accredited activity may offer it. */
  needsAccreditation: boolean;
  /** Learning formats in which it may be offered, e.g. `enduring-material`; null: any. */
  formats: string[] | null;
  /** Who may earn it; null: every profession. */
  professions: ProfessionId[] | null;
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
    /** Before the start: what the provider designates. Placeholders: {provider} {jointProviders} {format} {amount} {title}. */
    designation: string;
    /** On the document. The same placeholders; {amount} is what was awarded. */
    document: string;
  };
  /** Where the rule is written, e.g. `cme-rules.md §1.3`. */
  source: string;
};
