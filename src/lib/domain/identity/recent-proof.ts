/** For so long after a proof, changes of who may sign in need no other one. */
const RECENT = 10 * 60_000;

/** Whether somebody proved who they are so lately that this screen was not left alone since (ASVS 7.5.1). */
export function isRecentProof(provenAt: Date, now: Date): boolean {
  return now.getTime() - provenAt.getTime() < RECENT;
}
