import { guardCell } from '#lib/domain/report/guard-cell.ts';
import { centralTime } from '#lib/domain/report/mapping/central-time.ts';
import { fitCells } from '#lib/domain/report/mapping/judge-record.ts';
import { jsonFrame, jsonRecord } from '#lib/domain/report/mapping/json-record.ts';
import type { FieldValues, ReportCell, ReportMapping } from '#lib/domain/report/mapping/report-mapping.ts';
import { cellText, tabLine } from '#lib/domain/report/mapping/text-line.ts';
import { writeCsv } from '../write-csv.ts';
import type { SheetColumn } from '../xlsx/sheet.ts';
import { writeSheet } from '../xlsx/write-sheet.ts';

/** What a file is made of beside its records; the same gives the same bytes. */
export type FileFrame = { mapping: ReportMapping; createdAt: Date };

type Records = AsyncIterable<FieldValues[]> | Iterable<FieldValues[]>;

/** The cells of a record that was found ready. */
function cellsOf(values: FieldValues, mapping: ReportMapping): ReportCell[] {
  const cells = fitCells(values, mapping);
  if (!cells.ok) throw new Error(`A record that was ready does not fit: ${JSON.stringify(cells.problem)}`);
  return cells.value;
}

async function* writeJson({ mapping, createdAt }: FileFrame, pages: Records): AsyncGenerator<string> {
  const { columns, envelope } = mapping;
  const { before, after } = jsonFrame(
    envelope ?? { records: 'records', createdAt: null },
    centralTime(createdAt)
  );
  let lead = before;
  for await (const page of pages) {
    const records = page.map((values) => JSON.stringify(jsonRecord(columns, cellsOf(values, mapping))));
    if (records.length === 0) continue;
    yield lead + records.join(',\n');
    lead = ',\n';
  }
  yield (lead === before ? before : '') + after;
}

/** A cell of a table that people open in spreadsheets. */
const csvCell = (cell: ReportCell) => (typeof cell === 'number' ? cell : guardCell(cellText(cell)));

async function* writeLines({ mapping }: FileFrame, pages: Records): AsyncGenerator<string> {
  const isCsv = mapping.layout === 'csv';
  const line = (cells: ReportCell[]) => (isCsv ? writeCsv([cells.map(csvCell)]) : tabLine(cells));
  if (mapping.hasHeader) yield line(mapping.columns.map(({ column }) => column));
  for await (const page of pages) yield page.map((values) => line(cellsOf(values, mapping))).join('');
}

const sheetColumn = ({ column, cell }: ReportMapping['columns'][number]): SheetColumn => ({
  title: column,
  type: cell === 'number' || cell === 'date' ? cell : 'text'
});

async function* sheetPages(mapping: ReportMapping, pages: Records) {
  const cells = (values: Parameters<typeof cellsOf>[0]) =>
    cellsOf(values, mapping).map((cell) => (typeof cell === 'boolean' ? cellText(cell) : cell));
  for await (const page of pages) yield page.map(cells);
}

/**
 * The file of an accreditor in pieces, from pages of records that were found ready. Nothing of it depends on anything but
 * the frame and the records: a file of last year is made again byte for byte.
 */
export async function* writeReportFile(frame: FileFrame, pages: Records): AsyncGenerator<Uint8Array> {
  const { mapping } = frame;
  if (mapping.layout === 'xlsx') {
    yield* writeSheet(mapping.columns.map(sheetColumn), sheetPages(mapping, pages));
    return;
  }
  const text = mapping.layout === 'json' ? writeJson(frame, pages) : writeLines(frame, pages);
  const encoding = mapping.characters === 'latin' ? 'latin1' : 'utf8';
  for await (const piece of text) yield Buffer.from(piece, encoding);
}
