import { calendarDayOf } from '../../calendar-day.ts';
import type { ReportMapping } from './report-mapping.ts';

const ENDINGS = { json: 'json', 'tab-delimited': 'txt', csv: 'csv', xlsx: 'xlsx' } as const;

const MEDIA_TYPES = {
  json: 'application/json',
  'tab-delimited': 'text/plain',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
} as const;

/** What the file of an accreditor is called, e.g. `pars-learners-add-2027-01-31.json`. */
export function reportFileName(
  key: string,
  { layout, action, createdAt }: { layout: ReportMapping['layout']; action: string; createdAt: Date }
): string {
  return `${key}-${action}-${calendarDayOf(createdAt)}.${ENDINGS[layout]}`;
}

/** The media type of a layout, with the character set of a text. */
export function reportMediaType({ layout, characters }: ReportMapping): string {
  const type = MEDIA_TYPES[layout];
  if (layout === 'xlsx') return type;
  return `${type}; charset=${characters === 'latin' ? 'iso-8859-1' : 'utf-8'}`;
}
