import type { ProfessionId } from '#lib/domain/identity/profession.ts';

/**
 * How many of a hundred learners have a profession, what stands behind their names, and what they are at work.
 * `ability`: how much they know of the subject, in standard deviations. `hasNpi`: those who bill in the United States.
 */
export type ProfessionShare = {
  profession: ProfessionId;
  share: number;
  credentials: string[];
  specialties: string[];
  ability: number;
  hasNpi: boolean;
  /** The report that reaches the boards of the profession in the United States. */
  report: string | null;
};

const ONCOLOGY = ['Medical oncology', 'Hematology and oncology', 'Oncology'];

/** Shares of an activity for oncologists, oncology nurses, oncology pharmacists and pathologists. */
export const PROFESSION_SHARES: ProfessionShare[] = [
  {
    profession: 'physician',
    share: 40,
    credentials: ['MD', 'MD', 'MD', 'MD, PhD', 'DO', 'MBBS'],
    specialties: [
      ...ONCOLOGY,
      ...ONCOLOGY,
      'Radiation oncology',
      'Pathology',
      'Pulmonology',
      'Internal medicine'
    ],
    ability: 0.3,
    hasNpi: true,
    report: 'pars'
  },
  {
    profession: 'nurse',
    share: 20,
    credentials: ['RN', 'BSN, RN', 'RN, OCN', ''],
    specialties: ['Oncology nursing', 'Infusion', ''],
    ability: -0.3,
    hasNpi: false,
    report: 'ce-broker'
  },
  {
    profession: 'pharmacist',
    share: 13,
    credentials: ['PharmD', 'PharmD, BCOP', 'RPh'],
    specialties: ['Oncology pharmacy', 'Hospital pharmacy', ''],
    ability: 0.2,
    hasNpi: false,
    report: 'cpe-monitor'
  },
  {
    profession: 'nurse-practitioner',
    share: 9,
    credentials: ['APRN', 'DNP, FNP-C', 'NP'],
    specialties: ONCOLOGY,
    ability: 0,
    hasNpi: true,
    report: 'ce-broker'
  },
  {
    profession: 'physician-associate',
    share: 6,
    credentials: ['PA-C'],
    specialties: [...ONCOLOGY, 'Surgical oncology'],
    ability: 0,
    hasNpi: true,
    report: null
  },
  {
    profession: 'scientist',
    share: 4,
    credentials: ['PhD', 'MSc'],
    specialties: ['Immunology', 'Tumor biology'],
    ability: 0.5,
    hasNpi: false,
    report: null
  },
  {
    profession: 'student',
    share: 5,
    credentials: [''],
    specialties: [''],
    ability: -0.6,
    hasNpi: false,
    report: null
  },
  {
    profession: 'pharmacy-technician',
    share: 1.5,
    credentials: ['CPhT'],
    specialties: [''],
    ability: -0.6,
    hasNpi: false,
    report: 'cpe-monitor'
  },
  {
    profession: 'other',
    share: 1.5,
    credentials: ['', 'MPH'],
    specialties: ['Genetic counseling', 'Clinical research'],
    ability: -0.2,
    hasNpi: false,
    report: null
  }
];
