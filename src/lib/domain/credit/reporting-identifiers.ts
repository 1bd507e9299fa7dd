import { parseBirthDay, type BirthDay } from '../identity/birth-day.ts';
import { isAbimId } from '../identity/board-id.ts';
import type { FieldProblem } from '../identity/field-problem.ts';
import { parseLicence, type Licence } from '../identity/licence.ts';
import { isNabpId } from '../identity/nabp-id.ts';
import { failure, success, type Result } from '../result.ts';

/** What reports find a learner by; null: not known. `boardId` is that of ABIM. */
export type ReportingIdentifiers = {
  licence: Licence | null;
  boardId: string | null;
  birthDay: BirthDay | null;
  nabpId: string | null;
};

export type IdentifierKind = keyof ReportingIdentifiers;

/** Nothing is known. */
export const NO_IDENTIFIERS: ReportingIdentifiers = {
  licence: null,
  boardId: null,
  birthDay: null,
  nabpId: null
};

/** The identifiers as a form shows and sends them. */
export type IdentifierFields = Record<
  'licenceState' | 'licenceNumber' | 'boardId' | 'birthMonth' | 'birthDay' | 'nabpId',
  string
>;

/** An empty form. */
export const NO_IDENTIFIER_FIELDS: IdentifierFields = {
  licenceState: '',
  licenceNumber: '',
  boardId: '',
  birthMonth: '',
  birthDay: '',
  nabpId: ''
};

/** The identifiers as a form shows them. */
export function identifierFields({
  licence,
  boardId,
  birthDay,
  nabpId
}: ReportingIdentifiers): IdentifierFields {
  return {
    licenceState: licence?.state ?? '',
    licenceNumber: licence?.number ?? '',
    boardId: boardId ?? '',
    birthMonth: birthDay ? String(birthDay.month) : '',
    birthDay: birthDay ? String(birthDay.day) : '',
    nabpId: nabpId ?? ''
  };
}

type Form = { isWellFormed: (text: string) => boolean; field: 'boardId' | 'nabpId'; message: string };

/** A number in digits; spaces and hyphens are how people group them. */
function readDigits(
  typed: string,
  { isWellFormed, field, message }: Form
): Result<string | null, FieldProblem[]> {
  const digits = typed.replaceAll(/[\s-]/g, '');
  if (digits === '') return success(null);
  return isWellFormed(digits) ? success(digits) : failure([{ field, message }]);
}

/** Each identifier as typed; null: nothing was. */
export function readEach(fields: IdentifierFields) {
  return {
    licence: parseLicence(fields),
    boardId: readDigits(fields.boardId, {
      isWellFormed: isAbimId,
      field: 'boardId',
      message: 'Check the ABIM ID: it has 6 digits'
    }),
    birthDay: parseBirthDay(fields),
    nabpId: readDigits(fields.nabpId, {
      isWellFormed: isNabpId,
      field: 'nabpId',
      message: 'Check the NABP e-Profile ID: it has 5 to 8 digits'
    })
  };
}

/** Reads all identifiers as typed in a form that asks for every one and demands none. */
export function parseIdentifiers(fields: IdentifierFields): Result<ReportingIdentifiers, FieldProblem[]> {
  const { licence, boardId, birthDay, nabpId } = readEach(fields);
  if (licence.ok && boardId.ok && birthDay.ok && nabpId.ok) {
    return success({
      licence: licence.value,
      boardId: boardId.value,
      birthDay: birthDay.value,
      nabpId: nabpId.value
    });
  }
  return failure([licence, birthDay, boardId, nabpId].flatMap((read) => (read.ok ? [] : read.problem)));
}
