/**
 * The quarter credits that a time comes to: 60 minutes are one credit, rounded to the nearest quarter hour (AMA PRA; the
 * source stands in cme-rules.md §1.3).
 */
export const quarterCreditsFor = (minutes: number): number => Math.round(minutes / 15);

/** A warning where credit and time do not fit together, or null. It advises: other accreditors count otherwise. */
export function creditWarning(settings: {
  estimatedMinutes: number;
  maximumQuarterCredits: number;
}): string | null {
  const { estimatedMinutes, maximumQuarterCredits } = settings;
  const fitting = quarterCreditsFor(estimatedMinutes);
  if (fitting === maximumQuarterCredits) return null;
  return `${estimatedMinutes} minutes come to ${fitting / 4} ${fitting > 4 ? 'credits' : 'credit'} at 60 minutes per credit; the maximum says ${maximumQuarterCredits / 4}. Change one of the two, unless your accreditor counts differently.`;
}
