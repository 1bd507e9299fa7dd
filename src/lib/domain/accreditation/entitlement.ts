import { amountInUnit } from './credit-amount.ts';
import type { CreditUnit } from './credit-rule.ts';
import type { DocumentKind } from './document-kind.ts';
import { fillPlaceholders } from './fill-wording.ts';

/** A line of a document, with {amount} still in it, and how it writes the amount. */
export type DocumentLine = { wording: string; unit: CreditUnit; maximumQuarterCredits: number };

/** What a person can earn in an activity: the one credit that is theirs, and what stands beside it. */
export type Entitlement = {
  /** The version of the rules under which it is awarded. */
  rule: { id: string; key: string; version: number };
  /** E.g. `AMA PRA Category 1 Credit™`. */
  name: string;
  unit: CreditUnit;
  document: DocumentKind;
  demonstration: boolean;
  /** Minutes that count, and those that make four quarter credits. */
  minutes: number;
  minutesPerCredit: number;
  maximumQuarterCredits: number;
  stepQuarterCredits: number;
  /** The last day (`YYYY-MM-DD`) of a type that ends before its activity does. */
  lastDay: string | null;
  /** What the provider designates, in the accreditor's words; null: nothing, as in demonstrations. */
  designation: string | null;
  lines: DocumentLine[];
  /** Names and designations of what stands beside it, e.g. IPCE. */
  added: { key: string; name: string; designation: string | null; maximumQuarterCredits: number }[];
  /** Reports that need the person's permission, e.g. `pars`. */
  reports: string[];
};

/** An amount of the credit as its document states it, e.g. `0.5 demonstration credit`. */
export function entitledAmount({ unit }: Pick<Entitlement, 'unit'>, quarterCredits: number): string {
  return amountInUnit(quarterCredits, unit);
}

/** The lines of the document of who was awarded this much. */
export function documentLines({ lines }: Pick<Entitlement, 'lines'>, quarterCredits: number): string[] {
  return lines.map(({ wording, unit, maximumQuarterCredits }) =>
    fillPlaceholders(wording, {
      amount: amountInUnit(Math.min(quarterCredits, maximumQuarterCredits), unit),
      maximum: amountInUnit(maximumQuarterCredits, unit)
    })
  );
}

/** The amounts that can be claimed, in quarter credits, greatest first. */
export function entitledAmounts({
  maximumQuarterCredits,
  stepQuarterCredits
}: Pick<Entitlement, 'maximumQuarterCredits' | 'stepQuarterCredits'>): number[] {
  const count = Math.floor(maximumQuarterCredits / stepQuarterCredits);
  return Array.from({ length: count }, (_, index) => (count - index) * stepQuarterCredits);
}
