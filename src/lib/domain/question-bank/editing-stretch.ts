/** After this long without one, a save begins a new stretch of editing. */
const STRETCH_MS = 30 * 60_000;

/**
 * Whether a save begins a stretch of editing, which is what the audit trail records: the first save, a save by another
 * person than before, or one more than 30 minutes after the stretch began. Every change raises the revision besides.
 */
export function isNewStretch(
  last: { actorId: string | null; at: Date } | null,
  { actorId, now }: { actorId: string; now: Date }
): boolean {
  return last?.actorId !== actorId || now.getTime() - last.at.getTime() > STRETCH_MS;
}
