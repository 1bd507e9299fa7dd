import { failure, success, type Result } from '../../result.ts';
import { isExportFormat, type ExportFormat } from '../export-format.ts';
import { MOST_REASON } from './export-words.ts';

/** A file to be made in the background, as its form sends it. */
export type ExportFields = { format: string; reason: string };

type Problem = { field: keyof ExportFields; message: string };

/** Reads the form: a format, and why the file is wanted. */
export function readExportForm({
  format,
  reason
}: ExportFields): Result<{ format: ExportFormat; reason: string }, Problem[]> {
  const why = reason.trim();
  const problems: Problem[] = [];
  if (!isExportFormat(format)) problems.push({ field: 'format', message: 'Choose a format from the list' });
  if (why === '')
    problems.push({ field: 'reason', message: 'Write why the file is needed. The audit log keeps it' });
  if (why.length > MOST_REASON || /\0/.test(why))
    problems.push({
      field: 'reason',
      message: `Write the reason in ${MOST_REASON} plain characters or fewer`
    });
  if (problems.length > 0 || !isExportFormat(format)) return failure(problems);
  return success({ format, reason: why });
}
