import type { Accommodation } from './accommodation.ts';

/** What was granted, and the days on which it holds: from the first to the last one; no last one: until it is ended. */
export type GrantedAccommodation = {
  terms: NonNullable<Accommodation>;
  validFrom: string;
  validUntil: string | null;
};

/** What a person has on a day, of what stands for them. Days are calendar days in UTC and sort as text. */
export function accommodationOn(standing: GrantedAccommodation | null, day: string): Accommodation {
  if (standing === null || day < standing.validFrom) return null;
  return isOver(standing, day) ? null : standing.terms;
}

/** Whether its last day was before this day. */
export function isOver({ validUntil }: Pick<GrantedAccommodation, 'validUntil'>, day: string): boolean {
  return validUntil !== null && day > validUntil;
}
