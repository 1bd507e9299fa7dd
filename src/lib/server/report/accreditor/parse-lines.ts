import { CsvError, parse } from 'csv-parse/sync';
import type { LineProblem } from '#lib/domain/report/mapping/read-answers.ts';
import { failure, success, type Result } from '#lib/domain/result.ts';

/** Lines that one import takes: as many as a file has rows, and no more than a person can mean. */
const MOST_LINES = 200_000;

/** Commas, semicolons of European spreadsheets, or tabs. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  return (
    [',', ';', '\t'].toSorted((one, other) => first.split(other).length - first.split(one).length)[0] ?? ','
  );
}

/** Text as people export or paste it, in lines of cells; empty lines are passed over. */
export function parseLines(text: string): Result<{ line: number; cells: string[] }[], LineProblem[]> {
  const lines: { line: number; cells: string[] }[] = [];
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: MOST_LINES + 1,
      on_record: (cells: string[], context) => {
        lines.push({ line: context.lines, cells });
        return null;
      }
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return failure([
      {
        line: Number(error['lines'] ?? 1),
        message: 'Its quotes do not close. Write a quote within a cell twice.'
      }
    ]);
  }
  if (lines.length <= MOST_LINES) return success(lines);
  return failure([{ line: MOST_LINES + 1, message: `Take in ${MOST_LINES} lines at a time.` }]);
}
