/** What became of a commitment. */
export type CommitmentStatus = 'made' | 'partly' | 'not-yet' | 'given-up';

/** The answers that a follow-up offers for each commitment. */
export const COMMITMENT_STATUSES: { id: CommitmentStatus; label: string }[] = [
  { id: 'made', label: 'Done' },
  { id: 'partly', label: 'Partly' },
  { id: 'not-yet', label: 'Not yet' },
  { id: 'given-up', label: 'I no longer mean to' }
];

/** What can stand in the way of a change (cme-rules.md §6.2: a list of barriers). */
export const BARRIERS = [
  { id: 'time', label: 'Lack of time' },
  { id: 'cost', label: 'Cost or coverage' },
  { id: 'access', label: 'Access to tests, treatments or trials' },
  { id: 'records', label: 'Missing records' },
  { id: 'team', label: 'Agreement within the team' },
  { id: 'patients', label: 'Patients’ wishes' },
  { id: 'evidence', label: 'I am not convinced by the evidence' },
  { id: 'no-case', label: 'No patient to whom it applies' },
  { id: 'other', label: 'Something else' }
] as const;

/** Whether a posted string names a status. */
export function isCommitmentStatus(value: string): value is CommitmentStatus {
  return COMMITMENT_STATUSES.some(({ id }) => id === value);
}
