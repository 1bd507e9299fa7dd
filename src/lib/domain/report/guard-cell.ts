/** What a spreadsheet may run as a formula, or what the guard below has made of it (reliability.md §1, C1). */
const GUARDED = /^'*[=+@\t\r\n-]/;

/**
 * A text cell as it leaves: one that a spreadsheet could take for a formula gets a leading `'`. So does one with only `'`
 * before such a character; otherwise `=x` and `'=x` would leave as the same cell. Numbers are not text and need no guard.
 * The export does the same in SQL: `guarded` in server/report/queries.ts.
 */
export function guardCell(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text;
}

/** The text that `guardCell` was given. */
export function unguardCell(cell: string): string {
  return cell.startsWith("'") && GUARDED.test(cell) ? cell.slice(1) : cell;
}
