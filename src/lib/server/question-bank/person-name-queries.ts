import { sql } from 'drizzle-orm';
import { profiles } from '../db/schema/identity.ts';

/** The name of a person whose profile is joined, e.g. `Ana Müller`. */
export const personName = sql<string>`btrim(${profiles.givenName} || ' ' || ${profiles.familyName})`;
