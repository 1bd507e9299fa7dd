import type { IdentifierFields } from '#lib/domain/credit/reporting-identifiers.ts';
import { formText } from './form-text.ts';

/** The identifiers of a person as they were typed. */
export function readIdentifierFields(data: FormData): IdentifierFields {
  const entry = (name: keyof IdentifierFields) => formText(data, name);
  return {
    licenceState: entry('licenceState'),
    licenceNumber: entry('licenceNumber'),
    boardId: entry('boardId'),
    birthMonth: entry('birthMonth'),
    birthDay: entry('birthDay'),
    nabpId: entry('nabpId')
  };
}
