import { creditWords, formatQuarterCredits } from '#lib/domain/credit/format-quarter-credits.ts';
import type { DocumentKind } from '#lib/domain/accreditation/document-kind.ts';

/** An amount as a document states it. */
export type Amount = { kind: DocumentKind; quarterCredits: number; demonstration: boolean };

/** Only a physician's document names credit; the others name time (cme-rules §1.3: four quarters are an hour). */
export function amountWords({ kind, quarterCredits, demonstration }: Amount): string {
  if (kind === 'certificate') {
    const words = creditWords(quarterCredits);
    return demonstration ? words.replace(' ', ' demonstration ') : words;
  }
  const unit = quarterCredits === 4 ? 'hour' : 'hours';
  const hours = `${formatQuarterCredits(quarterCredits)} ${unit} of participation`;
  return demonstration ? `${hours} (demonstration)` : hours;
}

/** What is added up to one figure: credit apart from time, and demonstrations apart from what is accredited. */
function unitOf({ kind, demonstration }: Amount): string {
  return `${kind === 'certificate'} ${demonstration}`;
}

/** The sum of amounts in words, unlike ones side by side: `1 credit, 0.5 demonstration credit`. */
export function totalWords(amounts: readonly Amount[]): string {
  const sums = new Map<string, Amount>();
  for (const amount of amounts) {
    const sum = sums.get(unitOf(amount));
    const quarterCredits = (sum?.quarterCredits ?? 0) + amount.quarterCredits;
    sums.set(unitOf(amount), { ...amount, quarterCredits });
  }
  return [...sums.values()].map(amountWords).join(', ');
}
