export const ROLES = ['clinician', 'educator', 'admin'] as const;

/** What a person comes to do; one person can hold several. */
export type Role = (typeof ROLES)[number];

/** The roles as people read them, and what each allows. */
export const ROLE_WORDS = {
  clinician: { name: 'Clinician', allows: 'Takes activities and earns credit.' },
  educator: { name: 'Educator', allows: 'Writes and reviews items and lessons.' },
  admin: { name: 'Admin', allows: 'Sees completions and people, and gives roles.' }
} satisfies Record<Role, { name: string; allows: string }>;

/** Whether a stored or posted text names a role. */
export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}
