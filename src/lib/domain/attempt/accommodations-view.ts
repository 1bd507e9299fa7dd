import type { AccommodationGrant } from './accommodation-form.ts';

/** Something that was granted, with who did it; null: a person who has no name any more. */
export type AccommodationRecord = AccommodationGrant & {
  id: string;
  grantedAt: Date;
  grantedBy: string | null;
  endedAt: Date | null;
  endedBy: string | null;
};

/** A timed attempt under way; `closesAt` null: it has no limit for this person. */
export type TimedAttempt = { id: string; title: string; startedAt: Date; closesAt: Date | null };

/** What the admin's page of a person says of accommodations; the last one first. */
export type AccommodationsView = {
  standing: AccommodationRecord | null;
  ended: AccommodationRecord[];
  underWay: TimedAttempt[];
};
