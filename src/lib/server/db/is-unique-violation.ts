/** PostgreSQL's `unique_violation`. */
const CODE = '23505';

/** Whether an error, or what a driver wrapped in it, says that a row would have been there twice. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === CODE) || isUniqueViolation(error.cause);
}
