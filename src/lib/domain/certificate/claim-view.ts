import type { Refusal } from '../accreditation/refusal.ts';
import type { CreditReport } from '../credit/credit-report.ts';
import type { ReportingIdentifiers } from '../credit/reporting-identifiers.ts';

/** Other types of credit than the one that is claimed, by the reason why they are not the learner's. */
export type OtherCredit = { reason: string; names: string[] };

/** What can be claimed and what would be printed. */
export type ClaimOffer = {
  /** E.g. `AMA PRA Category 1 Credit™`. */
  name: string;
  demonstration: boolean;
  /** What was designated, in the accreditors' words: of this credit and of what stands beside it. */
  designations: string[];
  amounts: { quarterCredits: number; label: string }[];
  preview: { holder: string; heading: string };
  reports: CreditReport[];
  known: ReportingIdentifiers;
  others: OtherCredit[];
};

/** What a claim has come to, or what it would be. */
export type ClaimView =
  | { kind: 'claimed'; certificateId: string }
  /** The person has no profile to print. */
  | { kind: 'no-profile' }
  | { kind: 'not-eligible'; reason: Refusal }
  | { kind: 'open'; offer: ClaimOffer };
