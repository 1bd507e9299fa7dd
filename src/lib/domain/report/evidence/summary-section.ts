import { calendarDayWords } from '#lib/domain/calendar-day.ts';
import { creditWords } from '#lib/domain/credit/format-quarter-credits.ts';
import { scoreWords } from './attempt-section.ts';
import type { CompletionEvidence } from './completion-evidence.ts';
import { factsOf, instantWords, paragraph, type EvidenceSection } from './evidence-block.ts';

/** The last of a line of records of which each names the one before. */
export const newest = <Row extends { id: string; supersedesId: string | null }>(rows: Row[]): Row | null =>
  rows.find(({ id }) => rows.every(({ supersedesId }) => supersedesId !== id)) ?? null;

/** The rows in the order in which each names the one before; those of one instant have no other order. */
export function inOrder<Row extends { id: string; supersedesId: string | null }>(rows: Row[]): Row[] {
  const chain: Row[] = [];
  let next = rows.find(({ supersedesId }) => supersedesId === null);
  while (next !== undefined) {
    const { id } = next;
    chain.push(next);
    next = rows.find(({ supersedesId }) => supersedesId === id);
  }
  return chain;
}

const ABOUT =
  'Everything below is read from records that are never changed: it stands as it was when it was published, drawn, ' +
  'answered, stated or issued, and a score as later decisions about its items, which stand with them, left it. Names are those on the document, and references read as when the activity was published.';

/** Who, what and when, and what the rest of the document is made from. */
export function summarySection({
  completion,
  activity,
  attempts,
  certificates,
  credits
}: CompletionEvidence): EvidenceSection {
  const document = newest(certificates)?.document ?? null;
  const credit = newest(credits);
  const passed = attempts.find(({ id }) => id === completion.attemptId);
  return {
    id: 'completion',
    title: 'Completion',
    blocks: [
      factsOf({
        'Name, as printed': document?.holder ?? 'No document was issued, so no name was printed',
        Activity: activity.title,
        Version: activity.version,
        'Completed on': calendarDayWords(completion.completedOn),
        'Recorded at': instantWords(completion.completedAt),
        Score: passed ? scoreWords(passed) : null,
        Credit: document?.creditLine ?? (credit ? creditWords(credit.quarterCredits) : 'Not claimed'),
        'Completion id': completion.id,
        'Account id': completion.personId
      }),
      ...paragraph(ABOUT)
    ]
  };
}
