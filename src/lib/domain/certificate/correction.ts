import { failure, success, type Result } from '#lib/domain/result.ts';
import type { FieldProblem } from '#lib/domain/identity/field-problem.ts';
import { isPrintable, tidyLine } from '#lib/domain/identity/tidy-line.ts';
import { tidyText, tooLong } from '#lib/domain/tidy-text.ts';
import { amountWords } from './amount-words.ts';
import type { CertificateDocument } from './certificate-document.ts';
import { frozenLines } from './frozen-lines.ts';
import { printedHolder } from './holder-name.ts';

/** What an admin puts right: the line of the holder, and the amount. */
export type Correction = { holder: string; quarterCredits: number; reason: string };

/** The form as it was typed. */
export type CorrectionFields = Record<'name' | 'credentials' | 'quarterCredits' | 'reason', string>;

/** Given and family name of a profile have up to 100 characters each. */
const LONGEST_NAME = 201;
const LONGEST_CREDENTIALS = 100;
const LONGEST_REASON = 1000;

function lineProblem(line: string, words: string, longest: number): string | null {
  if ([...line].length > longest) return `${words} can have at most ${longest} characters`;
  return isPrintable(line) ? null : `${words} have a character that cannot be printed`;
}

function reasonProblem(reason: string): string | null {
  if (reason === '') return 'Say why. The reason stays on record; the public does not see it.';
  return tooLong(reason, LONGEST_REASON);
}

/** Reads the reason of a revocation as typed. */
export function parseReason(typed: string): Result<string, FieldProblem[]> {
  const reason = tidyText(typed);
  const message = reasonProblem(reason);
  return message === null ? success(reason) : failure([{ field: 'reason', message }]);
}

function nameProblem(name: string): string | null {
  return name === ''
    ? 'Enter the name as it is to be printed'
    : lineProblem(name, 'The letters of the name', LONGEST_NAME);
}

/** The document that is to be corrected, and the most that its credit may be. */
type Standing = { document: CertificateDocument; maximumQuarterCredits: number };

/** Reads a correction as typed; the document has to differ from the one that stands. */
export function parseCorrection(
  fields: CorrectionFields,
  { document, maximumQuarterCredits }: Standing
): Result<Correction, FieldProblem[]> {
  const name = tidyLine(fields.name);
  const credentials = tidyLine(fields.credentials);
  const reason = tidyText(fields.reason);
  const quarterCredits = /^\d{1,4}$/.test(fields.quarterCredits) ? Number(fields.quarterCredits) : 0;
  const isOffered = quarterCredits >= 1 && quarterCredits <= maximumQuarterCredits;
  const messages: [keyof CorrectionFields, string | null][] = [
    ['name', nameProblem(name)],
    ['credentials', lineProblem(credentials, 'The credentials', LONGEST_CREDENTIALS)],
    [
      'quarterCredits',
      isOffered ? null : 'Choose one of the amounts, up to what the activity was designated for'
    ],
    ['reason', reasonProblem(reason)]
  ];
  const problems = messages.flatMap(([field, message]) => (message === null ? [] : [{ field, message }]));
  const correction = { holder: printedHolder(name, credentials), quarterCredits, reason };
  const isSame = correction.holder === document.holder && quarterCredits === document.quarterCredits;
  if (problems.length === 0 && isSame)
    return failure([
      { field: 'name', message: 'The document says this already. Change what is wrong in it.' }
    ]);
  return problems.length > 0 ? failure(problems) : success(correction);
}

/** The text of the document that supersedes `document`: what was not corrected stays as it was frozen. */
export function correctDocument(
  document: CertificateDocument,
  { holder, quarterCredits }: Pick<Correction, 'holder' | 'quarterCredits'>
): CertificateDocument {
  if (quarterCredits === document.quarterCredits) return { ...document, holder };
  const creditLine = amountWords({ ...document, quarterCredits });
  const lines = document.lines && { lines: frozenLines(document.lines, quarterCredits) };
  return { ...document, holder, quarterCredits, creditLine, ...lines };
}
