import type { ReportingChoice } from '#lib/domain/credit/reporting-choice.ts';
import { formText } from '../../../form-text.ts';
import { readIdentifierFields } from '../../../identifier-fields.ts';

/** The form of a claim: the amount as it was sent and as a number (0: none), and what may be reported. */
export function readClaimForm(data: FormData): {
  amount: string;
  quarterCredits: number;
  reporting: ReportingChoice;
} {
  const amount = formText(data, 'quarterCredits');
  const permitted = data.getAll('permit').filter((value) => typeof value === 'string');
  return {
    amount,
    quarterCredits: /^\d{1,4}$/.test(amount) ? Number(amount) : 0,
    reporting: { permitted, typed: readIdentifierFields(data) }
  };
}
