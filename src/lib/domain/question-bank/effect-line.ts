const NUMBER = new Intl.NumberFormat('en-US');

/** What a new version does to attempts that drew an earlier one: nothing. E.g. "312 attempts used version 3; they will not change." */
export function effectLine({ version, attempts }: { version: number; attempts: number }): string {
  if (attempts === 0) return `No attempt used version ${version}.`;
  if (attempts === 1) return `1 attempt used version ${version}; it will not change.`;
  return `${NUMBER.format(attempts)} attempts used version ${version}; they will not change.`;
}
