import type { CreditOffer } from '../../accreditation/credit-offer.ts';
import type { CreditRule } from '../../accreditation/credit-rule.ts';

type Awarded = { key: string; rule: CreditRule };

const standsBeside = ({ rule: { rule } }: CreditOffer, awarded: Awarded, profession: string) =>
  rule.role === 'added' &&
  (rule.beside === null || rule.beside.includes(awarded.key)) &&
  (rule.professions === null || rule.professions.some((id) => id === profession));

/** The reports that a credit goes into: those of its own rules, and of what the activity offers beside it. */
export function reportsOfCredit(
  awarded: Awarded,
  offers: readonly CreditOffer[],
  profession: string
): string[] {
  const added = offers.filter((offer) => standsBeside(offer, awarded, profession));
  return [...new Set([...awarded.rule.reports, ...added.flatMap(({ rule }) => rule.rule.reports)])];
}

/** Points of MOC equal the credit that was claimed, up to what was designated (cme-rules.md §1.4); null: none are offered. */
export function mocPoints(quarterCredits: number, offers: readonly CreditOffer[]): number | null {
  const moc = offers.find(({ rule }) => rule.rule.reports.includes('abim-moc'));
  return moc === undefined ? null : Math.min(quarterCredits, moc.designatedQuarterCredits) / 4;
}
