/** The professions that accreditors count (JA-PARS `targetAudience.profession`), and the rest. The id is what is stored. */
export const PROFESSIONS = [
  { id: 'physician', label: 'Physician (MD, DO or equivalent)' },
  { id: 'physician-associate', label: 'Physician assistant or associate' },
  { id: 'nurse-practitioner', label: 'Nurse practitioner' },
  { id: 'nurse', label: 'Nurse' },
  { id: 'pharmacist', label: 'Pharmacist' },
  { id: 'pharmacy-technician', label: 'Pharmacy technician' },
  { id: 'psychologist', label: 'Psychologist' },
  { id: 'social-worker', label: 'Social worker' },
  { id: 'dentist', label: 'Dentist' },
  { id: 'optometrist', label: 'Optometrist' },
  { id: 'dietitian', label: 'Dietitian' },
  { id: 'athletic-trainer', label: 'Athletic trainer' },
  { id: 'scientist', label: 'Scientist in the life sciences' },
  { id: 'student', label: 'Student or trainee in a health profession' },
  { id: 'other', label: 'Another health profession' }
] as const;

export type ProfessionId = (typeof PROFESSIONS)[number]['id'];

/** Whether a stored or posted string names a profession of the list. */
export function isProfessionId(value: string): value is ProfessionId {
  return PROFESSIONS.some((profession) => profession.id === value);
}

/** The words for a stored profession; an id that a later version dropped is shown as it is. */
export function professionLabel(id: string): string {
  return PROFESSIONS.find((profession) => profession.id === id)?.label ?? id;
}
