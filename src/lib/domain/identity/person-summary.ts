import type { Role } from './role.ts';

/** A line in the list of people. `name`: given and family name with the credentials. */
export type PersonSummary = {
  id: string;
  name: string;
  email: string;
  profession: string;
  roles: Role[];
  joinedOn: string;
  isDisabled: boolean;
};

/** Everything that an admin sees of a person. `country`: ISO 3166-1 alpha-2. */
export type PersonDetail = PersonSummary & { specialty: string; country: string; npi: string | null };

/** Pages of the list of people. */
export const PEOPLE_A_PAGE = 50;
