/**
 * What the database finds missing in a version that was to be released, in its own words, or null where an error is about
 * something else (the trigger `guard_activity_release`).
 */
export function releaseFaults(error: unknown): string[] | null {
  const said = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
  const [, faults] = /^activity version \S+ cannot be published: (.+)$/.exec(said) ?? [];
  return faults?.split(', ').map((fault) => `It has ${fault}.`) ?? null;
}
