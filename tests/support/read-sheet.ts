import { strFromU8, unzipSync } from 'fflate';

const DAY_ZERO = Date.UTC(1899, 11, 30);

const ENTITIES: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&#13;': '\r' };

/** The text of a cell: the entities of XML first, then the escapes of spreadsheets. */
const readText = (xml: string) =>
  xml
    .replace(/&(?:lt|gt|amp|#13);/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const readDay = (number: number) => new Date(DAY_ZERO + number * 86_400_000).toISOString().slice(0, 10);

/** The column of a place such as `AB12`, from 0. */
const columnOf = (place: string) =>
  [...place.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

const CELL =
  /<c r="([A-Z]+\d+)" s="(\d)"(?: t="inlineStr"><is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>|><v>([^<]*)<\/v>)<\/c>/g;

function readRow(xml: string, width: number): (string | number | null)[] {
  const cells: (string | number | null)[] = Array.from({ length: width }, () => null);
  for (const [, place = '', style, text, number] of xml.matchAll(CELL)) {
    const value = style === '2' ? readDay(Number(number)) : Number(number);
    cells[columnOf(place)] = text === undefined ? value : readText(text);
  }
  return cells;
}

/** The XML of the one sheet of a workbook. */
export const sheetXmlOf = (file: Uint8Array) =>
  strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());

/** Every row of a workbook that `writeSheet` wrote, header first: text, numbers, days as `YYYY-MM-DD`, null for empty. */
export function readSheet(file: Uint8Array): (string | number | null)[][] {
  const xml = sheetXmlOf(file);
  const width = xml.match(/<col /g)?.length ?? 0;
  return [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, row = '']) => readRow(row, width));
}
