/** How a completion stands with a report once it was sent. */
export type ReportState = 'submitted' | 'accepted' | 'rejected' | 'deleting' | 'deleted';

/** What an accreditor says to a record. */
export type Answer = 'accepted' | 'rejected';

/** Whether the accreditor can be asked to delete the record: it has it, as far as anybody knows. */
export function canBeDeleted(state: ReportState): boolean {
  return state === 'accepted' || state === 'submitted';
}

/** Whether an answer is waited for. */
export function awaitsAnswer(state: ReportState): boolean {
  return state === 'submitted' || state === 'deleting';
}

/**
 * What becomes of a record by the answer to the file that it stood in last. A deletion that was refused leaves the record
 * with the accreditor; a later word on a settled record replaces the former one.
 */
export function afterAnswer(action: 'add' | 'delete', answer: Answer): ReportState {
  if (action === 'delete') return answer === 'accepted' ? 'deleted' : 'accepted';
  return answer;
}

/** A state in words. */
export const STATE_WORDS: Record<ReportState, string> = {
  submitted: 'Submitted, no answer yet',
  accepted: 'Accepted',
  rejected: 'Rejected',
  deleting: 'Asked to delete, no answer yet',
  deleted: 'Deleted'
};
