import type { Accommodation } from './accommodation.ts';
import { closingTime } from './closing-time.ts';

type Change = {
  startedAt: Date;
  limitMinutes: number;
  /** When it closes as things are; null: never. */
  closesAt: Date | null;
  /** What its person has from now on. */
  accommodation: Accommodation;
  now: Date;
};

/**
 * When an attempt under way closes after its person was granted something else, or it was ended. The closing time is that
 * of an attempt begun with it, but nothing closes in the past: who loses time keeps what has passed. One that is past its
 * closing time and not finished opens again where the new one is later, and otherwise stays closed when it was (decision 25).
 */
export function movedClosingTime({ closesAt, now, ...start }: Change): Date | null {
  const moved = closingTime(start);
  if (moved === null) return null;
  const earliest = closesAt === null || closesAt > now ? now : closesAt;
  return moved > earliest ? moved : earliest;
}
