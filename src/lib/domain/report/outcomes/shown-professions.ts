/**
 * Professions that a de-identified file may name: those of five learners or more. Where the others together are fewer than
 * five, the smallest that would be named joins them, so that blank rows are no small cell either.
 */
export function shownProfessions(learners: ReadonlyMap<string, number>): Set<string> {
  const named = [...learners].filter(([, count]) => count >= 5).toSorted((one, other) => other[1] - one[1]);
  const all = [...learners.values()].reduce((sum, count) => sum + count, 0);
  let blank = all - named.reduce((sum, [, count]) => sum + count, 0);
  while (blank > 0 && blank < 5 && named.length > 0) blank += named.pop()?.[1] ?? 0;
  return new Set(named.map(([profession]) => profession));
}
