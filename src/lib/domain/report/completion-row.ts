import { professionLabel } from '#lib/domain/identity/profession.ts';
import { countryName } from '#lib/domain/identity/country.ts';
import { formatQuarterCredits } from '#lib/domain/credit/format-quarter-credits.ts';
import type { CompletionColumn } from './completion-columns.ts';
import { isPersonal } from './completion-column-facts.ts';
import { standingWords } from './filter-sentence.ts';

/** A completion as it is on record: what each column holds, and whose it is. */
export type CompletionRecord = Record<Exclude<CompletionColumn, 'credit'>, string | number | null> & {
  person_id: string;
  quarter_credits: number | null;
};

/** What a column of a row shows; null: it is personal, and hidden. */
export type CompletionCell = { column: CompletionColumn; text: string | null };

/** A completion as the admin's list shows it. */
export type CompletionRow = {
  id: string;
  personId: string;
  /** As printed on the certificate; where none was claimed yet, as in the profile. Null: hidden. */
  name: string | null;
  activityTitle: string;
  /** The document that stands; a corrected one is not counted any more. */
  certificateId: string | null;
  /** Null: it holds. What was revoked counts in no total. */
  revokedOn: string | null;
  cells: CompletionCell[];
};

/** What a filter finds: how many completions, and how many quarter credits count for them. */
export type CompletionTotals = {
  completions: number;
  quarterCredits: number;
  /** False: counting stopped at this number, and there are more. */
  isAll: boolean;
};

const text = (value: string | number | null): string => (value === null ? '' : String(value));

/** What a column shows of a completion, in words. */
function cellText(record: CompletionRecord, column: CompletionColumn): string {
  switch (column) {
    case 'profession':
      return professionLabel(text(record.profession));
    case 'country':
      return countryName(text(record.country));
    case 'credit':
      return record.quarter_credits === null ? 'Not claimed' : formatQuarterCredits(record.quarter_credits);
    case 'score_percent':
      return `${text(record.items_correct)} of ${text(record.items_total)} (${text(record.score_percent)}%)`;
    case 'reporting':
      return text(record.reporting).split(' ').filter(Boolean).map(standingWords).join(', ');
    default:
      return text(record[column]);
  }
}

const optional = (value: string | number | null) => (value === null ? null : String(value));

/** The row of a completion with these columns; what is personal stays hidden unless it is to be shown. */
export function toCompletionRow(
  record: CompletionRecord & { holder: string },
  { columns, isShown }: { columns: CompletionColumn[]; isShown: boolean }
): CompletionRow {
  return {
    id: text(record.completion_id),
    personId: record.person_id,
    name: isShown ? record.holder : null,
    activityTitle: text(record.activity_title),
    certificateId: optional(record.certificate_id),
    revokedOn: optional(record.revoked_on),
    cells: columns.map((column) => ({
      column,
      text: !isShown && isPersonal(column) ? null : cellText(record, column)
    }))
  };
}
