import { failure, success } from '../result.ts';
import type { Result } from '../result.ts';
import type { FieldProblem } from './field-problem.ts';
import { tidyLine } from './tidy-line.ts';
import { isUsState } from './us-state.ts';

/** A state's permit to practise. `state`: postal code; `number`: whole, as the state's database has it, a string. */
export type Licence = { state: string; number: string };

const NUMBER_FORM = /^(?=.*\d)[A-Za-z0-9](?:[A-Za-z0-9 ./-]{0,28}[A-Za-z0-9])?$/;

function numberProblem(number: string): string | null {
  if (number === '') return 'Enter your license number';
  if (NUMBER_FORM.test(number)) return null;
  return 'Check the license number: up to 30 letters and digits, with at least one digit, as your state writes it';
}

/**
 * Reads a licence as typed; null: nothing was. CE Broker wants the full number as in the state's database, leading zeros
 * and letters included (cme-rules.md §2.4), so it is kept as it is.
 */
export function parseLicence(typed: {
  licenceState: string;
  licenceNumber: string;
}): Result<Licence | null, FieldProblem[]> {
  const state = typed.licenceState;
  const number = tidyLine(typed.licenceNumber);
  if (state === '' && number === '') return success(null);
  const messages: [string, string | null][] = [
    ['licenceState', isUsState(state) ? null : 'Choose the state that issued your license'],
    ['licenceNumber', numberProblem(number)]
  ];
  const problems = messages.flatMap(([field, message]) => (message === null ? [] : [{ field, message }]));
  return problems.length > 0 ? failure(problems) : success({ state, number });
}
