import { calendarDayOf, calendarDayWords } from '#lib/domain/calendar-day.ts';

/** Whether an issued document still holds; days are `YYYY-MM-DD`. */
export type CertificateState =
  | { kind: 'stands' }
  | { kind: 'superseded'; on: string; successorId: string }
  | { kind: 'revoked'; on: string };

/** What came after a document was issued. */
export type LaterEvents = {
  successor: { id: string; issuedAt: Date } | null;
  revokedAt: Date | null;
};

/** A document that was corrected cannot be revoked, and one that was revoked cannot be corrected: the order settles nothing. */
export function certificateState({ successor, revokedAt }: LaterEvents): CertificateState {
  if (revokedAt) return { kind: 'revoked', on: calendarDayOf(revokedAt) };
  if (successor)
    return { kind: 'superseded', on: calendarDayOf(successor.issuedAt), successorId: successor.id };
  return { kind: 'stands' };
}

/** The state in words, for holder and admin; null: there is nothing to say. */
export function stateWords(state: CertificateState): { mark: string; sentence: string } | null {
  switch (state.kind) {
    case 'stands':
      return null;
    case 'superseded':
      return {
        mark: 'Superseded',
        sentence: `Superseded on ${calendarDayWords(state.on)} by a corrected document.`
      };
    case 'revoked':
      return {
        mark: 'Revoked',
        sentence: `Revoked on ${calendarDayWords(state.on)}. It does not hold any more.`
      };
    default:
      return state satisfies never;
  }
}
