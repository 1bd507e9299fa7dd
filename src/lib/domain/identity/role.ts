export const ROLES = ['clinician', 'educator', 'admin'] as const;

/** What a person comes to do; one person can hold several. */
export type Role = (typeof ROLES)[number];
