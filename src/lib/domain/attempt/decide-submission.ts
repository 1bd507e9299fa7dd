import type { AttemptState } from './assessment-kind.ts';
import type { Response } from './response.ts';
import { isOver } from './closing-time.ts';
import { sameResponse } from './shown-response.ts';

/** A response with what orders it: `sequence` rises with each change, `idempotencyKey` names the request. */
export type SequencedResponse = { response: Response; sequence: number; idempotencyKey: string };

/** Why a response cannot be taken although it can be read. */
export type Refusal = 'attempt-submitted' | 'already-answered' | 'stale-sequence';

export type Submission =
  | { kind: 'insert' }
  | { kind: 'replace' }
  /** The request was already carried out: say so again. */
  | { kind: 'replay' }
  /** The attempt closed before it came. */
  | { kind: 'time-up'; closesAt: Date }
  | { kind: 'refuse'; why: Refusal };

function isRepeated(stored: SequencedResponse, sent: SequencedResponse): boolean {
  return (
    sameResponse(stored.response, sent.response) &&
    (stored.idempotencyKey === sent.idempotencyKey || sent.sequence <= stored.sequence)
  );
}

/**
 * What becomes of a response that was sent, given the one that is stored (reliability.md §2, promises 2 and 3): compare
 * and set by sequence, so that neither an old tab nor a delayed packet overwrites a newer response.
 */
export function decideSubmission(facts: {
  state: AttemptState;
  /** Practice: feedback follows at once, so the first response stands. */
  firstIsFinal: boolean;
  stored: SequencedResponse | null;
  sent: SequencedResponse;
  /** When the attempt closes; null: never. */
  closesAt: Date | null;
  now: Date;
}): Submission {
  const { stored, sent, closesAt } = facts;
  if (stored && isRepeated(stored, sent)) return { kind: 'replay' };
  if (isOver(closesAt, facts.now)) return { kind: 'time-up', closesAt };
  if (facts.state === 'submitted') return { kind: 'refuse', why: 'attempt-submitted' };
  if (!stored) return { kind: 'insert' };
  if (facts.firstIsFinal) return { kind: 'refuse', why: 'already-answered' };
  return sent.sequence > stored.sequence ? { kind: 'replace' } : { kind: 'refuse', why: 'stale-sequence' };
}
