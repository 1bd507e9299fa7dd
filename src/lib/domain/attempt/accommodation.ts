/**
 * What a person was granted for attempts with a time limit: more time as a share of the limit, minutes of breaks on top, or
 * no limit at all. Null: nothing.
 */
export type Accommodation = { extraTimePercent: number; breakMinutes: number; untimed: boolean } | null;
