/** Where the series stops being the better of the two; both give 14 digits here. */
const SERIES_UP_TO = 2.5;

/** erf(x) = 2/√π · e^(−x²) · Σ 2ⁿ x^(2n+1) / (1·3·…·(2n+1)); Abramowitz and Stegun 1964, 7.1.6. */
function errorFunction(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * 1e-17; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

/** √π · e^(x²) · erfc(x) = 1/(x + ½/(x + 1/(x + 1½/(x + 2/(x + …))))); Abramowitz and Stegun 1964, 7.1.14. */
function complementByFraction(x: number): number {
  let denominator = x;
  for (let k = 60; k >= 1; k -= 1) denominator = x + k / 2 / denominator;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * denominator);
}

/** The share of chi-square with one degree of freedom above `value`, which is erfc(√(value/2)). `value` is not negative. */
export function chiSquareTail(value: number): number {
  const x = Math.sqrt(value / 2);
  return x < SERIES_UP_TO ? 1 - errorFunction(x) : complementByFraction(x);
}
