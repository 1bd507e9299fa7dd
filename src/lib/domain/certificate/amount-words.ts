import { amountInUnit } from '#lib/domain/accreditation/credit-amount.ts';
import type { CreditUnit } from '#lib/domain/accreditation/credit-rule.ts';
import type { DocumentKind } from '#lib/domain/accreditation/document-kind.ts';

/** An amount as a document states it; `unit` is missing in what was issued before credit had rules. */
export type Amount = {
  kind: DocumentKind;
  quarterCredits: number;
  demonstration: boolean;
  unit?: CreditUnit | undefined;
};

/** How documents wrote amounts before credit had rules: only a physician's named credit, the others time. */
function unitBeforeRules({ kind, demonstration }: Amount): CreditUnit {
  if (kind === 'certificate') {
    const credit = demonstration ? 'demonstration credit' : 'credit';
    return { part: credit, one: credit, many: `${credit}s` };
  }
  const mark = demonstration ? ' (demonstration)' : '';
  const [one, many] = [`hour of participation${mark}`, `hours of participation${mark}`];
  return { part: many, one, many };
}

const unitOf = (amount: Amount) => amount.unit ?? unitBeforeRules(amount);

/** The amount with its unit, e.g. `0.5 demonstration credit`. */
export function amountWords(amount: Amount): string {
  return amountInUnit(amount.quarterCredits, unitOf(amount));
}

/** The sum of amounts in words, each unit for itself: `1 credit, 0.5 demonstration credit`. */
export function totalWords(amounts: readonly Amount[]): string {
  const byUnit = Map.groupBy(amounts, (amount) => unitOf(amount).many);
  const sums = [...byUnit.values()].flatMap((ofUnit) => {
    const quarterCredits = ofUnit.reduce((sum, amount) => sum + amount.quarterCredits, 0);
    return ofUnit.slice(0, 1).map((amount) => ({ ...amount, quarterCredits }));
  });
  return sums.map(amountWords).join(', ');
}
