/** How a value of ours becomes the text of a column. `pattern` of a date: any of `YYYY`, `MM`, `DD` with what stands between. */
export type Transform =
  | { kind: 'as-it-is' }
  | { kind: 'upper-case' }
  | { kind: 'date'; pattern: string }
  /** Words of ours to words of theirs, e.g. `physician` to `Physician`. A value that is not named is a fault. */
  | { kind: 'codes'; codes: Record<string, string> }
  /** The same text in every row; our field is not asked. */
  | { kind: 'fixed'; text: string };

/** What must hold of the text, or the row is not ready. */
export type ColumnRule = {
  required: boolean;
  /** A regular expression that the whole text has to fit; null: any text. */
  form: string | null;
  /** Characters; null: any length. */
  longest: number | null;
};

/** A column of the accreditor's file, from the left; in a layout of JSON the column is a path, e.g. `Member.Name.GivenName`. */
export type MappedColumn = {
  column: string;
  /** Our field, e.g. `given_name`; null where the text is fixed. */
  field: string | null;
  transform: Transform;
  rule: ColumnRule;
};

/** The file of an accreditor as data: what an admin can read, copy and follow with a newer version. */
export type ReportMapping = {
  title: string;
  /** The report whose permission a learner gives, e.g. `pars`; null: none is needed. */
  report: string | null;
  layout: 'json' | 'tab-delimited' | 'csv' | 'xlsx';
  /** Whether the first line names the columns. */
  hasHeader: boolean;
  columns: MappedColumn[];
  /** Where the layout is written, and what the provider has to confirm. */
  source: string;
};
