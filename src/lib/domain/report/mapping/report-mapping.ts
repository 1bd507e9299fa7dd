import type { ReportField } from './report-fields.ts';

/** How a value of ours becomes the text of a column. */
export type Transform =
  | { kind: 'as-it-is' }
  | { kind: 'upper-case' }
  /** `pattern`: any of `YYYY`, `MM`, `DD`, with what stands between. */
  | { kind: 'date'; pattern: string }
  /** Words of ours to words of theirs, e.g. `nurse` to `RN`. A value that is not named is a fault. */
  | { kind: 'codes'; codes: Record<string, string> }
  /** Text around the value, e.g. `State=` before it. */
  | { kind: 'framed'; before: string; after: string }
  /** The same text in every row; with a field of ours, only where that has a value. */
  | { kind: 'fixed'; text: string };

/** What must hold of the text, or the row is not ready. */
export type ColumnRule = {
  required: boolean;
  /** A regular expression that the whole text has to fit; null: any text. */
  form: string | null;
  /** Characters; null: any length. */
  longest: number | null;
  /** Forms by the value of another field, e.g. of license numbers by state. Null: there are none. */
  formBy: { field: ReportField; forms: Record<string, string> } | null;
};

/** As what a cell leaves where the layout knows more than text: JSON and XLSX. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean';

/**
 * A column of the accreditor's file, from the left; in a layout of JSON the column is a path from the record, e.g.
 * `Member.Name.GivenName` or `UniqueID[0].value`.
 */
export type MappedColumn = {
  column: string;
  /** Null where the text is fixed. */
  field: ReportField | null;
  cell: CellKind;
  transform: Transform;
  rule: ColumnRule;
};

/** The file of an accreditor as data: what an admin can read, copy and follow with a newer version. */
export type ReportMapping = {
  title: string;
  /** Whether a record is a learner's completion or an activity. */
  subject: 'completion' | 'activity';
  /** The report whose permission a learner gives, e.g. `pars`; null: none is needed. */
  report: string | null;
  layout: 'json' | 'tab-delimited' | 'csv' | 'xlsx';
  /** Whether the first line names the columns. */
  hasHeader: boolean;
  /** `latin`: the file is written in ISO 8859-1 and carries no other characters; `any`: UTF-8. */
  characters: 'any' | 'latin';
  /** Which days can be reported on a day: all, those of this and the last calendar year, or those of the last 60 days. */
  window: 'any' | 'two-years' | 'sixty-days';
  /** Whose completions the report takes; null: those of every profession. */
  professions: string[] | null;
  /** Of JSON: the paths of the list of records, and of the instant at which the file was made. */
  envelope: { records: string; createdAt: string | null } | null;
  columns: MappedColumn[];
  /** Where the layout is written, and what the provider has to confirm. */
  source: string;
};

/** A version of a mapping as it is kept. */
export type MappingVersion = {
  id: string;
  /** Which mapping it is a version of, e.g. `pars-learners`. */
  key: string;
  version: number;
  mapping: ReportMapping;
  createdAt: Date;
  /** Null: the program brought it. */
  createdBy: string | null;
};

/** A version that the program brings. */
export type ShippedMapping = Pick<MappingVersion, 'key' | 'version' | 'mapping'>;

/** A cell as it leaves. A date is `YYYY-MM-DD`; null: the cell is empty. */
export type ReportCell = string | number | boolean | null;

/** What a record holds, by the names of our fields. */
export type FieldValues = Partial<Record<ReportField, string | number | null>>;

/** Under which name the standing of completions with this file is kept. */
export function standingName({ key, mapping }: { key: string; mapping: ReportMapping }): string {
  return mapping.report ?? key;
}
