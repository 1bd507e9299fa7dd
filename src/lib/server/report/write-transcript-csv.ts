import { externalAmount, type TranscriptRecord } from '#lib/domain/certificate/transcript-record.ts';
import { guardCell } from '#lib/domain/report/guard-cell.ts';
import { BYTE_ORDER_MARK, writeCsv, type Cell } from './write-csv.ts';

const HEADER = [
  'completed_on',
  'title',
  'provider',
  'credits',
  'amount',
  'entered_by',
  'status',
  'verification_code'
];

/**
 * A transcript as CSV: what was issued here first, then what the person entered. `credits` is a decimal number; texts are
 * guarded against formulas.
 */
export function writeTranscriptCsv({ issued, external }: TranscriptRecord): string {
  const records: Cell[][] = [
    ...issued.map((entry) => [
      entry.completedOn,
      guardCell(entry.activityTitle),
      guardCell(entry.provider ?? ''),
      entry.quarterCredits / 4,
      guardCell(entry.creditLine),
      'issuer',
      entry.revokedOn === null ? (entry.demonstration ? 'demonstration' : 'valid') : 'revoked',
      entry.code
    ]),
    ...external.map((entry) => [
      entry.completedOn,
      guardCell(entry.title),
      guardCell(entry.provider),
      entry.quarterCredits / 4,
      guardCell(externalAmount(entry)),
      'holder',
      'not checked',
      ''
    ])
  ];
  return BYTE_ORDER_MARK + writeCsv([HEADER, ...records]);
}
