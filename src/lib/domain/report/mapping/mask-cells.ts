import { fieldFacts } from './report-fields.ts';
import type { MappedColumn, ReportCell } from './report-mapping.ts';

/** What stands for personal data until somebody asks for it. */
const MASK = '•••';

const isPersonal = ({ field, transform }: MappedColumn) =>
  field !== null && transform.kind !== 'fixed' && fieldFacts(field).personal === true;

/** The cells of a record without what tells of the person. */
export function maskCells(columns: readonly MappedColumn[], cells: readonly ReportCell[]): ReportCell[] {
  return columns.map((column, index) => {
    const cell = cells[index] ?? null;
    return cell !== null && isPersonal(column) ? MASK : cell;
  });
}
