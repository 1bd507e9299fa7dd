/** Quarter credits as a decimal number of credits without trailing zeros: 2 → `0.5`, 4 → `1` (decision 6). */
export function formatQuarterCredits(quarterCredits: number): string {
  return String(quarterCredits / 4);
}

/** An amount with its unit, which follows the number: `0.5 credit`, `1.25 credits`. */
export function creditWords(quarterCredits: number): string {
  return `${formatQuarterCredits(quarterCredits)} ${quarterCredits > 4 ? 'credits' : 'credit'}`;
}
