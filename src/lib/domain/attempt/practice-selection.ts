import { failure, success, type Result } from '../result.ts';

/** Which items a practice attempt holds. */
export type PracticeSelection =
  | { kind: 'all' }
  | { kind: 'objective'; code: string }
  /** Items whose latest response was not right. */
  | { kind: 'wrong' }
  /** Items that were flagged where they last stood. */
  | { kind: 'flagged' };

/** One item in one earlier attempt, oldest attempt first. `correct` is null where it was not answered. */
export type PastItem = { itemId: string; flagged: boolean; correct: boolean | null };

/** Reads the radio button `choose`: `all`, `wrong`, `flagged` or `objective:LO1`. Nothing chosen means all. */
export function readPracticeSelection(choose: string | null): Result<PracticeSelection, 'unknown-choice'> {
  if (choose === null || choose === 'all') return success({ kind: 'all' });
  if (choose === 'wrong' || choose === 'flagged') return success({ kind: choose });
  const code = /^objective:(.{1,40})$/.exec(choose)?.[1];
  return code === undefined ? failure('unknown-choice') : success({ kind: 'objective', code });
}

/** The items whose last fact is true. */
function lastlyTrue(facts: (readonly [string, boolean])[]): string[] {
  return [...new Map(facts)].filter(([, fact]) => fact).map(([itemId]) => itemId);
}

/** Items whose latest response was not right; an unanswered place changes nothing. */
export function itemsAnsweredWrong(past: PastItem[]): string[] {
  const answered = past.filter(({ correct }) => correct !== null);
  return lastlyTrue(answered.map(({ itemId, correct }) => [itemId, correct === false]));
}

/** Items that were flagged in the latest attempt that held them. */
export function itemsFlagged(past: PastItem[]): string[] {
  return lastlyTrue(past.map(({ itemId, flagged }) => [itemId, flagged]));
}
