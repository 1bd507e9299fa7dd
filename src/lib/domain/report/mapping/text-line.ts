import type { ReportCell } from './report-mapping.ts';

/** A cell as text: truth in words, and nothing for an empty one. */
export function cellText(cell: ReportCell): string {
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  return String(cell ?? '');
}

/** A line of a tab-delimited file; no cell holds a tab or a break, which is a fault before. */
export function tabLine(cells: readonly ReportCell[]): string {
  return `${cells.map(cellText).join('\t')}\r\n`;
}
