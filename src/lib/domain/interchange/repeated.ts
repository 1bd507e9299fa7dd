/** The values that occur more than once, each named once, in order of their first repetition. */
export function repeated(values: readonly (string | number)[]): (string | number)[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
