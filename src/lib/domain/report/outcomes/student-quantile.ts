/** The 97.5th percentile of the normal distribution. */
export const NORMAL_975 = 1.959963984540054;

/** Polynomials of the expansion below, the highest power first, each with its divisor. */
const TERMS: { powers: [power: number, factor: number][]; divisor: number }[] = [
  {
    powers: [
      [3, 1],
      [1, 1]
    ],
    divisor: 4
  },
  {
    powers: [
      [5, 5],
      [3, 16],
      [1, 3]
    ],
    divisor: 96
  },
  {
    powers: [
      [7, 3],
      [5, 19],
      [3, 17],
      [1, -15]
    ],
    divisor: 384
  },
  {
    powers: [
      [9, 79],
      [7, 776],
      [5, 1482],
      [3, -1920],
      [1, -945]
    ],
    divisor: 92160
  }
];

/**
 * The 97.5th percentile of Student's t by its expansion in 1/ν: x + g₁/ν + g₂/ν² + g₃/ν³ + g₄/ν⁴ (Abramowitz and Stegun
 * 1964, 26.7.5). Six digits are right from 29 degrees of freedom on, below which nothing is inferred here.
 */
export function studentQuantile975(degrees: number): number {
  return TERMS.reduce((sum, { powers, divisor }, index) => {
    const polynomial = powers.reduce((total, [power, factor]) => total + factor * NORMAL_975 ** power, 0);
    return sum + polynomial / divisor / degrees ** (index + 1);
  }, NORMAL_975);
}
