import { calendarDayWords } from '../calendar-day.ts';
import type { TranscriptPeriod } from './transcript-period.ts';
import { externalAmount, totalsByType, type TranscriptRecord } from './transcript-record.ts';
import { groupVerificationCode } from './verification-code.ts';

/** One row of a transcript on paper; `note` is how it is checked, or why it does not count. */
export type SheetRow = { day: string; title: string; amount: string; note: string };

/** A transcript on paper: what it says, in order. */
export type TranscriptSheet = {
  name: string;
  /** `As of …`, and the period where it is not the whole record. */
  standing: string;
  totals: string[];
  sections: { heading: string; note: string; rows: SheetRow[] }[];
};

function periodWords({ from, to }: TranscriptPeriod): string {
  if (from !== null && to !== null) return `, from ${calendarDayWords(from)} to ${calendarDayWords(to)}`;
  if (from !== null) return `, from ${calendarDayWords(from)} on`;
  return to === null ? '' : `, until ${calendarDayWords(to)}`;
}

function issuedRow(entry: TranscriptRecord['issued'][number]): SheetRow {
  const { activityTitle, provider, revokedOn } = entry;
  return {
    day: calendarDayWords(entry.completedOn),
    title: provider === null ? activityTitle : `${activityTitle}. ${provider}`,
    amount: entry.creditLine,
    note:
      revokedOn === null
        ? groupVerificationCode(entry.code)
        : `Revoked on ${calendarDayWords(revokedOn)}; it counts in no total.`
  };
}

function externalRow(entry: TranscriptRecord['external'][number]): SheetRow {
  return {
    day: calendarDayWords(entry.completedOn),
    title: `${entry.title}. ${entry.provider}`,
    amount: externalAmount(entry),
    note: entry.documentName === null ? '' : 'The holder keeps a document.'
  };
}

/** The words of a printed transcript. `today` is `YYYY-MM-DD`; `typedAt` is where a reader types a code. */
export function transcriptSheet(input: {
  name: string;
  today: string;
  period: TranscriptPeriod;
  record: TranscriptRecord;
  typedAt: string;
}): TranscriptSheet {
  const { name, today, period, record, typedAt } = input;
  const sections = [
    {
      heading: 'Issued here',
      note: `Each document is checked by its code at ${typedAt}.`,
      rows: record.issued.map(issuedRow)
    },
    {
      heading: 'Earned elsewhere',
      note: 'Entered by the holder; not checked by us.',
      rows: record.external.map(externalRow)
    }
  ];
  return {
    name,
    standing: `As of ${calendarDayWords(today)}${periodWords(period)}`,
    totals: totalsByType(record).map(({ type, amount, source }) =>
      source === 'issued' ? amount : `${amount} (${type}), entered by the holder`
    ),
    sections: sections.filter(({ rows }) => rows.length > 0)
  };
}
