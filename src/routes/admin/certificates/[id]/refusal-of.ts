import { calendarDayWords } from '#lib/domain/calendar-day.ts';
import { formatQuarterCredits } from '#lib/domain/credit/format-quarter-credits.ts';
import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import type { CorrectionRefusal } from '#lib/server/certificate/correct-certificate.ts';

/** Why a document was not changed, in words; `state` is where the page shows the state of the document. */
export function refusalOf(refusal: Exclude<CorrectionRefusal, { kind: 'unknown' }>): FieldProblem[] {
  switch (refusal.kind) {
    case 'superseded': {
      const message = `Nothing was changed: this document was corrected already, on ${calendarDayWords(refusal.on)}. Open the one that stands and look whether anything is left to correct.`;
      return [{ field: 'state', message }];
    }
    case 'revoked': {
      const message = `Nothing was changed: this document was revoked on ${calendarDayWords(refusal.on)}. A revoked document cannot be corrected.`;
      return [{ field: 'state', message }];
    }
    case 'refuse-amount': {
      const message = `Choose an amount up to ${formatQuarterCredits(refusal.maximumQuarterCredits)}`;
      return [{ field: 'quarterCredits', message }];
    }
    default:
      return refusal satisfies never;
  }
}
