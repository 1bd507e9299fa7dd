import type { ItemStanding } from './item-standing.ts';
import type { StatusChange } from './may-change-status.ts';

/** What a page says after a change was made, as the address names it (`?done=…`). */
const DONE_WORDS: Record<StatusChange | 'comment' | 'saved', string> = {
  saved: 'Saved.',
  comment: 'Your comment is kept. The author sees it beside the item.',
  submit: 'Given to its reviewers. The content stands still while they read.',
  withdraw: 'Taken back from review. You can write in it again; approvals that it had are void.',
  'ask-for-changes': 'Sent back to its author with your comments. Approvals that it had are void.',
  approve: 'Your approval is recorded.',
  publish: 'Published. New attempts draw this version; attempts that began keep the version they drew.',
  retire: 'Retired. No new attempt draws it; attempts that began keep it.',
  edit: 'The next version is a draft. The live one stays with learners until the next one is published.'
};

/** The words for a change that an address says was made; null where it names none. */
export function doneInWords(done: string | null): string | null {
  const found = Object.entries(DONE_WORDS).find(([change]) => change === done);
  return found?.[1] ?? null;
}

const PEOPLE = new Intl.ListFormat('en-US', { type: 'conjunction' });

/** The approvals of a version in words, e.g. "1 of 2 approvals (Ana Müller)". */
export function approvalsInWords({ approvalsNeeded, approvalsLeft, approvedBy }: ItemStanding): string {
  const given = Math.max(0, approvalsNeeded - approvalsLeft);
  const names = approvedBy.length > 0 ? ` (${PEOPLE.format(approvedBy)})` : '';
  return `${given} of ${approvalsNeeded} ${approvalsNeeded === 1 ? 'approval' : 'approvals'}${names}`;
}
