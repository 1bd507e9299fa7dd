/**
 * `npm run check:spreadsheets [-- ROWS]`: LibreOffice opens what the program exports. No cell of a hostile name is a
 * formula, every value comes back, and a workbook of a million rows (or ROWS) opens whole. Not part of `npm test`, since
 * LibreOffice takes longer to install than the tests take.
 */
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse/sync';
import type { SheetCell, SheetColumn } from '#lib/server/report/xlsx/sheet.ts';
import { writeSheet } from '#lib/server/report/xlsx/write-sheet.ts';
import { HOSTILE_NAMES } from '../tests/support/hostile-completions.ts';
import { writeHostileFiles } from './spreadsheets/hostile-files.ts';
import { findOffice, formulasIn, openOffice, type Office } from './spreadsheets/office.ts';

/** Comma, quote, UTF-8; for what is read, formulas are evaluated as a person's LibreOffice does. */
const READ_CSV = 'CSV:44,34,76,1,,0,false,true,false,false,false,-1,true';
const WRITE_CSV = 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,true';

const COLUMNS: SheetColumn[] = [
  { title: 'id', type: 'text', width: 36 },
  { title: 'day', type: 'date' },
  { title: 'name', type: 'text' },
  { title: 'score', type: 'number' }
];

let failures = 0;

function say(what: string, isRight: boolean): void {
  if (!isRight) failures += 1;
  console.log(`${isRight ? 'ok  ' : 'FAIL'}  ${what}`);
}

function* manyPages(rows: number): Generator<SheetCell[][]> {
  for (let row = 1; row <= rows; row += 1)
    yield [[crypto.randomUUID(), '2027-01-31', `=HYPERLINK("${row}")`, row]];
}

async function checkHostile(office: Office, folder: string): Promise<void> {
  await writeHostileFiles(folder);
  const control = await office('control.csv', { extension: 'fods', from: READ_CSV });
  say(`without the guard there are ${formulasIn(control)} formulas`, formulasIn(control) > 2);
  for (const file of ['hostile.csv', 'hostile.xlsx']) {
    const from = file.endsWith('.csv') ? { from: READ_CSV } : {};
    const opened = await office(file, { extension: 'fods', ...from });
    say(`${file} has no formula`, formulasIn(opened) === 0);
  }
  const again = await office('hostile.xlsx', { extension: 'csv', filter: WRITE_CSV });
  const records: Record<string, string>[] = parse(readFileSync(again), { bom: true, columns: true });
  for (const [place, name] of HOSTILE_NAMES.entries()) {
    const row = records.find(({ family_name: family }) => family === `Family${place + 1}`);
    say(`${JSON.stringify(name)} comes back from the workbook as it was`, row?.['given_name'] === name);
  }
}

async function checkMany(office: Office, { folder, rows }: { folder: string; rows: number }): Promise<void> {
  const target = createWriteStream(join(folder, 'many.xlsx'));
  await pipeline(Readable.from(writeSheet(COLUMNS, manyPages(rows))), target);
  const opened = await office('many.xlsx', { extension: 'csv', filter: WRITE_CSV });
  const lines = readFileSync(opened, 'utf8').trimEnd().split('\n');
  say(`a workbook of ${rows} rows opens with ${lines.length - 1}`, lines.length === rows + 1);
  say('its last row is whole', lines.at(-1)?.endsWith(`,${rows}`) === true);
}

const program = findOffice();
if (program === null) {
  console.error(
    'LibreOffice is not installed. On Debian or Ubuntu: apt-get install -y libreoffice-calc-nogui; ' +
      'elsewhere from https://www.libreoffice.org/download.'
  );
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'footnote-sheets-'));
try {
  const office = openOffice(program, folder);
  await checkHostile(office, folder);
  await checkMany(office, { folder, rows: Number(process.argv[2] ?? 1_000_000) });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures > 0 ? 1 : 0;
