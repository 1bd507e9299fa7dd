/** What an NPI's check digit is computed over: the number behind the prefix of US health cards. */
const PREFIX = '80840';

/** The Luhn sum of digits that include their check digit; a multiple of ten where they hold together. */
function luhnSum(digits: string): number {
  return [...digits].reverse().reduce((sum, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return sum + (value > 9 ? value - 9 : value);
  }, 0);
}

/**
 * Whether the text is a National Provider Identifier: ten digits, the first 1 or 2, the last the Luhn check digit
 * computed as if prefixed by 80840 (cme-rules.md §2.5). It shows that the number is well formed, not whose it is.
 */
export function isNpi(text: string): boolean {
  return /^[12]\d{9}$/.test(text) && luhnSum(PREFIX + text) % 10 === 0;
}
